import fc from "fast-check";
import type { Level } from "../../app/core/assessment/answer";
import { initiativeKinds, type Initiative } from "../../app/core/initiatives/initiative";
import type { PlanInput } from "../../app/core/plan/plan";
import type { PlanLimits } from "../../app/core/plan/settings";
import { stageOf } from "../../app/core/score/stage";
import { valueOf } from "../../app/core/score/value";
import type { DimensionId } from "../../app/core/vocabulary";
import { planInput, size, smallModel, step, type Setting } from "./plans";

/**
 * The plan once more, by trying everything: slow, without a solver, and with the value of the report itself. What it
 * says is what the plan is tested against.
 */
export type Tried = { ids: string[]; delay: number; gain: number; costEuro: number; personDays: number; rank: number };

const slack = 1e-9;
export const limitsOf = ({ limits }: PlanInput): PlanLimits => {
  if (!limits) throw new Error("a suggestion has no limits yet");
  return limits;
};

/** Values once these are finished, with open items at level 0. */
export function valuesAfter(input: PlanInput, finished: readonly Initiative[]) {
  const items = input.items.map((one) => {
    const lifted = finished.flatMap(({ lifts }) => lifts.filter((lift) => lift.item === one.id).map(({ level }) => level));
    return { ...one, level: Math.max(one.level ?? 0, ...lifted) as Level };
  });
  const valueIn = (id: DimensionId) => valueOf(items.filter(({ dimension }) => dimension === id))?.lower ?? -1;
  return { overall: valueOf(items)?.lower ?? 0, dimension: valueIn };
}

export function costOf({ costEuro }: Initiative): number {
  const [low, high] = costEuro[size]?.once ?? [NaN, NaN];
  return (low + high) / 2;
}
export function effortOf({ effortPersonDays }: Initiative): number {
  const [low, high] = effortPersonDays[size]?.once ?? [NaN, NaN];
  return (low + high) / 2;
}

/** Whole quarters, and more where there are fewer people than it takes. */
export function lengthOf(one: Initiative, { personDaysPerQuarter }: PlanLimits): number {
  let length = 1;
  while (length * 3 < (one.durationMonths[0] + one.durationMonths[1]) / 2) length += 1;
  if (effortOf(one) > 0 && personDaysPerQuarter === 0) return Infinity;
  while (effortOf(one) / length > personDaysPerQuarter + slack) length += 1;
  return length;
}

const isReached = (input: PlanInput, { item, level }: { item: string; level: number }) => {
  const standing = input.standings.get(item) ?? "open";
  return standing === "na" || (standing !== "open" && standing >= level);
};
const isFulfilled = (input: PlanInput, one: Initiative) => one.lifts.every((lift) => isReached(input, lift));

/** Whether it may start once these are finished: what is marked as done counts, but not its lifts. */
export function mayStart(one: Initiative, finished: readonly Initiative[], input: PlanInput): boolean {
  const there = [...finished, ...input.initiatives.filter(({ id }) => input.done.includes(id))].filter((other) => other.id !== one.id);
  const isThere = (id: string) =>
    there.some((other) => other.id === id) || input.initiatives.some((other) => other.id === id && isFulfilled(input, other));
  const isLifted = (need: { item: string; level: number }) =>
    isReached(input, need) || there.some(({ lifts }) => lifts.some(({ item, level }) => item === need.item && level >= need.level));
  const values = valuesAfter(input, finished);
  const { items, initiatives, stages } = one.requires;
  return (
    initiatives.every(isThere) &&
    items.every(isLifted) &&
    stages.every(({ dimension, stage }) => stageOf(values.dimension(dimension)) >= stage)
  );
}

/** What could ever be begun, if money and time were no matter. */
export function reachable(input: PlanInput, excluded: readonly string[]): Initiative[] {
  const open = input.initiatives.filter(({ id }) => !excluded.includes(id) && !input.done.includes(id));
  const reached: Initiative[] = [];
  for (let next: Initiative | undefined; (next = open.find((one) => !reached.includes(one) && mayStart(one, reached, input)));)
    reached.push(next);
  return reached;
}

/** Where duties are forced: what answers a due one that nothing done answers. */
function dutiesOf(input: PlanInput): string[][] {
  const { excluded, forceDuties } = limitsOf(input);
  const possible = forceDuties ? reachable(input, excluded) : [];
  return [...input.due]
    .filter((duty) => !input.initiatives.some(({ id, duties }) => input.done.includes(id) && duties.includes(duty)))
    .map((duty) => possible.filter((one) => one.duties.includes(duty) && !isFulfilled(input, one)).map(({ id }) => id))
    .filter((group) => group.length > 0);
}

/** One of each of these must be in: what is pinned, and what answers a duty. */
export function groupsOf(input: PlanInput): string[][] {
  const isOpen = (pin: string) => !input.done.includes(pin) && input.initiatives.some(({ id }) => id === pin);
  return [
    ...limitsOf(input)
      .pinned.filter(isOpen)
      .map((id) => [id]),
    ...dutiesOf(input),
  ];
}

