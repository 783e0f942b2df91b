import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../tests/support/cases";
import { alphaOf, ordinalAlpha } from "./alpha";

/** Rows of people as columns of items; a dot is no value. */
const columns = (...rows: string[]) => {
  const people = rows.map((row) => row.split(" "));
  return (people[0] ?? []).map((_value, item) => people.flatMap((values) => (values[item] === "." ? [] : [Number(values[item])])));
};

/** Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C/E: four observers, twelve units. */
const fourObservers = columns("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .");

describe("Krippendorff's α, ordinal", () => {
  it("is 0.815 for four observers of twelve units", () => {
    expect(ordinalAlpha(fourObservers)).toBeCloseTo(0.815, 3);
  });
  it("is 0.095 for two observers of ten units in two values, whatever the metric (the same, example A)", () => {
    expect(ordinalAlpha(columns("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"))).toBeCloseTo(0.095, 3);
  });
  it("is what is worked out by hand: two people, 1 1 / 1 2 / 3 3", () => {
    // Values 1 ×3, 2 ×1, 3 ×2. δ²: 1–2 (1.5 + 0.5)² = 4, 1–3 (1.5 + 1 + 1)² = 12.25, 2–3 (0.5 + 1)² = 2.25. Observed: one pair 1–2,
    // 4. Expected: (3·1·4 + 3·2·12.25 + 1·2·2.25) / 5 = 90 / 5 = 18. 1 − 4/18.
    expect(ordinalAlpha(columns("1 1 3", "1 2 3"))).toBeCloseTo(1 - 4 / 18, 12);
  });
  it("is what is worked out by hand with three values of an item: 0 0 1 / 2 2", () => {
    // Values 0 ×2, 1 ×1, 2 ×2. δ²: 0–1 (1 + 0.5)² = 2.25, 0–2 (1 + 1 + 1)² = 9, 1–2 2.25. Observed: 2 · 1 · 2.25 / (3 − 1) = 2.25.
    // Expected: (2·2.25 + 4·9 + 2·2.25) / 4 = 45 / 4. 1 − 2.25 · 4 / 45 = 0.8.
    expect(ordinalAlpha([[0, 0, 1], [2, 2]])).toBeCloseTo(0.8, 12); // prettier-ignore
  });
  it("is 1 where all agree, and below 0 where they agree less than by chance", () => {
    expect(ordinalAlpha(columns("0 1 2 3", "0 1 2 3"))).toBe(1);
    expect(ordinalAlpha(columns("0 4 0 4", "4 0 4 0"))).toBeLessThan(0);
  });
  it("says nothing of one person, of nobody, and where all values are the same", () => {
    expect([ordinalAlpha(columns("0 1 2")), ordinalAlpha([]), ordinalAlpha(columns("2 2 2", "2 2 2"))]).toEqual([null, null, null]);
  });
  it("does not move with the order of people or items, nor with an item that only one has answered", () => {
    const item = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
        const other = [...items.toReversed().map((values) => values.toReversed()), [4], []];
        expect(ordinalAlpha(other) ?? 9).toBeCloseTo(ordinalAlpha(items) ?? 9, 9);
      }),
      cases(100),
    );
  });
});

describe("its interval", () => {
  const seed = "0000002a";
  it("holds the value and is the same for the same answers", () => {
    const alpha = alphaOf(fourObservers, seed);
    expect(alpha?.value).toBeCloseTo(0.815, 3);
    expect(alpha?.low).toBeLessThan(0.815);
    expect(alpha?.high).toBeGreaterThan(0.815);
    expect(alphaOf(fourObservers, seed)).toEqual(alpha);
    expect(alphaOf(fourObservers, "0000002b")).not.toEqual(alpha);
  });
  it("is narrower the more items there are", () => {
    const width = (times: number) => {
      const alpha = alphaOf(Array.from({ length: times }, () => fourObservers).flat(), seed);
      return alpha ? alpha.high - alpha.low : null;
    };
    expect(width(4)).toBeLessThan((width(1) ?? 0) * 0.7);
  });
  it("has no width where all agree, and there is none without a value", () => {
    expect(alphaOf(columns("0 1 2 3", "0 1 2 3"), seed)).toEqual({ value: 1, low: 1, high: 1 });
    expect(alphaOf(columns("2 2", "2 2"), seed)).toBeNull();
  });
});
