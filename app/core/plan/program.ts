import { pointsPerLevel, type ScoredItem } from "../score/scored-items";
import { earliestFinish } from "./earliest-finish";
import { dimensionPoints, levelsAfter, worthOf } from "./levels";
import type { Option, Place } from "./option";
import type { PlanProblem } from "./problem";

/** A factor and the variable it goes with. */
type Term = [factor: number, variable: string];
export type Row = { terms: Term[]; relation: "<=" | ">="; bound: number };

/** A variable that is 1 where the candidate is chosen and starts in this quarter. */
export type Slot = Place & { variable: string };

/**
 * What one run makes as large (gain) or as small (all else) as it can. `delay` counts the quarters that forced duties wait
 * until something that answers them begins, `rank` prefers the earlier ids.
 */
export type Aim = "delay" | "gain" | "cost" | "effort" | "rank";

/** All quarters as one, or each by itself. */
export type Time = "whole" | "by-quarter";

/** The mixed-integer program of the method, section 7. */
export type Program = {
  problem: PlanProblem;
  slots: Slot[];
  /** The quarter in which a slot begins; where all quarters are one, the first in which it could. */
  beginOf: (slot: Place) => number;
  /** Variables between 0 and 1 that need not be integers. */
  shares: string[];
  rows: Row[];
  /** What the solver has learnt about those that wait for each other; holds for every budget. */
  learnt: Row[];
  sums: Record<Aim, Term[]>;
};

/**
 * Writes the problem as a program, in one of two ways. `whole` asks only what to choose: all quarters are one, with
 * all their person-days, and whatever is chosen counts as finished for whatever else is. `by-quarter` asks as well
 * when to start it: within the person-days of each quarter, and each after what it needs and on the stages it
 * stands on. What `by-quarter` allows, `whole` allows too; so no plan is better than the best choice of `whole`.
 * @param groups of which at least one must be in, by id.
 * @param learnt from the same problem under another budget; what this one learns is added.
 */
export function programOf(problem: PlanProblem, time: Time, groups: readonly string[][], learnt: Row[] = []): Program {
  const { candidates, limits } = problem;
  const finish = earliestFinish(problem.items, candidates);
  const earliest = ({ id, quarters }: Option) => (finish.get(id) ?? Infinity) - quarters;
  const slots = slotsOf(problem, time, earliest);
  const beginOf = ({ candidate, start }: Place) => (time === "whole" ? earliest(candidate) : start);
  const delays = delaysOf(problem, slots, beginOf);
  const { shares, rows: shareRows, lifted } = lifting(problem, slots, time);
  const count = (of: (slot: Slot) => number): Term[] => slots.map((slot) => [of(slot), slot.variable]);
  const sums: Program["sums"] = {
    delay: delays.map(({ share }) => [1, share]),
    gain: lifted(limits.quarters, candidates, worthOf),
    cost: count(({ candidate }) => candidate.costEuro),
    effort: count(({ candidate }) => candidate.personDays),
    rank: count(({ candidate }) => candidates.indexOf(candidate) + 1),
  };
  const rows = [
    ...candidates.map(({ id }): Row => ({ terms: termsOf(slots, [id], 1), relation: "<=", bound: 1 })),
    ...groups.map((group): Row => ({ terms: termsOf(slots, group, 1), relation: ">=", bound: 1 })),
    { terms: sums.cost, relation: "<=" as const, bound: limits.budgetEuro },
    ...capacityRows(problem, time, slots, sums.effort),
    ...needRows(problem, slots, time),
    ...stageRows(problem, slots, lifted),
    ...delays.map(({ row }) => row),
    ...shareRows,
  ];
  const allShares = [...shares, ...delays.map(({ share }) => share)];
  return { problem, slots, beginOf, shares: allShares, rows: rows.filter(({ bound }) => Number.isFinite(bound)), learnt, sums };
}

function slotsOf({ candidates, limits }: PlanProblem, time: Time, earliest: (candidate: Option) => number): Slot[] {
  return candidates.flatMap((candidate, index) => {
    const first = time === "whole" ? 0 : earliest(candidate);
    const last = time === "whole" ? 0 : limits.quarters - candidate.quarters;
    const length = Math.max(0, last - first + 1);
    return Array.from({ length }, (_, offset): Slot => ({ candidate, start: first + offset, variable: `x${index}_${first + offset}` }));
  });
}

const termsOf = (slots: Slot[], ids: readonly string[], factor: number, when: (slot: Slot) => boolean = () => true): Term[] =>
  slots.filter((slot) => ids.includes(slot.candidate.id) && when(slot)).map(({ variable }) => [factor, variable]);

