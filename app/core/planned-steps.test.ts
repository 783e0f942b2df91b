import { expect, it } from "vitest";
import { isPlanOfNobody } from "./planned-steps";

type Planned = Parameters<typeof isPlanOfNobody>[0];

it.each([
  ["suggested, nothing answered", true, null, true],
  ["suggested, something answered", true, 0, false],
  ["taken by somebody, nothing answered yet in a new round", false, null, false],
] as const)("a plan is nobody's or somebody's: %s", (_what, suggested, level, isNobodys) => {
  const plan = { suggested } as Planned["plan"];
  expect(isPlanOfNobody({ plan, items: [{ level }] })).toBe(isNobodys);
});
