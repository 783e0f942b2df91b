import type { InitiativeOption, RoadmapItem } from "./option";
import type { PlanProblem } from "./problem";

/** A factor and the variable it goes with. */
type Term = [factor: number, variable: string];
export type Row = { terms: Term[]; relation: "<=" | ">=" | "="; bound: number };

/** A variable that is 1 where the candidate is chosen and starts in this quarter; they count from 0. */
export type Slot = { candidate: InitiativeOption; start: number; variable: string };

/** What one run makes as large (gain) or as small (all else) as it can. `rank` prefers the earlier ids. */
export type Aim = "gain" | "cost" | "effort" | "rank";

/** The mixed-integer program of the method, section 7. */
export type Program = {
  slots: Slot[];
  /** Variables between 0 and 1 that need not be integers. */
  shares: string[];
  rows: Row[];
  sums: Record<Aim, Term[]>;
};

/**
 * Writes the problem as a program, in one of two ways. `whole` asks only what to choose: all quarters are one, with
 * all their person-days, and whatever is chosen counts as finished for whatever else is. `by-quarter` asks as well
 * when to start it: within the person-days of each quarter, and each after what it requires and on the stages it
 * stands on. What `by-quarter` allows, `whole` allows too; so no roadmap gains more than the best choice of `whole`.
 */
export function programOf(problem: PlanProblem, time: "whole" | "by-quarter"): Program {
  const { items, candidates, budgetEuro, personDaysPerQuarter, quarters, pinned } = problem;
  const slots = candidates.flatMap((candidate, index) =>
    startsOf(candidate).map((start): Slot => ({ candidate, start, variable: `x${index}_${start}` })),
  );
  const slotsOf = new Map(candidates.map(({ id }) => [id, slots.filter(({ candidate }) => candidate.id === id)]));
  const shares: string[] = [];
  const rows: Row[] = [];

  function startsOf(candidate: InitiativeOption): number[] {
    const last = time === "whole" ? 0 : quarters - candidate.quarters;
    return Array.from({ length: last + 1 }, (_, start) => start);
  }
  function limit(terms: Term[], relation: Row["relation"], bound: number): void {
    if (bound < Infinity) rows.push({ terms, relation, bound });
  }
  const count = (of: (slot: Slot) => number): Term[] => slots.map((slot) => [of(slot), slot.variable]);
  const among = (id: string, factor: number, when: (slot: Slot) => boolean = () => true): Term[] =>
    (slotsOf.get(id) ?? []).filter(when).map(({ variable }) => [factor, variable]);
  const startedBy = (id: string, quarter: number, factor: number) => among(id, factor, ({ start }) => start <= quarter);
  const finishedBefore = (id: string, quarter: number, factor: number) =>
    among(id, factor, ({ candidate, start }) => time === "whole" || start + candidate.quarters <= quarter);

  /**
   * What those finished before a quarter add to the items, as a sum of shares. A step is a level that is not reached
   * yet; its share is at most 1 and at most the number of those that lift the item so far: it is gained once, however
   * many lift it. Shares need not be integers, because only slots bound them from above. Nor need a step wait for the
   * one below: whoever lifts to a level lifts to those below it.
   * @param worth of one level of an item.
   */
  function lifted(lifters: InitiativeOption[], quarter: number, worth: (item: RoadmapItem) => number): Term[] {
    return items
      .filter((item) => worth(item) > 0)
      .flatMap((item) =>
        stepsOf(item, lifters).map(({ levels, by }): Term => {
          const share = `s${shares.length}`;
          shares.push(share);
          limit([[1, share], ...by.flatMap(({ id }) => finishedBefore(id, quarter, -1))], "<=", 0);
          return [levels * worth(item), share];
        }),
      );
  }

  const sums = {
    gain: lifted(candidates, quarters, ({ pointsPerLevel }) => pointsPerLevel),
    cost: count(({ candidate }) => candidate.costEuro),
    effort: count(({ candidate }) => candidate.personDays),
    rank: count(({ candidate }) => candidates.indexOf(candidate) + 1),
  };
  for (const { id } of candidates) limit(among(id, 1), pinned.includes(id) ? "=" : "<=", 1);
  limit(sums.cost, "<=", budgetEuro);
  if (time === "whole") limit(sums.effort, "<=", personDaysPerQuarter * quarters);
  else
    for (let quarter = 0; quarter < quarters; quarter += 1)
      limit(
        count((slot) => daysIn(slot, quarter)),
        "<=",
        personDaysPerQuarter,
      );

  for (const candidate of candidates) {
    const { id, requires, stages } = candidate;
    for (const start of startsOf(candidate)) {
      for (const other of requires) limit([...startedBy(id, start, 1), ...finishedBefore(other, start, -1)], "<=", 0);
      for (const { dimension, points } of stages) {
        // It cannot help itself onto the stage it stands on, so the lifts of the others are counted anew.
        const others = candidates.filter((other) => other !== candidate);
        const worth = (item: RoadmapItem) => (item.dimension === dimension ? item.share : 0);
        const today = items.reduce((sum, item) => sum + worth(item) * item.level, 0);
        limit([...lifted(others, start, worth), ...startedBy(id, start, today - points)], ">=", 0);
      }
    }
  }
  return { slots, shares, rows, sums };
}

/** The levels of an item above where it stands, joined where the same initiatives reach them. */
function stepsOf({ id, level: from }: RoadmapItem, lifters: InitiativeOption[]): { levels: number; by: InitiativeOption[] }[] {
  const steps: { levels: number; by: InitiativeOption[] }[] = [];
  for (let level = from + 1; level <= 4; level += 1) {
    const by = lifters.filter(({ lifts }) => lifts.some((lift) => lift.item === id && lift.level >= level));
    const below = steps.at(-1);
    // Whoever reaches a level reaches those below it: where they are as many, they are the same.
    if (below && below.by.length === by.length) below.levels += 1;
    else if (by.length > 0) steps.push({ levels: 1, by });
  }
  return steps;
}

/** Person-days that a slot takes in a quarter: its effort, spread evenly. */
export function daysIn({ candidate, start }: Pick<Slot, "candidate" | "start">, quarter: number): number {
  const running = start <= quarter && quarter < start + candidate.quarters;
  return running ? candidate.personDays / candidate.quarters : 0;
}

/** In the CPLEX LP format; the same program gives the same text. */
export function programText({ slots, shares, rows, sums }: Program, aim: Aim, more: Row[]): string {
  return [
    aim === "gain" ? "Maximize" : "Minimize",
    ` aim: ${sumText(sums[aim])}`,
    "Subject To",
    ...[...rows, ...more].map(({ terms, relation, bound }, index) => ` r${index}: ${sumText(terms)} ${relation} ${bound}`),
    "Bounds",
    ...shares.map((share) => ` 0 <= ${share} <= 1`),
    "Binaries",
    ...slots.map(({ variable }) => ` ${variable}`),
    "End",
    "",
  ].join("\n");
}

/** A line each, because the format limits the length of lines; a sum of nothing still needs a term. */
function sumText(terms: Term[]): string {
  const present = terms.filter(([factor]) => factor !== 0);
  if (present.length === 0) return "0 nothing";
  return present.map(([factor, variable]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${variable}`).join("\n  ");
}
