import { describe, expect, it } from "vitest";
import { answersOf, standardModel, type Given } from "../../../tests/support/standard-model";
import type { Answers } from "../assessment/answer";
import { errorOf } from "../certainty/rater-error";
import { scoredItems } from "../score/scored-items";
import { dimensionIds } from "../vocabulary";
import { agreedAnswers } from "./agreed-answers";
import { agreementOf } from "./agreement";
import { findDisagreements, findLeniencies, spreadOf } from "./spread";
import { noTeam, respondentsOf, type Person } from "./team";

const model = standardModel();
const ids = model.dimensions.flatMap(({ items }) => items.map(({ id }) => id));
/** The first `count` items at one level, the others at another. */
const first = (count: number, level: Given, rest: Given = 2): Answers => {
  const [some, others] = [answersOf(level), answersOf(rest)];
  return Object.fromEntries(ids.flatMap((id, index) => { const answer = (index < count ? some : others)[id]; return answer ? [[id, answer]] : []; })); // prettier-ignore
};
const people = (...all: Answers[]) => all.map((answers, index) => ({ name: "ABC"[index] ?? null, answers }));
const person = (answers: Answers): Person => ({ name: "B", items: ids, until: null, state: "done", ask: "", answers });
const agreed = ([own = {}, ...others]: Answers[]) => agreedAnswers(own, { ...noTeam, people: others.map(person) });
const agreement = (answers: Answers[]) => {
  const [own = {}, ...others] = answers;
  const items = scoredItems(model, { depth: "full", aiUse: "unknown", answers: agreed(answers) });
  const respondents = respondentsOf(own, { people: others.map(person) });
  return agreementOf({ respondents, recorded: [], showNames: true }, items, "0000002a");
};

describe("worked cases of the method, section 12", () => {
  it("15: two people, one half a level higher", () => {
    const both = [answersOf(2), first(18, 3)];
    const spread = spreadOf(people(...both), ids);
    expect(spread.personVariance).toBeCloseTo(0.08373, 5);
    expect(spread.ownError).toBeCloseTo(0.04139, 5);
    expect(spread).toMatchObject({ meanLevels: 2, twoShare: 1 });
    const error = errorOf(spread);
    expect(error.shiftDeviation).toBeCloseTo(0.3192, 4);
    expect(error.ownError).toBeCloseTo(0.0207, 4);
    expect(error.shiftMean).toBe(0);
    expect(agreed(both)).toEqual(answersOf(2));
    expect(findLeniencies(people(...both), ids)).toEqual([{ lower: 0, higher: 1, levels: 0.5, items: 36 }]);
    expect(agreement(both)).toMatchObject({ people: 2, shared: { items: 36, same: 18, near: 18, apart: 0 }, disagreements: [] });
  });

  it("15b: three people", () => {
    const three = [answersOf(2), first(18, 3), first(9, 1)];
    const spread = spreadOf(people(...three), ids);
    expect(spread.personVariance).toBeCloseTo(0.1067, 5);
    expect(spread.ownError).toBeCloseTo(0.05746, 5);
    const error = errorOf(spread);
    expect(error.shiftDeviation).toBeCloseTo(0.3091, 4);
    expect(error.ownError).toBeCloseTo(0.0192, 4);
    expect(error.shiftMean).toBeCloseTo(-0.1, 12);
    expect(agreed(three)).toEqual(answersOf(2));
    expect(agreement(three).disagreements.map(({ item }) => item)).toEqual(ids.slice(0, 9));
  });

  it("16: two people who say the same", () => {
    const spread = spreadOf(people(answersOf(2), answersOf(2)), ids);
    expect(spread.personVariance).toBeCloseTo(0.05, 12);
    expect(spread.ownError).toBeCloseTo(0.02, 12);
    expect(errorOf(spread).shiftDeviation).toBeCloseTo(0.2915, 4);
    expect(errorOf(spread).ownError).toBeCloseTo(0.01, 12);
  });

  it("17b: two people who share the work, and one alone", () => {
    const halves = people(first(18, 2, null), first(18, null, 2));
    for (const some of [halves, people(answersOf(2)), []])
      expect(errorOf(spreadOf(some, ids))).toEqual({ shiftMean: -0.1, shiftDeviation: 0.35, ownError: 0.1, evidenceFactor: 0.7 });
  });
});

