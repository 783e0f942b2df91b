import { describe, expect, it } from "vitest";
import { answersOf, type Given } from "../../../tests/support/standard-model";
import { roundInput, twoModels } from "../../../tests/support/rounds";
import { dimensionIds } from "../vocabulary";
import { changeBetween, type RoundInput } from "./change";

const content = twoModels();
const same = { samePeople: true, isRunning: false };
const between = (earlier: Partial<RoundInput>, later: Partial<RoundInput>, how = same) =>
  changeBetween(roundInput(earlier), roundInput(later), how, content);
const four = (value: Given) => [value, value, value, value];
/** The first so many items at one level, the rest at 2. */
const raised = (count: number, level: Given = 3) =>
  answersOf(
    Object.fromEntries(
      dimensionIds.map((id, index) => [id, [0, 1, 2, 3].map((place) => (4 * index + place < count ? level : 2))] as const),
    ),
  );

describe("the total in two parts that add up", () => {
  it("16b: six open, then everything at 2: nothing changed, 8.33 points are clarified", () => {
    const { overall } = between({ answers: raised(6, null) }, {});
    expect(overall?.before.lower).toBeCloseTo(41.67, 2);
    expect(overall?.after.lower).toBeCloseTo(50, 9);
    expect(overall?.total).toBeCloseTo(8.33, 2);
    expect(overall?.changed).toBeCloseTo(0, 9);
    expect(overall?.clarified).toBeCloseTo(8.33, 2);
  });

  it("what was answered in both rounds has changed: eight of 36 items by one level", () => {
    const { overall } = between({}, { answers: raised(8) });
    expect(overall?.changed).toBeCloseTo((8 * 25) / 36, 9);
    expect(overall?.clarified).toBeCloseTo(0, 9);
  });

  it("what became open is no change either", () => {
    const { overall } = between({}, { answers: raised(9, "dk") });
    expect(overall?.total).toBeCloseTo(-12.5, 9);
    expect(overall?.changed).toBeCloseTo(0, 9);
    expect(overall?.after.upper).toBeCloseTo(62.5, 9);
  });

  it("what does not apply any more has its weight taken away: the rest is weighed as in the later round", () => {
    // 55.56 with strategy at 4; 75 without it and everything else one level up, by 25 points.
    const { overall } = between({ answers: answersOf({ strategy: four(4) }, 2) }, { answers: answersOf({ strategy: four("na") }, 3) });
    expect(overall?.before.lower).toBeCloseTo(500 / 9, 9);
    expect(overall?.after.lower).toBeCloseTo(75, 9);
    expect(overall?.changed).toBeCloseTo(25, 9);
    expect(overall?.clarified).toBeCloseTo(75 - 25 - 500 / 9, 9);
  });

  it("what applies now counts as clarified", () => {
    const { overall } = between({ answers: answersOf({ strategy: four("na") }, 2) }, { answers: answersOf({ strategy: four(4) }, 2) });
    expect(overall?.changed).toBeCloseTo(0, 9);
    expect(overall?.clarified).toBeCloseTo(50 / 9, 9);
  });

  it("is told of each topic", () => {
    const { dimensions } = between({}, { answers: answersOf({ strategy: [3, 3, 2, "dk"] }, 2) });
    expect(dimensions.map(({ id }) => id)).toEqual([...dimensionIds]);
    expect(dimensions[0]?.change).toMatchObject({ total: 0, changed: 12.5, clarified: -12.5 });
    expect(dimensions[1]?.change).toMatchObject({ total: 0, changed: 0, clarified: 0 });
  });

  it("is not told where nothing applies", () => {
    const { overall, dimensions, isBeyondNoise } = between({ answers: answersOf("na") }, {});
    expect([overall, dimensions[0]?.change, isBeyondNoise]).toEqual([null, null, false]);
  });
});

describe("a change beyond what answering again does", () => {
  it.each([
    [7, true, false],
    [8, true, true],
    [18, false, false],
    [19, false, true],
  ])("%i of 36 items one level up, the same people: %s", (count, samePeople, expected) => {
    const change = between({}, { answers: raised(count) }, { ...same, samePeople });
    expect(change.isBeyondNoise).toBe(expected);
    expect(change.threshold).toBe(samePeople ? 5 : 13);
  });

  it.each([
    [2, 3],
    [3, 2],
  ] as const)("begins with exactly 5 points, up or down: from %i to %i", (from, to) => {
    // With weight 2 of 10 one level of strategy is 5 points.
    const strategy = (level: 2 | 3) => ({ weights: { strategy: 2 }, answers: answersOf({ strategy: four(level) }, 2) });
    const { overall, isBeyondNoise } = between(strategy(from), strategy(to));
    expect(Math.abs(overall?.changed ?? 0)).toBeCloseTo(5, 9);
    expect(isBeyondNoise).toBe(true);
  });

  it("is never a clarification, however large", () => {
    expect(between({ answers: raised(30, null) }, {}).isBeyondNoise).toBe(false);
  });
});

