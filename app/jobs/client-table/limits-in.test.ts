import { expect, it } from "vitest";
import { amountIn } from "./limits-in";

it.each([
  ["12500", 12_500],
  ["12.500 €", 12_500],
  ["€12,500", 12_500],
  ["1.234.567,89", 1_234_567.89],
  ["1,234,567.89 EUR", 1_234_567.89],
  ["7,5", 7.5],
  ["7.5", 7.5],
  ["12 500", 12_500],
  ["-5", undefined],
  ["1.2.3", undefined],
  ["viel", undefined],
  ["", undefined],
])("the amount in %j is %s", (text, amount) => {
  expect(amountIn(text)).toBe(amount);
});
