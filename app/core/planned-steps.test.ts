import { expect, it } from "vitest";
import { isNothingFitting, isNothingLeft, isPlanOfNobody } from "./planned-steps";

type Planned = Parameters<typeof isPlanOfNobody>[0];

it.each([
  ["suggested, nothing answered", true, null, true],
  ["suggested, something answered", true, 0, false],
  ["taken by somebody, nothing answered yet in a new round", false, null, false],
] as const)("a plan is nobody's or somebody's: %s", (_what, suggested, level, isNobodys) => {
  const plan = { suggested } as Planned["plan"];
  expect(isPlanOfNobody({ plan, items: [{ level }] })).toBe(isNobodys);
});

it.each([
  ["a suggestion without a step, something answered", true, "planned", 0, 4, true],
  ["a suggestion without a step, nothing answered", true, "planned", 0, null, false],
  ["a suggestion with a step", true, "planned", 1, 4, false],
  ["no step within limits that somebody has set", false, "planned", 0, 4, false],
  ["limits that allow no plan", true, "impossible", 0, 4, false],
] as const)("nothing is left to do, or something: %s", (_what, suggested, status, steps, level, isNothing) => {
  const plan = { suggested, status, steps: Array.from({ length: steps }) } as unknown as Planned["plan"];
  expect(isNothingLeft({ plan, items: [{ level }] })).toBe(isNothing);
});

it.each([
  ["limits of somebody, something to do", {}, 1, true],
  ["a suggestion", { suggested: true }, 1, false],
  ["limits that allow no plan", { status: "impossible" }, 1, false],
  ["a plan that was kept", { kept: { on: "2026-11-22" } }, 1, false],
  ["a plan with a step", { steps: [{}] }, 1, false],
  ["nothing to do", {}, 0, false],
] as const)("limits hold nothing of what would help, or something: %s", (_what, changed, listed, isNothing) => {
  const plan = { suggested: false, status: "planned", kept: null, steps: [], ...changed } as unknown as Planned["plan"];
  expect(isNothingFitting({ plan, list: { entries: Array.from({ length: listed }) } })).toBe(isNothing);
});
