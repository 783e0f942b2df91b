import { describe, expect, it } from "vitest";
import { localeOf } from "../../i18n";
import { targetParts } from "./targets-parts";

const locale = localeOf("de");
const { errors } = locale.messages.rounds.targets;
const [part] = targetParts(["skills"], locale);
const read = (value: string, by: string) => part?.read({ "skills.value": value, "skills.by": by });

describe("a target as typed", () => {
  it("is a whole number and a day", () => {
    expect(read(" 60 ", "2027-12-31")).toEqual({ value: { value: 60, by: "2027-12-31" } });
  });
  it("is none where both are empty", () => {
    expect(read("", " ")).toEqual({ value: undefined });
  });
  it.each([
    ["", "2027-12-31", { "skills.value": errors.value }],
    ["0", "2027-12-31", { "skills.value": errors.value }],
    ["101", "2027-12-31", { "skills.value": errors.value }],
    ["5,5", "2027-12-31", { "skills.value": errors.value }],
    ["60", "", { "skills.by": errors.by }],
    ["60", "31.12.2027", { "skills.by": errors.by }],
    ["x", "y", { "skills.value": errors.value, "skills.by": errors.by }],
  ])("%s by %s is told where it is wrong", (value, by, expected) => {
    expect(read(value, by)).toEqual({ errors: expected });
  });
  it("is written as it is typed", () => {
    expect(part?.write({ value: 60, by: "2027-12-31" })).toEqual({ "skills.value": "60", "skills.by": "2027-12-31" });
    expect(part?.write(undefined)).toEqual({ "skills.value": "", "skills.by": "" });
  });
});
