import { describe, expect, it } from "vitest";
import { dimensionIds } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";
import { weightParts } from "./weights-parts";

const parts = weightParts(localeOf("de"));
const skills = parts.find(({ name }) => name === "skills");

describe("the weight of a topic as chosen", () => {
  it("is one part for each topic", () => {
    expect(parts.map(({ name }) => name)).toEqual(dimensionIds);
  });

  it.each([
    ["0.5", 0.5],
    ["3", 3],
    ["2.25", 2.25],
    ["0", 0],
    ["100", 100],
    ["1", undefined],
  ])("%s is kept as %s", (typed, value) => {
    expect(skills?.read({ skills: typed })).toEqual({ value });
  });

  it.each(["", "-1", "100.5", "1e1", "two", "2,5"])("»%s« is none", (typed) => {
    expect(skills?.read({ skills: typed })).toEqual({ errors: { skills: localeOf("de").messages.report.weights.error } });
  });

  it("is shown as it is kept, and as the questionnaire's own where nothing is", () => {
    expect(skills?.write(2.25)).toEqual({ skills: "2.25" });
    expect(skills?.write(undefined)).toEqual({ skills: "1" });
  });
});
