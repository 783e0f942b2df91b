import { expect, it } from "vitest";
import { isAnythingKnown } from "./scored-items";

it("knows something as soon as one answer has a level, be it 0", () => {
  expect(isAnythingKnown([])).toBe(false);
  expect(isAnythingKnown([{ level: null }, { level: null }])).toBe(false);
  expect(isAnythingKnown([{ level: null }, { level: 0 }])).toBe(true);
});
