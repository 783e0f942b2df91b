import fc from "fast-check";
import { levelOf, type Answer, type Answers, type Level } from "../../app/core/assessment/answer";
import type { Initiative } from "../../app/core/initiatives/initiative";
import type { RoadmapInput } from "../../app/core/plan/problem";
import { scoreDimension } from "../../app/core/score/dimension-score";
import { scoreOverall } from "../../app/core/score/overall-score";
import { stageOf } from "../../app/core/score/stage";
import type { DimensionId } from "../../app/core/vocabulary";
import { initiative, item, dimension, modelVersion } from "./builders";
import { everywhere, roadmapInput } from "./roadmaps";

/**
 * The roadmap once more, by trying everything: slow, without a solver, and with the scores of the report itself.
 * What it says is what the roadmap is tested against.
 */
export type Tried = { ids: string[]; gain: number; costEuro: number; personDays: number };

const slack = 1e-9;

/** Scores after these are finished, with open items at level 0. */
export function scoresAfter(input: RoadmapInput, finished: Initiative[]) {
  const answers: Answers = {};
  for (const { id } of input.questionnaire.dimensions.flatMap(({ items }) => items)) {
    const own = levelOf(input.answers[id]);
    const lifted = finished.flatMap(({ lifts }) => lifts.filter((lift) => lift.item === id).map(({ level }) => level));
    answers[id] = own === "na" ? { answer: "na", reason: "entfällt" } : { level: Math.max(own === "open" ? 0 : own, ...lifted) as Level };
  }
  const dimensions = input.questionnaire.dimensions.map((one) =>
    scoreDimension(one, input.depth, answers, input.weights.get(one.id) ?? one.weight),
  );
  return { overall: scoreOverall(dimensions).lower ?? 0, dimension: new Map(dimensions.map(({ id, lower }) => [id, lower])) };
}

export function costOf({ costEuro }: Initiative): number {
  const [low, high] = costEuro["inhabitants-under-20000"] ?? [NaN, NaN];
  return (low + high) / 2;
}
export function effortOf({ effortPersonDays }: Initiative): number {
  const [low, high] = effortPersonDays["inhabitants-under-20000"] ?? [NaN, NaN];
  return (low + high) / 2;
}

/** Whole quarters, and more where there are fewer people than it takes. */
export function lengthOf(one: Initiative, { personDaysPerQuarter }: RoadmapInput): number {
  let length = 1;
  while (length * 3 < (one.durationMonths[0] + one.durationMonths[1]) / 2) length += 1;
  if (effortOf(one) > 0 && personDaysPerQuarter === 0) return Infinity;
  while (effortOf(one) / length > personDaysPerQuarter + slack) length += 1;
  return length;
}

/** Whether it may start once these are finished. */
export function mayStart(one: Initiative, finished: Initiative[], input: RoadmapInput): boolean {
  const isThere = (id: string) => {
    const required = input.initiatives.find((other) => other.id === id);
    const isFulfilled = required?.lifts.every((lift) => {
      const own = levelOf(input.answers[lift.item]);
      return own === "na" || (own !== "open" && own >= lift.level);
    });
    return isFulfilled === true || finished.some((other) => other.id === id);
  };
  const isReached = (dimension: DimensionId, stage: number) => {
    const asked = input.questionnaire.dimensions.find(({ id }) => id === dimension);
    const today = asked && scoreDimension(asked, input.depth, input.answers, 1).stage;
    return (today ?? -1) >= stage || stageOf(scoresAfter(input, finished).dimension.get(dimension) ?? -1) >= stage;
  };
  return one.requires.initiatives.every(isThere) && one.requires.stages.every(({ dimension, stage }) => isReached(dimension, stage));
}

const isAllowed = (ids: string[], input: RoadmapInput) =>
  input.pinned.every((id) => ids.includes(id)) && !input.excluded.some((id) => ids.includes(id));

function* subsetsOf<Entry>([first, ...rest]: Entry[]): Generator<Entry[]> {
  if (first === undefined) return yield [];
  for (const subset of subsetsOf(rest)) {
    yield subset;
    yield [first, ...subset];
  }
}

function* layoutsOf([first, ...rest]: Initiative[], input: RoadmapInput): Generator<{ one: Initiative; start: number; end: number }[]> {
  if (first === undefined) return yield [];
  for (const layout of layoutsOf(rest, input))
    for (let start = 0; start + lengthOf(first, input) <= input.quarters; start += 1)
      yield [{ one: first, start, end: start + lengthOf(first, input) }, ...layout];
}

/** Whether some layout keeps the person-days of every quarter and every order. */
function canBeLaidOut(subset: Initiative[], input: RoadmapInput): boolean {
  for (const layout of layoutsOf(subset, input)) {
    const daysIn = (quarter: number) =>
      layout.reduce((sum, { one, start, end }) => (start <= quarter && quarter < end ? sum + effortOf(one) / (end - start) : sum), 0);
    const fits = Array.from({ length: input.quarters }, (_, quarter) => daysIn(quarter)).every(
      (days) => days <= input.personDaysPerQuarter + slack,
    );
    const isInOrder = () =>
      layout.every(({ one, start }) =>
        mayStart(
          one,
          layout.filter(({ end }) => end <= start).map((place) => place.one),
          input,
        ),
      );
    if (fits && isInOrder()) return true;
  }
  return false;
}