const isFinishedBefore = (quarter: number, time: Time) => (slot: Slot) =>
  time === "whole" || slot.start + slot.candidate.quarters <= quarter;

/** A share for each quarter that a duty may wait through: 1 unless something that answers it begins by then. */
function delaysOf({ duties }: PlanProblem, slots: Slot[], beginOf: (slot: Slot) => number): { share: string; row: Row }[] {
  return duties.flatMap((group, index) => {
    const begins = slots.filter(({ candidate }) => group.includes(candidate.id)).map(beginOf);
    return Array.from({ length: Math.max(0, ...begins) }, (_, quarter) => {
      const share = `d${index}_${quarter}`;
      return {
        share,
        row: { terms: [[1, share], ...termsOf(slots, group, 1, (slot) => beginOf(slot) <= quarter)], relation: ">=", bound: 1 },
      };
    });
  });
}

/** What those finished before a quarter add to the items, as a sum of shares. */
type Lifted = (quarter: number, lifters: Option[], worth: (item: ScoredItem) => number) => Term[];

/**
 * A step is a level that is not reached yet; its share is at most 1 and at most the number of those that lift the
 * item so far: it is gained once, however many lift it. Shares need not be integers, because only slots bound them
 * from above. Nor need a step wait for the one below: whoever lifts to a level lifts to those below it.
 */
function lifting(problem: PlanProblem, slots: Slot[], time: Time): { shares: string[]; rows: Row[]; lifted: Lifted } {
  const shares: string[] = [];
  const rows: Row[] = [];
  const lifted: Lifted = (quarter, lifters, worth) =>
    problem.items.flatMap((item, place) => {
      if (worth(item) === 0) return [];
      return stepsOf(item, place, lifters).map(({ levels, by }): Term => {
        const share = `s${shares.length}`;
        shares.push(share);
        rows.push({ terms: [[1, share], ...termsOf(slots, by, -1, isFinishedBefore(quarter, time))], relation: "<=", bound: 0 });
        return [levels * worth(item), share];
      });
    });
  return { shares, rows, lifted };
}

/** The levels of an item above where it stands, joined where the same initiatives reach them. */
function stepsOf({ level: today }: ScoredItem, place: number, lifters: Option[]): { levels: number; by: string[] }[] {
  const steps: { levels: number; by: string[] }[] = [];
  for (let level = (today ?? 0) + 1; level <= 4; level += 1) {
    const by = lifters.filter(({ lifts }) => lifts.some((lift) => lift.place === place && lift.level >= level)).map(({ id }) => id);
    const below = steps.at(-1);
    // Whoever reaches a level reaches those below it: where they are as many, they are the same.
    if (below && below.by.length === by.length) below.levels += 1;
    else if (by.length > 0) steps.push({ levels: 1, by });
  }
  return steps;
}

function capacityRows({ limits: { personDaysPerQuarter, quarters } }: PlanProblem, time: Time, slots: Slot[], effort: Term[]): Row[] {
  if (time === "whole") return [{ terms: effort, relation: "<=", bound: personDaysPerQuarter * quarters }];
  return Array.from({ length: quarters }, (_, quarter) => ({
    terms: slots.map((slot): Term => [daysIn(slot, quarter), slot.variable]),
    relation: "<=",
    bound: personDaysPerQuarter,
  }));
}

/** Started by a quarter only where one of each group it needs is finished before. */
function needRows({ candidates }: PlanProblem, slots: Slot[], time: Time): Row[] {
  return candidates.flatMap(({ id, needs }) =>
    needs.flatMap((group) =>
      startsOf(id, slots).map((start): Row => ({
        terms: [...termsOf(slots, [id], 1, (slot) => slot.start <= start), ...termsOf(slots, group, -1, isFinishedBefore(start, time))],
        relation: "<=",
        bound: 0,
      })),
    ),
  );
}

/**
 * Started by a quarter only where a dimension has its points by what is finished before. That an initiative helps
 * itself up is left to `standstills` where all quarters are one; by quarter it cannot be finished before it starts.
 */
