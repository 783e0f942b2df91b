import { describe, expect, it } from "vitest";
import type { InitiativeKind } from "./initiative";
import { awaitedSteps, nextSteps, type PossibleStep } from "./next-steps";

const step = (id: string, kind: InitiativeKind, canBegin = true): PossibleStep => ({ id, kind, canBegin, start: 0, duties: [], lifts: [] });
const later = (id: string, kind: InitiativeKind, start: number): PossibleStep => ({ ...step(id, kind), start });
const waiting = (id: string, kind: InitiativeKind): PossibleStep => ({ ...later(id, kind, 1), canBegin: false });
const duty = (id: string, kind: InitiativeKind): PossibleStep => ({ ...step(id, kind), duties: ["record"] });
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
    expect(ids(step("b", "enable"), waiting("a", "enable"), waiting("c", "use"), waiting("d", "use"))).toEqual(["b", "a", "c"]);
  });
  it("leave out what the plan begins later, as long as something else comes before it", () => {
    const minutes = later("minutes", "use", 2);
    expect(ids(step("a", "protect"), step("b", "protect"), later("c", "enable", 1), minutes)).toEqual(["a", "b", "c"]);
    expect(ids(step("a", "protect"), minutes)).toEqual(["a", "minutes"]);
  });
  it("go on where the plan goes on once its first quarter is done", () => {
    expect(ids(later("a", "protect", 1), later("b", "protect", 1), later("c", "use", 1), later("d", "enable", 2))).toEqual(["a", "b", "c"]);
  });
  it("hold what answers a duty before what does not, within a kind and where a kind is filled", () => {
    expect(ids(step("a", "protect"), duty("b", "protect"), step("c", "enable"), step("d", "enable"), duty("e", "protect"))).toEqual([
      "b",
      "e",
      "c",
    ]);
  });
  it("stand as they begin, then by kind, and within a kind as in the plan", () => {
    expect(ids(step("use", "use"), step("rules", "protect"), duty("training", "protect"))).toEqual(["rules", "training", "use"]);
    expect(ids(step("use", "use"), duty("training", "protect"), later("rules", "protect", 1))).toEqual(["training", "use", "rules"]);
    expect(ids(later("use", "use", 1), later("rules", "protect", 1))).toEqual(["rules", "use"]);
  });
  it("are fewer where there are no more, and none twice", () => {
    expect(ids(step("a", "use"), step("b", "use"))).toEqual(["a", "b"]);
    expect(ids()).toEqual([]);
  });
});

describe("what is awaited after them", () => {
  const rules = (start: number): PossibleStep => ({
    ...later("rules", "protect", start),
    lifts: [{ item: "budget" }, { item: "ai-rules" }],
  });
  const three = [step("a", "protect"), step("b", "enable"), step("c", "protect")];
  const awaited = (steps: PossibleStep[], missing: string | null = "ai-rules") => awaitedSteps(steps, missing).map(({ id }) => id);

  it("is the first that closes the gap named first, then the first use of AI", () => {
    expect(awaited([...three, later("use", "use", 1), rules(1), { ...rules(2), id: "more" }, later("other", "use", 2)])).toEqual([
      "rules",
      "use",
    ]);
  });
  it("is nothing that a next step does already", () => {
    expect(awaited([rules(0), step("b", "enable"), step("c", "use"), later("use", "use", 1), { ...rules(2), id: "more" }])).toEqual([]);
    expect(awaited([rules(0), step("b", "enable"), step("c", "protect"), later("use", "use", 1)])).toEqual(["use"]);
  });
  it("is named once where one step is both", () => {
    expect(awaited([...three, { ...rules(1), kind: "use" }])).toEqual(["rules"]);
  });
  it("is only the first use where nothing is named as missing, and nothing where the plan holds neither", () => {
    expect(awaited([...three, rules(1), later("use", "use", 1)], null)).toEqual(["use"]);
    expect(awaited([...three, rules(1)], "strategy")).toEqual([]);
  });
});
