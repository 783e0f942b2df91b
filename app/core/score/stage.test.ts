import fc from "fast-check";
import { expect, it } from "vitest";
import { stageOf } from "./stage";

it.each([
  [0, 0],
  [12.49, 0],
  [12.5, 1],
  [37.49, 1],
  [37.5, 2],
  [62.49, 2],
  [62.5, 3],
  [87.49, 3],
  [87.5, 4],
  [100, 4],
])("%d points are stage %d: a value on a cut point belongs to the higher stage", (value, stage) => {
  expect(stageOf(value)).toBe(stage);
});

it("takes a value that missed a cut point by a rounding error as lying on it", () => {
  const sum = 0.1 + 0.7; // 0.7999999999999999
  expect((sum / 0.8) * 12.5).toBeLessThan(12.5);
  expect(stageOf((sum / 0.8) * 12.5)).toBe(1);
});

it("names the level whose points lie nearest", () => {
  const nearest = (value: number) => Math.floor(value / 25 + 0.5);
  const offTheCut = fc.double({ min: 0, max: 100, noNaN: true }).filter((value) => Math.abs((value % 25) - 12.5) > 1e-6);
  fc.assert(
    fc.property(offTheCut, (value) => {
      expect(stageOf(value)).toBe(nearest(value));
    }),
  );
});
