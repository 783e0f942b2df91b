import { describe, expect, it } from "vitest";
import { brandSchema, noBrand } from "./brand";
import { brandFields, toBrand } from "./brand-fields";

const refusal = (colour: string) => brandSchema.safeParse({ name: "Kreis", colour }).error?.issues[0]?.message;

it("a brand's colour must be read on paper and on its own surface", () => {
  expect(refusal("#8a1538")).toBeUndefined();
  expect(refusal("#ffcc00")).toContain("too light");
  expect(refusal("red")).toContain("#2044aa");
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
