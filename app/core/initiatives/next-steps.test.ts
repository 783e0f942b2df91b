import { describe, expect, it } from "vitest";
import type { InitiativeKind } from "./initiative";
import { nextSteps, type PossibleStep } from "./next-steps";

const step = (id: string, kind: InitiativeKind, canBegin = true): PossibleStep => ({ id, kind, canBegin });
const ids = (...steps: PossibleStep[]) => nextSteps(steps).map(({ id }) => id);

describe("the next three steps", () => {
  it("are the first of each kind that can begin, what protects before what enables before what uses AI", () => {
    expect(
      ids(
        step("use", "use"),
        step("waiting", "enable", false),
        step("enable", "enable"),
        step("protect", "protect"),
        step("second", "protect"),
      ),
    ).toEqual(["protect", "enable", "use"]);
  });
  it("fill a kind that has none with the next in the plan that can begin", () => {
    expect(ids(step("a", "enable"), step("b", "use", false), step("c", "enable"), step("d", "protect"))).toEqual(["d", "a", "c"]);
  });
  it("then with what has to wait", () => {
    expect(ids(step("a", "enable", false), step("b", "enable"), step("c", "use", false), step("d", "use", false))).toEqual(["b", "a", "c"]);
  });
  it("are fewer where there are no more, and none twice", () => {
    expect(ids(step("a", "use"), step("b", "use"))).toEqual(["a", "b"]);
    expect(ids()).toEqual([]);
  });
});
