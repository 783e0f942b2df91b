import type { Level } from "../assessment/answer";
import { isReached, type Standings } from "../assessment/standing";
import { byId as byOwnId } from "../entry-of";
import { pointsPerLevel, type ScoredItem } from "../score/scored-items";
import { exceeds, stageOf } from "../score/stage";
import type { AiUse, DimensionId, SizeClass, Track } from "../vocabulary";
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
  needs: { item: string; place: number; level: number; standIn: string | null }[];
  isFulfilled: boolean;
};
type WithoutNeeds = Omit<Option, "needs">;

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
  const known = new Map<string | null, Option>(options.map((option) => [option.initiative.id, option]));
  const dimensions = dimensionsOf(items);

  const gainOf = (option: Option, levels: ArrayLike<number>): number =>
    option.lifts.reduce((sum, { place, item, level }) => sum + Math.max(0, level - (levels[place] ?? 0)) * item.share * pointsPerLevel, 0);

  /** What goes before it and itself, each after its own requirements; null where something cannot be had. */
  function bundleOf(option: Option, levels: number[], listed: ReadonlySet<Option>): Option[] | null {
    const bundle: Option[] = [];
    const open = new Set<Option>();
    const add = (one: Option): boolean => {
      if (bundle.includes(one)) return true;
      // Something that requires itself in the end can never begin.
      if (open.has(one)) return false;
      open.add(one);
      const wanted = requirementsOf(one, levels);
      if (wanted === null) return false;
      for (const other of wanted) if (!listed.has(other) && !other.isFulfilled && !add(other)) return false;
      bundle.push(one);
      return true;
    };
    return add(option) ? bundle : null;
  }

  /** Initiatives named, and those that stand in for a required level that nothing has reached; by id. */
  function requirementsOf({ initiative, needs }: Option, levels: number[]): Option[] | null {
    const wanted: Option[] = [];
    const isThere = (id: string | null): boolean => {
      const one = known.get(id);
      if (one) wanted.push(one);
      return one !== undefined;
    };
    const areThere = initiative.requires.initiatives.every(isThere);
    const areMet = needs.every((need) => isMet(need, levels) || isThere(need.standIn));
    return areThere && areMet ? wanted.sort(byId) : null;
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

  function best(candidates: Option[], levels: number[], listed: ReadonlySet<Option>): Found | null {
    let found: Found | null = null;
    for (const aim of candidates) {
      // What gains nothing now gains nothing after its requirements: most are out at once, and this runs 1,000 times for a report.
      // Stryker disable next-line ConditionalExpression: saves work only
      if (!exceeds(gainOf(aim, levels), 0)) continue;
      const bundle = bundleOf(aim, levels, listed);
      const gain = bundle && gainThrough(bundle, levels);
      if (!gain) continue;
      const ratio = gain / bundle.reduce((sum, { effort }) => sum + effort, 0);
      const cost = bundle.reduce((sum, one) => sum + one.cost, 0);
      const isBetter = !found || exceeds(ratio, found.ratio) || (!exceeds(found.ratio, ratio) && exceeds(found.cost, cost));
      if (isBetter) found = { aim, bundle, ratio, cost };
    }
    return found;
  }

  /**
   * @param start levels of the scored items, in their order; open ones 0.
   * @param limit how many entries are wanted.
   */
  function entries(start: ArrayLike<number>, limit: number): ListEntry[] {
    const levels = Array.from(start);
    const listed = new Set<Option>();
    const list: ListEntry[] = [];
    const dueOnes = options.filter(({ isDue }) => isDue);
    // Stryker disable next-line EqualityOperator: what is listed beyond the limit is cut off in the end
    while (list.length < limit) {
      const found = best(dueOnes, levels, listed) ?? best(options, levels, listed);
      if (!found) break;
      for (const option of found.bundle) {
        const prerequisiteFor = option === found.aim ? null : found.aim.initiative.id;
        const { initiative } = option;
        const duties = initiative.duties.filter((duty) => due.has(duty));
        list.push({ initiative, rise: gainOf(option, levels), lifts: liftsAt(option, levels), prerequisiteFor, duties });
        listed.add(option);
        raise(levels, option);
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
    const isThere = (one: Option | undefined) => one && (one.isFulfilled || listed.has(one));
    missing.initiatives.push(...option.initiative.requires.initiatives.filter((id) => !isThere(known.get(id))));
    return missing;
  }

  return { entries, rest };
}

/** What is best next, with what has to go before it. */
type Found = { aim: Option; bundle: Option[]; ratio: number; cost: number };

const byId = (a: WithoutNeeds, b: WithoutNeeds): number => byOwnId(a.initiative, b.initiative);

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
const isMet = ({ place, level }: Option["needs"][number], levels: ArrayLike<number>): boolean => (levels[place] ?? 0) >= level;

/** The applicable initiatives of the track in order of id, with their requirements resolved. */
function optionsOf({ track, sizeClass, initiatives, items, standings, due }: ListInput): Option[] {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const placeOf = (item: string) => places.get(item) ?? -1;
  const options = initiatives
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
  return options.map((option) =>
    Object.assign(option, {
      needs: option.initiative.requires.items
        .filter((need) => !isReached(standings, need))
        .map(({ item, level }) => ({ item, place: placeOf(item), level, standIn: standInFor(item, level, option, options) })),
    }),
  );
}

/** Of those that lift an item so far: the least effort, then the lower cost, then the id. */
function standInFor(item: string, level: number, except: WithoutNeeds, options: WithoutNeeds[]): string | null {
  const able = options.filter(
    (option) => option !== except && option.initiative.lifts.some((lift) => lift.item === item && lift.level >= level),
  );
  return able.sort((a, b) => a.effort - b.effort || a.cost - b.cost || byId(a, b))[0]?.initiative.id ?? null;
}

/** What only begins something lifts nothing where that has begun (`onlyBelow`). */
export const liftsFor = ({ lifts, onlyBelow }: Initiative, standings: Standings): Initiative["lifts"] =>
  onlyBelow?.every((one) => isReached(standings, one)) ? [] : lifts;

/**
 * The catalogue for an organisation: what it lifts there, and without what is not required of those who use AI so (`unless`).
 * @param duties ids of those that bind it or may come to.
 */
export const catalogueFor = (
  initiatives: readonly Initiative[],
  standings: Standings,
  aiUse: AiUse,
  duties: ReadonlySet<string>,
): Initiative[] =>
  initiatives.map((one) => ({
    ...one,
    lifts: one.onlyForDuties && !one.duties.some((id) => duties.has(id)) ? [] : liftsFor(one, standings),
    requires: { ...one.requires, items: one.requires.items.filter(({ unless }) => !unless?.includes(aiUse)) },
  }));

/** Every item it lifts has the target level or does not apply. */
export function isFulfilled({ lifts }: Pick<Initiative, "lifts">, standings: Standings): boolean {
  return lifts.every((lift) => isReached(standings, lift));
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
