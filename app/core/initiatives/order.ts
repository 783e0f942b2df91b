import type { Level } from "../assessment/answer";
import type { Standings } from "../assessment/standing";
import { pointsPerLevel, type ScoredItem } from "../score/scored-items";
import { stageOf, tolerance } from "../score/stage";
import type { DimensionId, SizeClass, Track } from "../vocabulary";
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
  /** The whole catalogue, in any order. */
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
  lifts: { place: number; level: number }[];
  stages: { dimension: DimensionId; stage: number }[];
  needs: { item: string; place: number; level: number; standIn: Option | null }[];
  initiatives: (Option | null)[];
  isFulfilled: boolean;
};

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

  const gainOf = (option: Option, levels: ArrayLike<number>): number =>
    option.lifts.reduce((sum, { place, level }) => sum + Math.max(0, level - (levels[place] ?? 0)) * worthOf(items[place]), 0);

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
  function requirementsOf({ initiatives, needs }: Option, levels: number[]): Option[] | null {
    const wanted = new Set<Option>();
    for (const one of initiatives) {
      if (!one) return null;
      wanted.add(one);
    }
    for (const need of needs) {
      if (isMet(need, levels, input.standings)) continue;
      if (!need.standIn) return null;
      wanted.add(need.standIn);
    }
    return [...wanted].sort(byId);
  }

  /** The state after the bundle; null where a stage is missing on the way or the last one adds nothing. */
  function goThrough(bundle: Option[], levels: number[]): number[] | null {
    const state = [...levels];
    for (const one of bundle) {
      if (!one.stages.every(({ dimension, stage }) => stageIn(dimensions, dimension, items, state) >= stage)) return null;
      if (one === bundle.at(-1) && gainOf(one, state) <= tolerance) return null;
      raise(state, one);
    }
    return state;
  }

  function best(candidates: Option[], levels: number[], listed: ReadonlySet<Option>): Option[] | null {
    let found: { bundle: Option[]; ratio: number; cost: number } | null = null;
    for (const candidate of candidates) {
      if (listed.has(candidate) || gainOf(candidate, levels) <= tolerance) continue;
      const bundle = bundleOf(candidate, levels, listed);
      const after = bundle && goThrough(bundle, levels);
      if (!after) continue;
      const gain = after.reduce((sum, level, place) => sum + (level - (levels[place] ?? 0)) * worthOf(items[place]), 0);
      const ratio = gain / bundle.reduce((sum, { effort }) => sum + effort, 0);
      const cost = bundle.reduce((sum, one) => sum + one.cost, 0);
      const isBetter = !found || ratio > found.ratio + tolerance || (ratio >= found.ratio - tolerance && cost < found.cost - tolerance);
      if (isBetter) found = { bundle, ratio, cost };
    }
    return found?.bundle ?? null;
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
    while (list.length < limit) {
      const bundle = best(dueOnes, levels, listed) ?? best(options, levels, listed);
      if (!bundle) break;
      for (const option of bundle) {
        const aim = bundle.at(-1);
        const prerequisiteFor = option === aim ? null : (aim?.initiative.id ?? null);
        const { initiative } = option;
        const duties = initiative.duties.filter((duty) => due.has(duty));
        list.push({ initiative, rise: gainOf(option, levels), lifts: liftsAt(option, levels, items), prerequisiteFor, duties });
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
    const others = options.filter((option) => !listed.has(option) && gainOf(option, today) > tolerance);
    const isReached = (option: Option) => gainOf(option, levels) <= tolerance;
    const by = (option: Option) =>
      [...listed].filter((other) => other.lifts.some((lift) => option.lifts.some(({ place }) => place === lift.place))).sort(byId);
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
      missing.stages.push(...one.stages.filter(({ dimension, stage }) => stageIn(dimensions, dimension, items, state) < stage));
      raise(state, one);
    }
    missing.items.push(...option.needs.filter((need) => !isMet(need, levels, input.standings)).map(({ item, level }) => ({ item, level })));
    const present = (id: string) => [...listed].some(({ initiative }) => initiative.id === id);
    const isDone = (id: string) => options.some((one) => one.initiative.id === id && one.isFulfilled);
    missing.initiatives.push(...option.initiative.requires.initiatives.filter((id) => !present(id) && !isDone(id)));
    return missing;
  }

  return { entries, rest };
}

