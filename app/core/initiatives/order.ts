import type { Level } from "../assessment/answer";
import { isReached, type Standings } from "../assessment/standing";
import { byId as byOwnId } from "../entry-of";
import { pointsPerLevel, type ScoredItem } from "../score/scored-items";
import { exceeds, stageOf } from "../score/stage";
import type { DimensionId, SizeClass, Track } from "../vocabulary";
import { isFulfilled } from "./catalogue";
import type { Initiative } from "./initiative";
import { effortOf, middleFor } from "./middle";

/** An item that an entry lifts at its place: from where to where, and whether nobody could say where it stands. */
export type LiftedItem = { item: string; from: Level; to: Level; open: boolean };

/** An initiative at its place in the list. */
export type ListEntry = {
  initiative: Initiative;
  /** Rise of the value at this place, points of 0–100; the rises add up. A mere prerequisite may have none. */
  rise: number;
  lifts: LiftedItem[];
  /** Id of the listed initiative for whose sake it stands here; null where it stands for itself. */
  prerequisiteFor: string | null;
  /** Duties due now that it answers, by id. */
  duties: string[];
};

/** Has a gain today, but everything it lifts is lifted by listed ones. */
export type Alternative = { initiative: Initiative; by: string[] };
/** Would still raise the value, and cannot yet: a stage, an item or an initiative is missing. */
export type Postponed = {
  initiative: Initiative;
  stages: { dimension: DimensionId; stage: number }[];
  items: { item: string; level: number }[];
  initiatives: string[];
};

export type InitiativeList = { entries: ListEntry[]; instead: Alternative[]; later: Postponed[] };

export type ListInput = {
  track: Track;
  sizeClass: SizeClass | null;
  /** The whole catalogue, in any order; see `catalogueFor`. */
  initiatives: readonly Initiative[];
  items: readonly ScoredItem[];
  /** Of all items; see `standingsOf`. */
  standings: Standings;
  /** Ids of duties that bind now and are not fulfilled. */
  due: ReadonlySet<string>;
};

type Option = {
  initiative: Initiative;
  effort: number;
  cost: number;
  isDue: boolean;
  /** Those of the items that apply. */
  lifts: { place: number; item: ScoredItem; level: number }[];
  stages: { dimension: DimensionId; stage: number }[];
  /** Levels that today's answers do not reach. `standIn`: id of the initiative that does where nothing has; null where none can. */
  needs: Need[];
  isFulfilled: boolean;
  /** In order of ids. */
  requirements: Requirement[];
  /** Which are to be judged anew once this is listed. */
  sways: Option[];
};
type Need = { item: string; place: number; level: number; standIn: string | null };
/** What has to go before; `other` undefined: nothing can. One that stands in for a level goes before only while that is `lacking`. */
type Requirement = { other: Option | undefined; lacking: Need | null };
type ByItself = Omit<Option, "needs" | "requirements" | "sways">;

/** The list of an assessment, with what could be done instead and what has to wait. */
export function listInitiatives(input: ListInput): InitiativeList {
  const today = input.items.map(({ level }) => level ?? 0);
  const maker = createListMaker(input);
  const entries = maker.entries(today, Infinity);
  return { entries, ...maker.rest(today, entries) };
}

