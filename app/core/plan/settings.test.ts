import { expect, it } from "vitest";
import { isNoted, noStep } from "./settings";

it("knows whether anything was noted about an initiative", () => {
  expect(isNoted(noStep)).toBe(false);
  for (const noted of [{ status: "done" as const }, { owner: "CIO" }, { due: "2027-03-31" }, { note: "x" }])
    expect(isNoted({ ...noStep, ...noted }), JSON.stringify(noted)).toBe(true);
});