/** Whether they can be done one after the other, if neither time nor people are short. */
function haveAnOrder(subset: Initiative[], input: RoadmapInput): boolean {
  const done: Initiative[] = [];
  for (;;) {
    const next = subset.find((one) => !done.includes(one) && mayStart(one, done, input));
    if (!next) return done.length === subset.length;
    done.push(next);
  }
}

/** Every set of initiatives that keeps what the user has set, with what it gains. */
export function tryAll(input: RoadmapInput, time: "laid-out" | "in-some-order"): Tried[] {
  const before = scoresAfter(input, []).overall;
  const possible = time === "laid-out" ? canBeLaidOut : haveAnOrder;
  const tried: Tried[] = [];
  for (const subset of subsetsOf(input.initiatives)) {
    const ids = subset.map(({ id }) => id);
    const sum = (of: (one: Initiative) => number) => subset.reduce((total, one) => total + of(one), 0);
    const [costEuro, personDays] = [sum(costOf), sum(effortOf)];
    if (!isAllowed(ids, input) || costEuro > input.budgetEuro + slack) continue;
    if (personDays > input.personDaysPerQuarter * input.quarters + slack || !possible(subset, input)) continue;
    tried.push({ ids, gain: scoresAfter(input, subset).overall - before, costEuro, personDays });
  }
  return tried;
}

const dimensions: DimensionId[] = ["strategy", "skills", "security"];
const items = dimensions.flatMap((id) => [`${id}-1`, `${id}-2`]);
const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
const answer = fc.oneof(
  { arbitrary: level.map((own): Answer | undefined => ({ level: own })), weight: 6 },
  { arbitrary: fc.constantFrom<(Answer | undefined)[]>({ answer: "dk" }, { answer: "na", reason: "entfällt" }, undefined), weight: 1 },
);
const rarely = fc.integer({ min: 0, max: 9 }).map((number) => number === 0);

/** Small organisations with small catalogues: overlapping lifts, requirements, stages, pins and exclusions. */
export function anyRoadmapInput(most: number, setting: fc.Arbitrary<Partial<RoadmapInput> & { longest: number }>) {
  const stage = fc.record({ dimension: fc.constantFrom(...dimensions), stage: fc.integer({ min: 1, max: 3 }) });
  const one = fc.record({
    lifts: fc.uniqueArray(fc.record({ item: fc.constantFrom(...items), level: fc.integer({ min: 1, max: 4 }) }), {
      selector: (lift) => lift.item,
      minLength: 1,
      maxLength: 3,
    }),
    requires: fc.array(fc.nat(most - 1), { maxLength: 1 }),
    stages: fc.oneof(
      { arbitrary: fc.constant<Initiative["requires"]["stages"]>([]), weight: 3 },
      { arbitrary: fc.array(stage, { minLength: 1, maxLength: 1 }), weight: 1 },
    ),
    cost: fc.nat(6),
    effort: fc.nat(8),
    months: fc.nat(9),
    isPinned: rarely,
    isExcluded: rarely,
  });
  const weight = fc.constantFrom(1, 1, 2, 0.3);
  return fc
    .record({
      answers: fc.array(answer, { minLength: items.length, maxLength: items.length }),
      weights: fc.array(weight, { minLength: items.length + dimensions.length, maxLength: items.length + dimensions.length }),
      all: fc.array(one, { minLength: 1, maxLength: most }),
      setting,
    })
    .map(({ answers, weights, all, setting: { longest, ...rest } }): RoadmapInput => {
      const nameOf = (index: number) => `i${index}`;
      return roadmapInput({
        questionnaire: {
          track: "municipality",
          modelVersion,
          dimensions: dimensions.map((id, index) =>
            dimension(
              id,
              [2 * index, 2 * index + 1].map((place) =>
                item(items[place] ?? "", { weight: weights[place] ?? 1, allowsNotApplicable: true }),
              ),
              { weight: weights[items.length + index] ?? 1 },
            ),
          ),
        },
        answers: Object.fromEntries(items.flatMap((id, index) => (answers[index] ? [[id, answers[index]]] : []))),
        initiatives: all.map((own, index) =>
          initiative(nameOf(index), {
            tracks: ["municipality"],
            lifts: own.lifts,
            // Earlier ones only, so that no requirement runs in a circle.
            requires: { initiatives: own.requires.filter((other) => other < index).map(nameOf), stages: own.stages },
            costEuro: everywhere(own.cost * 100),
            effortPersonDays: everywhere(own.effort),
            durationMonths: [0, Math.min(own.months, longest) * 2],
          }),
        ),
        pinned: all.flatMap((own, index) => (own.isPinned ? [nameOf(index)] : [])),
        excluded: all.flatMap((own, index) => (own.isExcluded ? [nameOf(index)] : [])),
        ...rest,
      });
    });
}