function stageRows({ items, candidates }: PlanProblem, slots: Slot[], lifted: Lifted): Row[] {
  const levels = levelsAfter(items, []);
  const known = new Map<string, Term[]>();
  return candidates.flatMap(({ id, stages }) =>
    stages.flatMap(({ dimension, points }) => {
      const own = items.filter((item) => item.dimension === dimension);
      const weight = own.reduce((sum, item) => sum + item.weight, 0);
      const worth = (item: ScoredItem) => (item.dimension === dimension ? (item.weight * pointsPerLevel) / weight : 0);
      const today = dimensionPoints(items, dimension, levels);
      return startsOf(id, slots).map((start): Row => {
        const key = `${dimension} ${start}`;
        const reached = known.get(key) ?? lifted(start, candidates, worth);
        known.set(key, reached);
        return { terms: [...reached, ...termsOf(slots, [id], today - points, (slot) => slot.start <= start)], relation: ">=", bound: 0 };
      });
    }),
  );
}

const startsOf = (id: string, slots: Slot[]): number[] => slots.filter(({ candidate }) => candidate.id === id).map(({ start }) => start);

/**
 * What `whole` overlooks: those of a choice that could never start, or not be finished in time, if nothing else were
 * done, because they wait for each other. The fewer the initiatives, the less can start; so each of them needs one
 * more of those that could help it.
 * @returns one row for each; none where all of them can be finished in time.
 */
export function standstills({ problem, slots }: Program, chosen: readonly Option[]): Row[] {
  const finish = earliestFinish(problem.items, chosen);
  const stuck = chosen.filter(({ id }) => (finish.get(id) ?? Infinity) > problem.limits.quarters || !finish.has(id));
  return stuck.map((one) => {
    const others = [...helpersOf(one, problem)].filter((other) => !chosen.includes(other)).map(({ id }) => id);
    return { terms: [...termsOf(slots, [one.id], 1), ...termsOf(slots, others, -1)], relation: "<=", bound: 0 };
  });
}

/** All that could be needed for an initiative, and for what could be needed for it. */
function helpersOf(option: Option, { items, candidates }: PlanProblem): Set<Option> {
  const helpers = new Set<Option>();
  const add = ({ needs, stages }: Option): void => {
    const isStage = (place: number) => stages.some(({ dimension }) => items[place]?.dimension === dimension);
    for (const other of candidates) {
      if (helpers.has(other) || !(needs.flat().includes(other.id) || other.lifts.some(({ place }) => isStage(place)))) continue;
      helpers.add(other);
      add(other);
    }
  };
  add(option);
  return helpers;
}

/** The quarters that each duty waits until something that answers it begins, all together. */
export function delayOf({ duties, limits }: PlanProblem, places: readonly Place[], beginOf = ({ start }: Place) => start): number {
  const begins = duties.map((group) => places.filter(({ candidate }) => group.includes(candidate.id)).map(beginOf));
  return begins.reduce((sum, own) => sum + Math.min(limits.quarters, ...own), 0);
}

/**
 * What is left of a problem where only the delay matters: whatever holds a group, and all that could help it. Whatever else
 * is done makes nothing begin earlier.
 */
export function onlyNeeded(problem: PlanProblem, groups: readonly string[][]): PlanProblem {
  const needed = problem.candidates.filter(({ id }) => groups.flat().includes(id));
  const all = new Set(needed.flatMap((one) => [one, ...helpersOf(one, problem)]));
  return { ...problem, candidates: problem.candidates.filter((one) => all.has(one)) };
}

/** Person-days that a slot takes in a quarter: its effort, spread evenly. */
export function daysIn({ candidate, start }: Place, quarter: number): number {
  const running = start <= quarter && quarter < start + candidate.quarters;
  return running ? candidate.personDays / candidate.quarters : 0;
}

/** In the CPLEX LP format; the same program gives the same text. */
export function programText({ slots, shares, rows, learnt, sums }: Program, aim: Aim, more: readonly Row[]): string {
  return [
    aim === "gain" ? "Maximize" : "Minimize",
    ` aim: ${sumText(sums[aim])}`,
    "Subject To",
    ...[...rows, ...learnt, ...more].map(({ terms, relation, bound }, index) => ` r${index}: ${sumText(terms)} ${relation} ${bound}`),
    "Bounds",
    ...shares.map((share) => ` 0 <= ${share} <= 1`),
    "Binaries",
    ...slots.map(({ variable }) => ` ${variable}`),
    "End",
    "",
  ].join("\n");
}

/** A line each, because the format limits the length of lines; a sum of nothing still needs a term. */
function sumText(terms: readonly Term[]): string {
  const present = terms.filter(([factor]) => factor !== 0);
  if (present.length === 0) return "0 nothing";
  return present.map(([factor, variable]) => `${factor > 0 ? "+" : "-"} ${Math.abs(factor)} ${variable}`).join("\n  ");
}
