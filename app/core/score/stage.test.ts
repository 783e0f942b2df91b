import { expect, it } from "vitest";
import { exceeds } from "./stage";

it("a value exceeds another one by more than what sums of weights are off by", () => {
  expect([-1, 0, 1e-9, 2e-9].map((value) => exceeds(value, 0))).toEqual([false, false, false, true]);
});
