import { describe, expect, it } from "vitest";
import { textLimits } from "../../core/assessment/text";
import {
  isTrack,
  readProfileFields,
  toProfile,
  toProfileFields,
  type Profile,
  type ProfileField,
  type ProfileFields,
} from "./profile-fields";

const enterprise: ProfileFields = {
  track: "sme", depth: "quick", name: "Musterbau GmbH", land: "NW",
  sizeClass: "employees-10-49", sector: "construction", ownership: "private",
}; // prettier-ignore
const municipality: ProfileFields = {
  ...enterprise,
  track: "municipality",
  sizeClass: "inhabitants-under-20000",
  sector: "",
  ownership: "",
};

describe("from fields to a profile", () => {
  it("takes all that an enterprise says", () => {
    const { track, depth, ...organisation } = enterprise;
    expect(toProfile(enterprise)).toEqual({ profile: { track, depth, organisation } });
  });

  it("asks of nobody more than the size", () => {
    const nothing = { name: "", land: "", sector: "", ownership: "" };
    for (const fields of [enterprise, municipality]) {
      const { track, depth, sizeClass } = fields;
      expect(toProfile({ ...fields, ...nothing })).toEqual({ profile: { track, depth, organisation: { sizeClass } } });
    }
  });

  it("leaves out of a municipality what only enterprises have, wrong or right", () => {
    for (const more of [
      { sector: "crafts", ownership: "public" },
      { sector: "x", ownership: "x" },
    ])
      expect(toProfile({ ...municipality, ...more })).toEqual({
        profile: {
          track: "municipality",
          depth: "quick",
          organisation: { name: "Musterbau GmbH", land: "NW", sizeClass: "inhabitants-under-20000" },
        },
      });
  });

  it("keeps no name that is only space", () => {
    expect(toProfile({ ...enterprise, name: " \u0000 " })).toMatchObject({
      profile: { organisation: expect.not.objectContaining({ name: expect.anything() }) },
    });
  });

  it.each<[string, Partial<ProfileFields>, ProfileField[]]>([
    ["no size", { sizeClass: "" }, ["sizeClass"]],
    ["the size of the other track", { sizeClass: "inhabitants-under-20000" }, ["sizeClass"]],
    ["a name above the limit", { name: "x".repeat(textLimits.name + 1) }, ["name"]],
    ["a Land that does not exist", { land: "XX" }, ["land"]],
    ["names of every object", { land: "__proto__", sector: "constructor" }, ["land", "sector"]],
    ["no depth", { depth: "" }, ["depth"]],
    ["everything wrong, in the order of the form", { track: "sme", depth: "x", name: "x".repeat(999), land: "x", sizeClass: "x", sector: "x", ownership: "x" },
      ["depth", "name", "land", "sizeClass", "sector", "ownership"]],
  ])("refuses %s", (_what, given, wrong) => {
    expect(toProfile({ ...enterprise, ...given })).toEqual({ wrong });
  }); // prettier-ignore

  it("refuses a track that does not exist", () => {
    expect(toProfile({ ...enterprise, track: "club" })).toMatchObject({ wrong: expect.arrayContaining(["track"]) });
  });
});

it("a profile survives the way through the form", () => {
  const profiles: Profile[] = [
    {
      track: "sme",
      depth: "full",
      organisation: { name: "N", land: "BE", sizeClass: "employees-1-9", sector: "crafts", ownership: "public" },
    },
    { track: "municipality", depth: "quick", organisation: { sizeClass: "inhabitants-100000-plus" } },
  ];
  for (const profile of profiles) expect(toProfile(toProfileFields(profile))).toEqual({ profile });
});

it("reads a form or an address; what is missing or a file is nothing", () => {
  const form = new FormData();
  form.set("track", "sme");
  form.set("name", new File(["x"], "x.txt"));
  const nothing: ProfileFields = { track: "", depth: "", name: "", land: "", sizeClass: "", sector: "", ownership: "" };
  expect(readProfileFields(form)).toEqual({ ...nothing, track: "sme" });
  expect(readProfileFields(new URLSearchParams("land=NW&land=BY&other=1"))).toEqual({ ...nothing, land: "NW" });
});

it("knows a track", () => {
  expect(["sme", "municipality", "", "SME", null].map(isTrack)).toEqual([true, true, false, false, false]);
});