/** The quarters that duties wait, all together, until something that answers them begins. */
export function delayOf(input: PlanInput, steps: readonly { id: string; start: number }[]): number {
  const startOf = (group: string[]) => Math.min(...steps.filter(({ id }) => group.includes(id)).map(({ start }) => start));
  return dutiesOf(input).reduce((sum, group) => sum + startOf(group), 0);
}

export function gains(input: PlanInput, one: Initiative): boolean {
  return valuesAfter(input, [one]).overall > valuesAfter(input, []).overall + slack;
}

function* subsetsOf<Entry>([first, ...rest]: Entry[]): Generator<Entry[]> {
  if (first === undefined) return yield [];
  for (const subset of subsetsOf(rest)) {
    yield subset;
    yield [first, ...subset];
  }
}

/** An initiative from one quarter to the beginning of another. */
export type Laid = { one: Initiative; start: number; end: number };

function* layoutsOf([first, ...rest]: Initiative[], limits: PlanLimits): Generator<Laid[]> {
  if (first === undefined) return yield [];
  for (const layout of layoutsOf(rest, limits))
    for (let start = 0; start + lengthOf(first, limits) <= limits.quarters; start += 1)
      yield [{ one: first, start, end: start + lengthOf(first, limits) }, ...layout];
}

/** Whether a layout keeps the person-days of every quarter and every order. */
export function isSound(layout: readonly Laid[], input: PlanInput): boolean {
  const limits = limitsOf(input);
  const daysIn = (quarter: number) =>
    layout.reduce((sum, { one, start, end }) => (start <= quarter && quarter < end ? sum + effortOf(one) / (end - start) : sum), 0);
  const fits = Array.from({ length: limits.quarters }, (_, quarter) => daysIn(quarter)).every(
    (days) => days <= limits.personDaysPerQuarter + slack,
  );
  const finishedBefore = (start: number) => layout.filter(({ end }) => end <= start).map((place) => place.one);
  return fits && layout.every(({ one, start }) => mayStart(one, finishedBefore(start), input));
}

/** All sound layouts of these initiatives. */
export function* soundLayouts(subset: Initiative[], input: PlanInput): Generator<Laid[]> {
  for (const layout of layoutsOf(subset, limitsOf(input))) if (isSound(layout, input)) yield layout;
}

/** The least that duties wait in a layout; null where there is none. */
function leastDelay(subset: Initiative[], input: PlanInput): number | null {
  let least: number | null = null;
  for (const layout of soundLayouts(subset, input)) {
    const delay = delayOf(
      input,
      layout.map(({ one: { id }, start }) => ({ id, start })),
    );
    if (delay === 0) return 0;
    least = Math.min(least ?? Infinity, delay);
  }
  return least;
}

/** Every set of initiatives that keeps what the user has set, with what it gains. */
export function tryAll(input: PlanInput): Tried[] {
  const { excluded, budgetEuro, personDaysPerQuarter, quarters } = limitsOf(input);
  const before = valuesAfter(input, []).overall;
  const groups = groupsOf(input);
  const open = input.initiatives.filter(({ id }) => !excluded.includes(id) && !input.done.includes(id));
  const names = input.initiatives.map(({ id }) => id).sort();
  const tried: Tried[] = [];
  for (const subset of subsetsOf(open)) {
    const ids = subset.map(({ id }) => id).sort();
    const sum = (of: (one: Initiative) => number) => subset.reduce((total, one) => total + of(one), 0);
    const [costEuro, personDays] = [sum(costOf), sum(effortOf)];
    if (costEuro > budgetEuro + slack || personDays > personDaysPerQuarter * quarters + slack) continue;
    const delay = groups.every((group) => group.some((id) => ids.includes(id))) ? leastDelay(subset, input) : null;
    if (delay === null) continue;
    tried.push({
      ids,
      delay,
      costEuro,
      personDays,
      gain: valuesAfter(input, subset).overall - before,
      rank: sum(({ id }) => names.indexOf(id) + 1),
    });
  }
  const isUse = ({ ids }: Tried) => input.initiatives.some((one) => one.kind === "use" && ids.includes(one.id) && gains(input, one));
  return tried.some(isUse) ? tried.filter(isUse) : tried;
}

/** The best by the order of the method: no duty waits longer than it must; then rise, cost, effort and ids. */
export function bestOf(all: Tried[]): Tried | undefined {
  const differ = (a: number, b: number) => (Math.abs(a - b) < 1e-6 ? 0 : a - b);
  return all.toSorted(
    (a, b) =>
      a.delay - b.delay ||
      differ(b.gain, a.gain) ||
      differ(a.costEuro, b.costEuro) ||
      differ(a.personDays, b.personDays) ||
      a.rank - b.rank,
  )[0];
}

