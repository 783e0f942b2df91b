import { describe, expect, it } from "vitest";
import { brandSchema } from "../core/brand/brand";
import { contrast } from "../core/brand/colour";
import { themeOf } from "./brand";
import { standardTheme } from "./theme";

describe("a brand's colour", () => {
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
