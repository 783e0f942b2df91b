import { isReached } from "../assessment/standing";
import { byId, entryOf } from "../entry-of";
import { isFulfilled } from "../initiatives/catalogue";
import { initiativeKinds, type Initiative, type InitiativeKind } from "../initiatives/initiative";
import { middleOf, rangeFor, upperQuarterOf } from "../initiatives/middle";
import type { ListInput } from "../initiatives/order";
import type { ScoredItem } from "../score/scored-items";
import { cutPoint, exceeds, tolerance } from "../score/stage";
import type { DimensionId } from "../vocabulary";
import { earliestFinish } from "./earliest-finish";
import { dimensionPoints, levelsAfter, worthOf } from "./levels";
import type { Option } from "./option";
import type { PlanLimits } from "./settings";

/** What a plan depends on. */
export type PlanInput = ListInput & {
  /** The dimensions that hold the secured stage down. */
  gates: DimensionId[];
  /** What somebody has set; null: a suggestion is made. */
  limits: PlanLimits | null;
  /** Initiatives in the order of the list, by id. */
  order: string[];
  /** Initiatives that people have marked as done, by id. */
  done: string[];
  /** And as begun. */
  begun: string[];
  /** ISO date on which the first quarter begins: the first of a month. */
  firstDay: string;
};

/** Why an initiative is not in the plan. */
export type LeftOutReason =
  /** Everything it lifts is reached already. */
  | "no-gain"
  /** Nothing it lifts applies here. */
  | "not-applicable"
  /** Something it lifts is not reached, but a quick check does not ask for it. */
  | "not-asked"
  /** The user has taken it out. */
  | "excluded"
  /** It requires an initiative, or an item at a level, that cannot be had. */
  | "requirement-missing"
  /** It stands on a stage that is not reached. */
  | "stage-missing"
  | "over-budget"
  | "over-capacity"
  /** What it lifts is lifted by chosen initiatives already. */
  | "not-worth-it"
  /** It is too long for the horizon, or for what is left of it after whatever it needs. */
  | "does-not-fit"
  /** There would be money and person-days enough in all, but no place beside the chosen ones. */
  | "no-room";

export type PlanProblem = {
  items: readonly ScoredItem[];
  /** What may be chosen, by id, so that the order of the catalogue cannot matter. */
  candidates: Option[];
  limits: PlanLimits;
  /** For each duty that is forced, whatever answers it, by id; as often as its waiting counts. */
  duties: string[][];
  /** At least one of each of these must be in, by id: what is pinned or begun, and whatever answers a duty. */
  wanted: string[][];
  /** Of each kind those that would raise the value, by id. */
  kinds: Record<InitiativeKind, string[]>;
  /** The initiatives of the track that can never be in under these limits, whatever else is chosen. */
  unavailable: Map<string, LeftOutReason>;
};

/** Nothing is short. */
export const unlimited = { budgetEuro: Infinity, personDaysPerQuarter: Infinity, quarters: Infinity };

const monthsPerQuarter = 3;

/** Where this is reached, somebody is named who is responsible for AI. */
const responsibility = { item: "strategy-responsibility", level: 2 } as const;

/** Where this is not reached, data protection of nothing has been checked in writing: no other duty weighs as much. */
const checked = { item: "privacy-assessment", level: 2 } as const;

/** Puts the question of the plan (method, section 7): what may be chosen, what it costs, lifts and requires. */
export function planProblem(input: PlanInput, limits: PlanLimits): PlanProblem {
  const { items } = input;
  const options = optionsOf(input, limits);
  const counts = items.map((item) => exceeds(worthOf(item), 0));
  const isGain = ({ lifts }: Option) => lifts.some(({ place }) => counts[place]);
  const useful = usefulOf(options, (one) => isGain(one) || one.duties.length > 0 || limits.pinned.includes(one.id));
  const allowed = options.filter((one) => useful.has(one) && !limits.excluded.includes(one.id));
  // What can be reached at all, whatever the limits; and when, within them.
  const reach = earliestFinish(
    items,
    allowed.map((one) => ({ ...one, quarters: 1 })),
  );
  const finish = earliestFinish(items, allowed);
  const unavailable = new Map<string, LeftOutReason>();
  for (const one of options) {
    const reason = limits.excluded.includes(one.id)
      ? "excluded"
      : !useful.has(one)
        ? whyUseless(one, input)
        : whyNever(one, reach, finish, limits);
    if (reason) unavailable.set(one.id, reason);
  }
  const candidates = allowed.filter(({ id }) => !unavailable.has(id));
  const gaining = candidates.filter(isGain);
  const kinds = Object.fromEntries(initiativeKinds.map((kind) => [kind, gaining.filter((one) => one.kind === kind).map(({ id }) => id)]));
  const possible = allowed.filter(({ id }) => reach.has(id));
  const duties = limits.forceDuties ? dutiesOf(input, possible) : [];
  const pins = options.filter(({ id }) => limits.pinned.includes(id)).map(({ id }) => [id]);
  const begun = candidates.filter(({ id }) => input.begun.includes(id) && !limits.pinned.includes(id)).map(({ id }) => [id]);
  return { items, candidates, limits, duties, wanted: [...pins, ...begun, ...duties], kinds: kinds as PlanProblem["kinds"], unavailable };
}