/** The order of the list, worked out once for an assessment and used for any levels (method, section 7). */
export function createListMaker(input: ListInput) {
  const { items, due } = input;
  const options = optionsOf(input);
  const dimensions = dimensionsOf(items);
  const dueOnes = options.filter(({ isDue }) => isDue);

  function gainOf({ lifts }: Option, levels: ArrayLike<number>): number {
    let sum = 0;
    for (const { place, item, level } of lifts) sum += Math.max(0, level - (levels[place] ?? 0)) * item.share * pointsPerLevel;
    return sum;
  }

  /** What goes before it and itself, each after its own requirements; null where something cannot be had. */
  function bundleOf(option: Option, levels: number[], listed: ReadonlySet<Option>): Option[] | null {
    const bundle: Option[] = [];
    const open = new Set<Option>();
    const add = (one: Option): boolean => {
      if (bundle.includes(one)) return true;
      // Something that requires itself in the end can never begin.
      if (open.has(one)) return false;
      open.add(one);
      for (const { other, lacking } of one.requirements) {
        if (lacking && isMet(lacking, levels)) continue;
        if (!other || (!listed.has(other) && !other.isFulfilled && !add(other))) return false;
      }
      bundle.push(one);
      return true;
    };
    return add(option) ? bundle : null;
  }

  /** What the bundle gains; nothing where a stage is missing on the way or the last one adds nothing. */
  function gainThrough(bundle: Option[], levels: number[]): number {
    const state = levels.slice();
    let [total, last] = [0, 0];
    for (const one of bundle) {
      if (!one.stages.every(({ dimension, stage }) => stageIn(dimensions, dimension, state) >= stage)) return 0;
      last = gainOf(one, state);
      total += last;
      raise(state, one);
    }
    return exceeds(last, 0) ? total : 0;
  }

  /** What it would bring next, with what has to go before it; null where nothing. */
  function judge(aim: Option, levels: number[], listed: ReadonlySet<Option>): Found | null {
    // What gains nothing now gains nothing after its requirements: most are out at once.
    // Stryker disable next-line ConditionalExpression: saves work only
    if (!exceeds(gainOf(aim, levels), 0)) return null;
    const bundle = bundleOf(aim, levels, listed);
    const gain = bundle && gainThrough(bundle, levels);
    if (!gain) return null;
    const ratio = gain / bundle.reduce((sum, { effort }) => sum + effort, 0);
    return { aim, bundle, ratio, cost: bundle.reduce((sum, one) => sum + one.cost, 0) };
  }

  /**
   * @param start levels of the scored items, in their order; open ones 0.
   * @param limit how many entries are wanted.
   */
  function entries(start: ArrayLike<number>, limit: number): ListEntry[] {
    const levels = Array.from(start);
    const listed = new Set<Option>();
    const list: ListEntry[] = [];
    // Judged once for as long as nothing is listed that sways it: this runs 1,000 times for a report.
    const judged = new Map<Option, Found | null>();
    const judgeOnce = (aim: Option): Found | null => {
      const known = judged.get(aim);
      // Stryker disable next-line ConditionalExpression: saves work only
      if (known !== undefined) return known;
      const found = judge(aim, levels, listed);
      judged.set(aim, found);
      return found;
    };
    // Stryker disable next-line EqualityOperator: what is listed beyond the limit is cut off in the end
    while (list.length < limit) {
      const found = bestOf(dueOnes, judgeOnce) ?? bestOf(options, judgeOnce);
      if (!found) break;
      for (const option of found.bundle) {
        const prerequisiteFor = option === found.aim ? null : found.aim.initiative.id;
        const { initiative } = option;
        const duties = initiative.duties.filter((duty) => due.has(duty));
        list.push({ initiative, rise: gainOf(option, levels), lifts: liftsAt(option, levels), prerequisiteFor, duties });
        listed.add(option);
        raise(levels, option);
        for (const other of option.sways) judged.delete(other);
      }
    }
    return list.slice(0, limit);
  }

  /** What is not listed and has a gain: it could be done instead, or later. */
  function rest(today: number[], list: ListEntry[]): Omit<InitiativeList, "entries"> {
    const listed = new Set(options.filter(({ initiative }) => list.some((entry) => entry.initiative === initiative)));
    const levels = [...today];
    listed.forEach((option) => raise(levels, option));
    const others = options.filter((option) => !listed.has(option) && exceeds(gainOf(option, today), 0));
    const isReached = (option: Option) => !exceeds(gainOf(option, levels), 0);
    const by = (option: Option) =>
      [...listed].filter((other) => other.lifts.some((lift) => option.lifts.some(({ place }) => place === lift.place)));
    return {
      instead: others
        .filter(isReached)
        .map((option) => ({ initiative: option.initiative, by: by(option).map(({ initiative }) => initiative.id) })),
      later: others.filter((option) => !isReached(option)).map((option) => postponed(option, levels, listed)),
    };
  }

  function postponed(option: Option, levels: number[], listed: ReadonlySet<Option>): Postponed {
    const bundle = bundleOf(option, levels, listed) ?? [option];
    const state = [...levels];
    const missing: Postponed = { initiative: option.initiative, stages: [], items: [], initiatives: [] };
    for (const one of bundle) {
      missing.stages.push(...one.stages.filter(({ dimension, stage }) => stageIn(dimensions, dimension, state) < stage));
      raise(state, one);
    }
    missing.items.push(...option.needs.filter((need) => !isMet(need, levels)).map(({ item, level }) => ({ item, level })));
    const isThere = (id: string) => options.some((one) => one.initiative.id === id && (one.isFulfilled || listed.has(one)));
    missing.initiatives.push(...option.initiative.requires.initiatives.filter((id) => !isThere(id)));
    return missing;
  }

  return { entries, rest };
}

/** What is listed next, with what has to go before it. */
type Found = { aim: Option; bundle: Option[]; ratio: number; cost: number };

/** More points for the effort go first, then lower costs, then the id, in whose order they come. */
function bestOf(candidates: Option[], judge: (aim: Option) => Found | null): Found | null {
  let found: Found | null = null;
  for (const aim of candidates) {
    const one = judge(aim);
    if (!one) continue;
    const isBetter = !found || exceeds(one.ratio, found.ratio) || (!exceeds(found.ratio, one.ratio) && exceeds(found.cost, one.cost));
    if (isBetter) found = one;
  }
  return found;
}

const byId = (a: ByItself, b: ByItself): number => byOwnId(a.initiative, b.initiative);

function raise(levels: number[], { lifts }: Option): void {
  for (const { place, level } of lifts) levels[place] = Math.max(levels[place] ?? 0, level);
}