const dimensions: DimensionId[] = ["strategy", "skills"];
const items = dimensions.flatMap((id) => [`${id}-1`, `${id}-2`]);
const level = fc.constantFrom<Level | "na" | null>(0, 0, 0, 1, 2, 3, "na", null);
const rarely = fc.integer({ min: 0, max: 9 }).map((number) => number === 0);
const levels = (maxKeys: number, minKeys = 0) =>
  fc.dictionary(fc.constantFrom(...items), fc.integer({ min: 1, max: 4 }), { minKeys, maxKeys });

/** Small organisations with small catalogues: overlapping lifts, requirements of every kind, duties, pins, exclusions. */
export function anySetting(most: number, limits: fc.Arbitrary<Partial<PlanLimits>>): fc.Arbitrary<Setting> {
  const names = Array.from({ length: most }, (_, index) => `i${index}`);
  const one = fc.record({
    kind: fc.constantFrom(...initiativeKinds),
    lifts: levels(3, 1),
    needs: fc.oneof({ arbitrary: fc.constant<Record<string, number>>({}), weight: 2 }, { arbitrary: levels(1), weight: 1 }),
    after: fc.oneof(
      { arbitrary: fc.constant<string[]>([]), weight: 2 },
      { arbitrary: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 1 }), weight: 1 },
    ),
    stages: fc.oneof(
      { arbitrary: fc.constant<Record<string, number>>({}), weight: 3 },
      { arbitrary: fc.dictionary(fc.constantFrom(...dimensions), fc.integer({ min: 1, max: 2 }), { maxKeys: 1 }), weight: 1 },
    ),
    duties: fc.constantFrom<string[]>([], [], ["literacy"], ["protection", "literacy"]),
    cost: fc.nat(6).map((hundreds) => hundreds * 100),
    days: fc.nat(8),
    durationMonths: fc.nat(9).map((months): [number, number] => [months, months]),
    isPinned: rarely,
    isExcluded: rarely,
    isDone: rarely,
  });
  return fc
    .record({
      all: fc.array(one, { minLength: 1, maxLength: most }),
      given: fc.array(level, { minLength: items.length, maxLength: items.length }),
      limits,
    })
    .map(({ all, given, limits: own }): Setting => {
      const named = (which: (entry: (typeof all)[number]) => boolean) => names.filter((_, index) => all[index] && which(all[index]));
      return {
        questionnaire: smallModel(dimensions),
        initiatives: all.map(({ isPinned: _pinned, isExcluded: _excluded, isDone: _done, ...short }, index) =>
          step(names[index] ?? "", short),
        ),
        levels: Object.fromEntries(items.map((id, index) => [id, given[index] ?? null])),
        due: ["literacy", "protection"],
        done: named(({ isDone }) => isDone),
        limits: { pinned: named(({ isPinned }) => isPinned), excluded: named(({ isExcluded }) => isExcluded), ...own },
      };
    });
}

export const anyInput = (most: number, limits: fc.Arbitrary<Partial<PlanLimits>>): fc.Arbitrary<PlanInput> =>
  anySetting(most, limits).map(planInput);

/**
 * Catalogues in which a duty is in the way of more: a chain of initiatives that takes all quarters there are, and duties that
 * take so many people that the chain could only be kept by letting them wait.
 */
export const anyTightInput: fc.Arbitrary<PlanInput> = fc
  .record({
    chain: fc.array(fc.integer({ min: 2, max: 7 }), { minLength: 3, maxLength: 3 }),
    duties: fc.array(
      fc.record({ days: fc.integer({ min: 3, max: 9 }), isBoth: fc.boolean(), isAfter: rarely, months: fc.constantFrom(3, 6) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    isUse: fc.boolean(),
    personDaysPerQuarter: fc.integer({ min: 8, max: 11 }),
  })
  .map(({ chain, duties, isUse, personDaysPerQuarter }) =>
    planInput({
      questionnaire: smallModel(dimensions),
      due: ["literacy", "protection"],
      limits: { budgetEuro: 1000, quarters: 3, personDaysPerQuarter, forceDuties: true },
      initiatives: [
        ...chain.map((days, index) =>
          step(`chain-${index}`, {
            lifts: { [items[index] ?? ""]: 2 + index },
            ...{ days, after: index > 0 ? [`chain-${index - 1}`] : [], kind: isUse && index === 2 ? "use" : "enable" },
          }),
        ),
        ...duties.map(({ days, isBoth, isAfter, months }, index) =>
          step(`duty-${index}`, {
            lifts: { "skills-2": 1 + index },
            ...{ days, durationMonths: [months, months] as [number, number], after: isAfter ? ["chain-0"] : [] },
            duties: isBoth ? ["literacy", "protection"] : [index === 0 ? "literacy" : "protection"],
          }),
        ),
      ],
    }),
  );
