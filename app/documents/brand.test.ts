import { describe, expect, it } from "vitest";
import { brandSchema, themeOf } from "./brand";
import { contrast } from "./colour";
import { standardTheme } from "./theme";

const refusal = (colour: string) => brandSchema.safeParse({ name: "Kreis", colour }).error?.issues[0]?.message;

describe("a brand's colour", () => {
  it("must be read on paper and on its own surface", () => {
    expect(refusal("#8a1538")).toBeUndefined();
    expect(refusal("#ffcc00")).toContain("too light");
    expect(refusal("red")).toContain("#2044aa");
  });

  it("colours headings, surfaces and charts, and leaves warnings as they are", () => {
    const { colours, chart } = themeOf(brandSchema.parse({ name: "Kreis", colour: "#8A1538" }));
    expect([colours.action, chart.mark]).toEqual(["#8a1538", "#8a1538"]);
    expect(contrast(colours.action, colours.hued)).toBeGreaterThanOrEqual(4.5);
    expect(colours.warning).toBe(standardTheme.colours.warning);
  });
});

it("our own colours can be read wherever text stands in them", () => {
  const { text, muted, action, warning, hued, warningHued, paper, onAction } = standardTheme.colours;
  for (const colour of [text, muted, action]) for (const surface of [paper, hued]) expect(contrast(colour, surface)).toBeGreaterThanOrEqual(4.5); // prettier-ignore
  for (const { fill, text: own } of standardTheme.stages) expect(contrast(own, fill)).toBeGreaterThanOrEqual(4.5);
  for (const [colour, surface] of [[text, warningHued], [warning, paper], [onAction, action]] as const) expect(contrast(colour, surface)).toBeGreaterThanOrEqual(4.5); // prettier-ignore
});