it("both rounds are weighed as the later one, so that another weight is no change", () => {
  const answers = answersOf({ strategy: four(4) }, 2);
  const { overall } = between({ answers }, { answers, weights: { strategy: 2 } });
  expect(overall?.before.lower).toBeCloseTo(60, 9);
  expect(overall).toMatchObject({ total: 0, changed: 0, clarified: 0 });
});

describe("what is compared", () => {
  it("is everything that both rounds asked", () => {
    const { comparable, incomparable, waiting } = between({}, {});
    expect([comparable.length, incomparable, waiting]).toEqual([36, [], []]);
  });

  it("are the key items, where the earlier round was a quick check", () => {
    const { comparable, incomparable } = between({ depth: "quick", answers: answersOf(1) }, {});
    expect(comparable).toEqual(dimensionIds.map((id) => `${id}-1`));
    expect(incomparable).toHaveLength(27);
  });

  it("are the items that mean the same under the later model, under whatever name", () => {
    const answers = { ...answersOf(3), "skills-9": { level: 4 } as const };
    const change = between({ answers: answersOf(2) }, { modelVersion: "2.0.0", answers });
    expect(change.incomparable).toEqual(["strategy-1", "funding-1"]);
    expect(change.comparable).toHaveLength(34);
    expect(change.items.find(({ item }) => item === "skills-9")).toEqual({
      ...{ item: "skills-9", dimension: "skills", kind: "better", from: 2, to: 4 },
    });
    // 33 items by 25 points and one by 50, each a 34th.
    expect(change.overall?.changed).toBeCloseTo((33 * 25 + 50) / 34, 9);
  });

  it("is nothing where the earlier round was answered under a later model", () => {
    expect(between({ modelVersion: "2.0.0" }, {})).toMatchObject({ comparable: [], overall: null });
  });

  it("is what has been answered already, while a round runs", () => {
    const waiting = ["strategy-1", "strategy-2"];
    const answers = { ...answersOf({ strategy: [null, 4, 2, 2] }, 2) };
    const running = between({}, { answers, waiting }, { ...same, isRunning: true });
    expect(running.waiting).toEqual(["strategy-1"]);
    expect(running.comparable).toHaveLength(35);
    expect(running.overall?.total).toBeCloseTo(50 / 35, 9);
    expect(between({}, { answers, waiting }), "once it is closed, what waits is open").toMatchObject({ waiting: [] });
    expect(between({}, { answers, waiting }).items[0]).toMatchObject({ item: "strategy-1", kind: "opened" });
  });
});

it("says of each item what has happened to it, and nothing of the others", () => {
  const [before, after]: [Given[], Given[]] = [
    [1, 3, null, 2],
    [2, 1, 0, "dk"],
  ];
  const { items } = between(
    { answers: answersOf({ strategy: before, funding: [2, "na", "na", "dk"] }, 2) },
    { answers: answersOf({ strategy: after, funding: ["na", 4, null, null] }, 2) },
  );
  expect(items.map(({ item, kind, from, to }) => [item, kind, from, to])).toEqual([
    ["strategy-1", "better", 1, 2],
    ["strategy-2", "worse", 3, 1],
    ["strategy-3", "answered", "open", 0],
    ["strategy-4", "opened", 2, "open"],
    ["funding-1", "not-applicable", 2, "na"],
    ["funding-2", "applicable", "na", 4],
    ["funding-3", "applicable", "na", "open"],
  ]);
});

it("an item about use counts as 0 where there was none", () => {
  const answers = answersOf({ "use-cases": [2, 2, 2, null] }, 2);
  const { items } = between({ aiUse: "none", answers }, {});
  expect(items).toEqual([{ item: "use-cases-4", dimension: "use-cases", kind: "better", from: 0, to: 2 }]);
});

it("tells the initiatives that were done meanwhile", () => {
  expect(between({ done: ["a"] }, { done: ["a", "b"] }).done).toEqual(["b"]);
});