const byId = (a: Option, b: Option): number => (a.initiative.id < b.initiative.id ? -1 : 1);
const worthOf = (item: ScoredItem | undefined): number => (item ? item.share * pointsPerLevel : 0);

function raise(levels: number[], { lifts }: Option): void {
  for (const { place, level } of lifts) levels[place] = Math.max(levels[place] ?? 0, level);
}

function liftsAt({ lifts }: Option, levels: number[], items: readonly ScoredItem[]): LiftedItem[] {
  return lifts.flatMap(({ place, level }) => {
    const item = items[place];
    const from = levels[place] ?? 0;
    return item && level > from
      ? [{ item: item.id, from: from as Level, to: level as Level, open: item.level === null && from === 0 }]
      : [];
  });
}

/** By today's answer, or by what the list has lifted it to; what does not apply needs nothing. */
function isMet({ item, place, level }: Option["needs"][number], levels: ArrayLike<number>, standings: Standings): boolean {
  const standing = standings.get(item) ?? "open";
  return standing === "na" || (standing !== "open" && standing >= level) || (place >= 0 && (levels[place] ?? 0) >= level);
}

/** The applicable initiatives of the track in order of id, with their requirements resolved. */
function optionsOf({ track, sizeClass, initiatives, items, standings, due }: ListInput): Option[] {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const placeOf = (item: string) => places.get(item) ?? -1;
  const options = initiatives
    .filter(({ tracks }) => tracks.includes(track))
    .map((initiative): Option => ({
      initiative,
      effort: effortOf(initiative, track, sizeClass),
      cost: middleFor(initiative.costEuro, "once", track, sizeClass),
      isDue: initiative.duties.some((duty) => due.has(duty)),
      lifts: initiative.lifts.map(({ item, level }) => ({ place: placeOf(item), level })).filter(({ place }) => place >= 0),
      stages: initiative.requires.stages,
      needs: [],
      initiatives: [],
      isFulfilled: isFulfilled(initiative, standings),
    }))
    .sort(byId);
  const known = new Map(options.map((option) => [option.initiative.id, option]));
  for (const option of options) {
    const { requires } = option.initiative;
    option.initiatives = requires.initiatives.map((id) => known.get(id) ?? null);
    option.needs = requires.items.map(({ item, level }) => ({
      item,
      place: placeOf(item),
      level,
      standIn: standInFor(item, level, option, options),
    }));
  }
  return options;
}

/** Of those that lift an item so far: the least effort, then the lower cost, then the id. */
function standInFor(item: string, level: number, except: Option, options: Option[]): Option | null {
  const able = options.filter(
    (option) => option !== except && option.initiative.lifts.some((lift) => lift.item === item && lift.level >= level),
  );
  return able.sort((a, b) => a.effort - b.effort || a.cost - b.cost || byId(a, b))[0] ?? null;
}

/** Every item it lifts has the target level or does not apply. */
export function isFulfilled({ lifts }: Pick<Initiative, "lifts">, standings: Standings): boolean {
  return lifts.every(({ item, level }) => {
    const standing = standings.get(item) ?? "open";
    return standing === "na" || (standing !== "open" && standing >= level);
  });
}

type DimensionPlaces = ReadonlyMap<DimensionId, { places: number[]; weight: number }>;

function dimensionsOf(items: readonly ScoredItem[]): DimensionPlaces {
  const found = new Map<DimensionId, { places: number[]; weight: number }>();
  items.forEach(({ dimension, weight }, place) => {
    const own = found.get(dimension) ?? { places: [], weight: 0 };
    found.set(dimension, { places: [...own.places, place], weight: own.weight + weight });
  });
  return found;
}

/** Open items count as level 0, so that a stage is certain whatever the answers would be; a dimension that does not apply has none. */
function stageIn(dimensions: DimensionPlaces, dimension: DimensionId, items: readonly ScoredItem[], levels: ArrayLike<number>): number {
  const own = dimensions.get(dimension);
  if (!own) return 0;
  const points = own.places.reduce((sum, place) => sum + (items[place]?.weight ?? 0) * pointsPerLevel * (levels[place] ?? 0), 0);
  return stageOf(points / own.weight);
}
