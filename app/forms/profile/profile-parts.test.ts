import { describe, expect, it } from "vitest";
import { localeOf } from "../../i18n";
import { formState, submitParts, type Stored } from "../submit-parts";
import { profileFields, toProfile } from "../../core/assessment/profile-fields";
import { profileParts } from "./profile-parts";

const locale = localeOf("de");
const { errors } = locale.messages.start;
const filled = {
  depth: "quick",
  aiUse: "trial",
  sizeClass: "employees-10-49",
  land: "NW",
  sector: "crafts",
  ownership: "private",
  name: " Muster ",
};

async function submit(track: "sme" | "municipality", typed: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  let fields: Stored = {};
  const outcome = await submitParts(profileParts(track, locale), form, {}, (changes) => {
    fields = Object.fromEntries(changes.map(({ field, next }) => [field, next]));
    return Promise.resolve([]);
  });
  return { fields, errors: outcome?.state.errors };
}

describe("a profile", () => {
  it("is read field by field, cleaned, and survives the way through the form", async () => {
    const { fields } = await submit("sme", filled);
    const profile = toProfile(fields);
    expect(profile).toEqual({
      ...{ depth: "quick", aiUse: "trial" },
      organisation: { sizeClass: "employees-10-49", land: "NW", sector: "crafts", ownership: "private", name: "Muster" },
    });
    expect(formState(profileParts("sme", locale), profileFields(profile)).typed).toEqual({ ...filled, name: "Muster" });
  });
  it("needs a size and a depth, and nothing else", async () => {
    expect((await submit("sme", { depth: "full", sizeClass: "employees-1-9", land: "", name: "" })).errors).toEqual({});
    expect((await submit("sme", { depth: "", sizeClass: "" })).errors).toEqual({ depth: errors.depth, sizeClass: errors.sizeClass });
  });
  it("says nothing of AI where nobody has", async () => {
    for (const aiUse of ["", "unknown"]) expect((await submit("sme", { ...filled, aiUse })).fields.aiUse).toBeUndefined();
  });
  it("of a municipality has no sector, whatever is sent", async () => {
    const { fields } = await submit("municipality", { ...filled, sizeClass: "inhabitants-under-20000" });
    expect(Object.keys(fields)).not.toContain("sector");
  });
  it.each<[string, string, string]>([
    ["sizeClass", "inhabitants-under-20000", errors.sizeClass],
    ["land", "ZZ", errors.land],
    ["sector", "__proto__", errors.sector],
    ["ownership", "x", errors.ownership],
    ["aiUse", "x", errors.aiUse],
    ["depth", "x", errors.depth],
    ["name", "x".repeat(203), "Name der Organisation: 3 Zeichen zu lang, höchstens 200."],
  ])("says at its field what is wrong: %s %j", async (field, value, error) => {
    expect((await submit("sme", { ...filled, [field]: value })).errors).toEqual({ [field]: error });
  });
});
