import { expect, it } from "vitest";
import { granuleOf } from "./granule";

it.each([
  [[250, 1125, 0], 125],
  [[2.5, 7.5], 2.5],
  [[100 / 36, 200 / 36], 100 / 36],
  [[3, 4, 5], 1],
  [[0.3 / 7, 0.5 / 7], 0.1 / 7],
  [[4, 6, 10], 2],
  [[30, 1], 1],
  [[24, 25], 1],
  [[25, 26], 0],
  [[1, Math.PI], 0],
  [[0, 0], 0],
  [[], 0],
])("all of %j are multiples of %d", (amounts, granule) => {
  expect(granuleOf(amounts)).toBeCloseTo(granule, 9);
});
