import { expect, it } from "vitest";
import { isMore } from "./same";

it("is more by more than a millionth of a point, a euro or a person-day", () => {
  expect([-1, 0, 1e-6, 2e-6].map((amount) => isMore(amount, 0))).toEqual([false, false, false, true]);
});