function liftsAt({ lifts }: Option, levels: number[]): LiftedItem[] {
  return lifts.flatMap(({ place, item, level }) => {
    const from = levels[place] ?? 0;
    return level > from ? [{ item: item.id, from: from as Level, to: level as Level, open: item.level === null && from === 0 }] : [];
  });
}

/** By what the list has lifted it to. */
const isMet = ({ place, level }: Need, levels: ArrayLike<number>): boolean => (levels[place] ?? 0) >= level;

/** The applicable initiatives of the track in order of id, with their requirements resolved. */
function optionsOf({ track, sizeClass, initiatives, items, standings, due }: ListInput): Option[] {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const placeOf = (item: string) => places.get(item) ?? -1;
  const all = initiatives
    .filter(({ tracks }) => tracks.includes(track))
    .map((initiative) => ({
      initiative,
      effort: effortOf(initiative, track, sizeClass),
      cost: middleFor(initiative.costEuro, "once", track, sizeClass),
      isDue: initiative.duties.some((duty) => due.has(duty)),
      lifts: initiative.lifts.flatMap(({ item: id, level }) => {
        const [place, item] = [placeOf(id), items[placeOf(id)]];
        return item ? [{ place, item, level }] : [];
      }),
      stages: initiative.requires.stages,
      isFulfilled: isFulfilled(initiative, standings),
    }))
    .sort(byId);
  const options: Option[] = all.map((option) => ({
    ...option,
    needs: option.initiative.requires.items
      .filter((need) => !isReached(standings, need))
      .map(({ item, level }) => ({ item, place: placeOf(item), level, standIn: standInFor(item, level, option, all) })),
    // Stryker disable next-line ArrayDeclaration: filled in below
    ...{ requirements: [], sways: [] },
  }));
  for (const option of options) option.requirements = requirementsOf(option, options);
  for (const aim of options) for (const option of swayersOf(aim, options)) option.sways.push(aim);
  return options;
}

function requirementsOf({ initiative, needs }: Option, options: Option[]): Requirement[] {
  const find = (id: string | null) => options.find((option) => option.initiative.id === id);
  const all: Requirement[] = [
    ...initiative.requires.initiatives.map((id) => ({ other: find(id), lacking: null })),
    ...needs.map((lacking) => ({ other: find(lacking.standIn), lacking })),
  ];
  const placeOf = ({ other }: Requirement) => options.findIndex((option) => option === other);
  return all.sort((a, b) => placeOf(a) - placeOf(b));
}

/** Those that sway it when they are listed: they may go before it, or lift what it, or what may go before it, looks at. */
function swayersOf(aim: Option, options: Option[]): Option[] {
  const involved = new Set([aim]);
  // A set goes on with what is added to it on the way.
  for (const { requirements } of involved) for (const { other } of requirements) if (other) involved.add(other);
  const places = new Set([...involved].flatMap(({ lifts, needs }) => [...lifts, ...needs].map(({ place }) => place)));
  const dimensions = new Set([...involved].flatMap(({ stages }) => stages.map(({ dimension }) => dimension)));
  // Stryker disable MethodExpression,ConditionalExpression: more would only be judged in vain
  const isLookedAt = ({ place, item }: Option["lifts"][number]) => places.has(place) || dimensions.has(item.dimension);
  return options.filter((option) => involved.has(option) || option.lifts.some(isLookedAt));
  // Stryker restore MethodExpression,ConditionalExpression
}

/** Of those that lift an item so far: the least effort, then the lower cost, then the id. */
function standInFor(item: string, level: number, except: ByItself, options: ByItself[]): string | null {
  const able = options.filter(
    (option) => option !== except && option.initiative.lifts.some((lift) => lift.item === item && lift.level >= level),
  );
  return able.sort((a, b) => a.effort - b.effort || a.cost - b.cost || byId(a, b))[0]?.initiative.id ?? null;
}

type DimensionPlaces = ReadonlyMap<DimensionId, { items: { place: number; weight: number }[]; weight: number }>;

function dimensionsOf(items: readonly ScoredItem[]): DimensionPlaces {
  const found = new Map<DimensionId, { items: { place: number; weight: number }[]; weight: number }>();
  items.forEach(({ dimension, weight }, place) => {
    const own = found.get(dimension) ?? { items: [], weight: 0 };
    found.set(dimension, { items: [...own.items, { place, weight }], weight: own.weight + weight });
  });
  return found;
}

/** Open items count as level 0, so that a stage is certain whatever the answers would be; a dimension that does not apply has none. */
function stageIn(dimensions: DimensionPlaces, dimension: DimensionId, levels: ArrayLike<number>): number {
  const own = dimensions.get(dimension);
  if (!own) return 0;
  const points = own.items.reduce((sum, { place, weight }) => sum + weight * pointsPerLevel * (levels[place] ?? 0), 0);
  return stageOf(points / own.weight);
}