describe("bounds of what is measured", () => {
  it("two people of whom one is far higher: no more than 0.25", () => {
    const spread = spreadOf(people(answersOf(0), answersOf(4)), ids);
    expect(spread.personVariance).toBe(0.25);
  });
  it("two people who answer at random against each other: q is at most 0.25, τ² no less than assumed people leave it", () => {
    const [high, low] = [0, 1].map((odd) =>
      Object.fromEntries(ids.map((id, index) => [id, { level: index % 2 === odd ? (4 as const) : (0 as const) }])),
    );
    const spread = spreadOf(people(high ?? {}, low ?? {}), ids);
    expect([spread.ownError, spread.personVariance]).toEqual([0.25, 0.05]);
  });
  it("eleven items that both have answered say nothing, twelve do", () => {
    const both = (count: number) => people(first(count, 2, null), first(count, 3, null));
    expect(spreadOf(both(11), ids)).toMatchObject({ personVariance: 0.0625, ownError: 0.1, meanLevels: 2 });
    expect(spreadOf(both(12), ids).personVariance).toBeCloseTo((0.25 + 0.5 / 0.72) / 5, 12);
    expect([findLeniencies(both(11), ids), findLeniencies(both(12), ids)]).toEqual([[], [{ lower: 0, higher: 1, levels: 1, items: 12 }]]);
  });
  it("somebody who has given no level is nobody to τ²", () => {
    const both = [answersOf(2), first(18, 3)];
    expect(spreadOf(people(...both, answersOf("dk")), ids)).toEqual(spreadOf(people(...both), ids));
  });
});

describe("who answers higher", () => {
  it("is told from a quarter of a level on, the greatest difference first, whoever comes first", () => {
    const three = people(first(9, 3), answersOf(2), first(8, 1));
    expect(findLeniencies(three, ids).map(({ lower, higher, levels }) => [lower, higher, levels])).toEqual([
      [2, 0, 9 / 36 + 8 / 36],
      [1, 0, 0.25],
    ]);
  });
});

describe("what is to be talked about", () => {
  const items = scoredItems(model, { depth: "full", aiUse: "unknown", answers: answersOf(2) });
  const [a, b, c, d] = ids as [string, string, string, string];
  const at = (levels: Record<string, Given>): Answers =>
    Object.fromEntries(
      Object.entries(levels).map(([id, given]) => [
        id,
        given === "na" ? { answer: "na" as const, reason: "r" } : { level: given as 0 | 1 | 2 | 3 | 4 },
      ]),
    );
  it("is a spread of two or more, or a level against not applicable; by spread, then weight, then order", () => {
    const both = people(at({ [a]: 1, [b]: 0, [c]: "na", [d]: 1 }), at({ [a]: 3, [b]: 3, [c]: 2, [d]: 2 }));
    expect(findDisagreements(both, items)).toEqual([
      { item: b, spread: 3, isAgainstNotApplicable: false },
      { item: a, spread: 2, isAgainstNotApplicable: false },
      { item: c, spread: 0, isAgainstNotApplicable: true },
    ]);
    const heavier = items.map((item) => (item.id === d ? { ...item, share: 0.5 } : item));
    const even = people(at({ [a]: 1, [d]: 1 }), at({ [a]: 3, [d]: 3 }));
    expect(findDisagreements(even, heavier).map(({ item }) => item)).toEqual([d, a]);
  });
  it("is nothing that somebody has recorded, and every item that is not is provisional", () => {
    const respondents = people(at({ [a]: 0, [b]: 1 }), at({ [a]: 4, [b]: 1, [c]: 2 }));
    const found = agreementOf({ respondents, recorded: [a, "unknown"], showNames: false }, items, "0000002a");
    expect(found).toMatchObject({ disagreements: [], recorded: [a], provisional: [b], names: [], people: 2 });
  });
  it("is asked about under every topic", () => {
    expect(dimensionIds).toHaveLength(9);
    expect(agreement([answersOf(0), answersOf(4)]).disagreements).toHaveLength(36);
  });
});
