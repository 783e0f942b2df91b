import { expect, it } from "vitest";
import { initiativeSchema } from "./initiative";

it.each([
  [[1, 3], true],
  [[3, 3], true],
  [[3, 1], false],
  [[-1, 1], false],
])("a range from %j: %s", (range, isRange) => {
  expect(initiativeSchema.shape.durationMonths.safeParse(range).success).toBe(isRange);
});
