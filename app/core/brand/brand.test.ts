import { describe, expect, it } from "vitest";
import { brandSchema, colourTyped, noBrand, readableTone } from "./brand";
import { brandFields, toBrand } from "./brand-fields";

const refusal = (colour: string) => brandSchema.safeParse({ name: "Kreis", colour }).error?.issues[0]?.message;

it("a brand's colour must be read on paper and on its own surface", () => {
  expect(refusal("#8a1538")).toBeUndefined();
  expect(refusal("#ffcc00")).toContain("too light");
  expect(refusal("red")).toContain("#2044aa");
});

it.each(["#ffff99", "#ffcc00", "#ffffff", "#00ff00"])("a colour too light for paper has a tone that is not: %s", (colour) => {
  const tone = readableTone(colour);
  expect(refusal(tone)).toBeUndefined();
  // Its hue is left: the strongest channel of the colour is still the strongest.
  const parts = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  expect(parts(tone).indexOf(Math.max(...parts(tone)))).toBe(parts(colour).indexOf(Math.max(...parts(colour))));
});

it.each([
  ["8A1538", "#8A1538"],
  [" #8a1538 ", "#8a1538"],
  ["#813", "#881133"],
  ["red", "red"],
  ["#8a15", "#8a15"],
])("a colour may be typed as %j", (typed, colour) => {
  expect(colourTyped(typed)).toBe(colour);
});

it("an empty text is none, and what is unknown is refused", () => {
  expect(brandSchema.parse({ name: "  ", footer: " Amt " })).toEqual({ ...noBrand, footer: "Amt" });
  expect(brandSchema.safeParse({ colours: "#8a1538" }).success).toBe(false);
});

describe("its fields", () => {
  it("are only what somebody has set, and give the same brand again", () => {
    const brand = brandSchema.parse({ name: "Kreis", typeface: "source-serif-4", voice: "organisation" });
    expect(brandFields(brand)).toEqual({ name: "Kreis", typeface: "source-serif-4", voice: "organisation" });
    expect(toBrand(brandFields(brand))).toEqual(brand);
  });
  it("are none without a brand", () => {
    expect([brandFields(null), brandFields(noBrand), toBrand({})]).toEqual([{}, {}, null]);
  });
});