/** The initiatives of the track that are not done, by id. */
export function optionsOf(input: PlanInput, { personDaysPerQuarter, cautious }: PlanLimits): Option[] {
  const amountOf = cautious ? upperQuarterOf : middleOf;
  const { track, sizeClass, items, standings, due, order, done } = input;
  const all = input.initiatives.filter(({ tracks }) => tracks.includes(track)).sort(byId);
  const today = levelsAfter(items, []);
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const positions = new Map(order.map((id, position) => [id, position]));
  const needsOf = needsFinder(all, input);
  const open = all.filter(({ id }) => !done.includes(id));
  return open.map((initiative): Option => {
    const range = (of: "costEuro" | "effortPersonDays", when: "once" | "yearly") => rangeFor(initiative[of], when, track, sizeClass);
    const [costRange, effortRange] = [range("costEuro", "once"), range("effortPersonDays", "once")];
    const personDays = amountOf(effortRange);
    const months = middleOf(initiative.durationMonths);
    const lifts = initiative.lifts.map(({ item, level }) => ({ place: places.get(item) ?? -1, level }));
    const stages = initiative.requires.stages.map(({ dimension, stage }) => ({ dimension, points: cutPoint(stage) }));
    return {
      id: initiative.id,
      kind: initiative.kind,
      ...{ costRange, effortRange, personDays, costEuro: amountOf(costRange) },
      yearlyEuro: middleOf(range("costEuro", "yearly")),
      yearlyPersonDays: middleOf(range("effortPersonDays", "yearly")),
      quarters: Math.max(1, Math.ceil(months / monthsPerQuarter), quartersOf(personDays, personDaysPerQuarter)),
      lifts: lifts.filter(({ place, level }) => level > (today[place] ?? Infinity)),
      namesResponsible:
        !isReached(standings, responsibility) &&
        initiative.lifts.some(({ item, level }) => item === responsibility.item && level >= responsibility.level),
      duties: isFulfilled(initiative, standings) ? [] : initiative.duties.filter((duty) => due.has(duty)),
      needs: needsOf(initiative),
      stages: stages.filter(({ dimension, points }) => exceeds(points, dimensionPoints(items, dimension, today))),
      // What has begun goes on before anything else of the list begins.
      position: input.begun.includes(initiative.id) ? -1 : (positions.get(initiative.id) ?? Infinity),
    };
  });
}

/** What an initiative needs finished before it. A required level is met by whatever lifts an item so far, except by itself. */
function needsFinder(all: Initiative[], { standings, done }: PlanInput): (initiative: Initiative) => string[][] {
  const known = new Map(all.map((one) => [one.id, one]));
  const isThere = (id: string) => {
    const one = known.get(id);
    return one !== undefined && isFulfilled(one, standings);
  };
  return ({ id: own, requires }) => {
    const initiatives = requires.initiatives.filter((id) => !isThere(id)).map((id) => [id]);
    const lifters = requires.items
      .filter((need) => !isReached(standings, need))
      .map((need) =>
        all.filter(({ lifts }) => lifts.some(({ item, level }) => item === need.item && level >= need.level)).map(({ id }) => id),
      );
    return [...initiatives, ...lifters]
      .filter((group) => !group.some((id) => done.includes(id)))
      .map((group) => group.filter((id) => id !== own));
  };
}

/** The quarters that this many person-days fill; infinite where nobody has any time. */
function quartersOf(personDays: number, perQuarter: number): number {
  return personDays === 0 ? 0 : Math.ceil(personDays / perQuarter - tolerance);
}

/** These, and all that could be needed for them. */
function usefulOf(options: Option[], isWanted: (option: Option) => boolean): Set<Option> {
  const known = new Map(options.map((one) => [one.id, one]));
  const useful = new Set<Option>();
  const add = (one: Option | undefined): void => {
    if (!one || useful.has(one)) return;
    useful.add(one);
    one.needs.flat().forEach((id) => add(known.get(id)));
  };
  options.filter(isWanted).forEach(add);
  return useful;
}

function whyUseless({ id }: Option, { initiatives, items, standings }: PlanInput): LeftOutReason {
  const { lifts } = entryOf(initiatives, id);
  if (lifts.every(({ item }) => standings.get(item) === "na")) return "not-applicable";
  const isAsked = (item: string) => items.some((one) => one.id === item);
  return lifts.some((lift) => !isAsked(lift.item) && !isReached(standings, lift)) ? "not-asked" : "no-gain";
}

/**
 * @param reach has those that can be had at all.
 * @param finish when each could be finished within the limits if everything allowed were done.
 */
function whyNever(
  { id, needs, personDays }: Option,
  reach: Map<string, number>,
  finish: Map<string, number>,
  limits: PlanLimits,
): LeftOutReason | null {
  if (!reach.has(id)) return needs.every((group) => group.some((other) => reach.has(other))) ? "stage-missing" : "requirement-missing";
  if ((finish.get(id) ?? Infinity) <= limits.quarters) return null;
  return personDays > limits.personDaysPerQuarter * limits.quarters ? "over-capacity" : "does-not-fit";
}

/** For each due duty whatever answers it, unless something that answers it is done; that of the missing check as often as there are duties. */
function dutiesOf({ initiatives, items, standings, due, done }: PlanInput, possible: Option[]): string[][] {
  const isAnswered = (duty: string) => initiatives.some(({ id, duties }) => done.includes(id) && duties.includes(duty));
  const open = [...due].filter((duty) => !isAnswered(duty)).sort();
  const answers = open.map((duty) => possible.filter(({ duties }) => duties.includes(duty)));
  const isMissing = !isReached(standings, checked);
  const checkedPlace = items.findIndex(({ id }) => id === checked.item);
  const isCheck = ({ lifts }: Option) => lifts.some(({ place, level }) => place === checkedPlace && level >= checked.level);
  return answers.flatMap((group) => {
    const ids = group.map(({ id }) => id);
    return ids.length === 0 ? [] : isMissing && group.some(isCheck) ? open.map(() => ids) : [ids];
  });
}
