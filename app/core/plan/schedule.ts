import { createRandom } from "../certainty/random";
import type { ScoredItem } from "../score/scored-items";
import { exceeds } from "../score/stage";
import { gainOf, isReady } from "./levels";
import { inListOrder, type Option, type Place } from "./option";
import type { PlanProblem } from "./problem";
import { delayOf } from "./program";
import { candidatesIn } from "./solve";

/** `missing`: what found no place within the horizon. */
export type Layout = { places: Place[]; missing: Option[] };

/**
 * `groups`: one of each, by id, should be in where there is no place for everything. `thorough`: whether many more orders
 * are tried. `delay`: the quarters that duties may wait, see `delayOf`.
 */
type Wish = { groups?: readonly string[][]; thorough?: boolean; delay?: number };

/** Whether one of each group is in. */
export function holds(groups: readonly string[][], places: readonly Place[]): boolean {
  return groups.every((group) => places.some(({ candidate }) => group.includes(candidate.id)));
}

export function endOf({ candidate, start }: Place): number {
  return start + candidate.quarters;
}

/** How many orders are drawn where the better ones leave something out. */
const drawnOrders = 60;
const seed = "5eed0fa1";

/**
 * Lays the chosen initiatives out by quarter: within the person-days of each quarter, each after what it needs and
 * after the stages it stands on are reached by those finished before. Duties come first, then who is responsible,
 * then the rest by the order of the list; what they need comes with them. A heuristic: where that leaves something
 * without a place, or a duty waiting too long, other orders are tried; if all fail, the layout that holds everything
 * with the least delay is taken, or else of those that hold the groups the one that gains most. What it places is sound; where something is missing,
 * another layout might still hold everything.
 */
export function layOut(
  problem: PlanProblem,
  chosen: readonly Option[],
  { groups = [], thorough = false, delay = Infinity }: Wish = {},
): Layout {
  const wished = wishedOrder(chosen);
  const tried: Layout[] = [];
  for (const order of ordersOf(problem, wished, thorough)) {
    const layout = layOutInOrder(problem, order);
    tried.push(layout);
    if (layout.missing.length > 0) continue;
    layout.places = tidy(problem, layout.places);
    if (delayOf(problem, layout.places) <= delay) return layout;
  }
  return bestLayout(problem, tried, groups);
}

/** What holds everything, with the least delay; or else what holds the groups, or nothing of that, and gains most. */
function bestLayout(problem: PlanProblem, layouts: Layout[], groups: readonly string[][]): Layout {
  const rank = ({ places, missing }: Layout) =>
    missing.length === 0 ? -delayOf(problem, places) : gainOf(problem.items, candidatesIn(places));
  const whole = layouts.filter(({ missing }) => missing.length === 0);
  const held = layouts.filter(({ places }) => holds(groups, places));
  return ([whole, held].find(({ length }) => length > 0) ?? layouts).reduce((best, one) => (exceeds(rank(one), rank(best)) ? one : best));
}

/** The order in which initiatives are wished: each directly after those it needs and that are not there yet. */
function wishedOrder(chosen: readonly Option[]): Option[] {
  const rank = (one: Option) => (isDuty(one) ? 0 : one.namesResponsible ? 1 : 2);
  const byWish = [...chosen].sort((a, b) => rank(a) - rank(b) || inListOrder(a, b));
  return withNeeds(byWish, byWish);
}

export const isDuty = ({ duties }: Option): boolean => duties.length > 0;

/** These in their order, each directly after those of `chosen` that it needs and that are not there yet. */
function withNeeds(these: readonly Option[], chosen: readonly Option[]): Option[] {
  const order = new Set<Option>();
  const waiting = new Set<Option>();
  const add = (one: Option): void => {
    if (order.has(one) || waiting.has(one)) return;
    waiting.add(one);
    for (const group of one.needs)
      chosen
        .filter(({ id }) => group.includes(id))
        .slice(0, 1)
        .forEach(add);
    order.add(one);
  };
  these.forEach(add);
  return [...order];
}

type Merit = (candidate: Option) => number;

/**
 * The wished order; then orders that leave less room unused: what has the longest way to go after it, what is large or
 * long, first with the duties and what they need still at the head, then all alike; then some drawn at random around
 * the longest way.
 */
function* ordersOf({ items }: PlanProblem, wished: readonly Option[], thorough: boolean): Generator<readonly Option[]> {
  yield wished;
  const urgent = new Set(withNeeds(wished.filter(isDuty), wished));
  const isUrgent: Merit = (one) => Number(urgent.has(one));
  const way = waysFrom(items, wished);
  const length: Merit = ({ quarters }) => quarters;
  const load: Merit = ({ personDays, quarters }) => personDays / quarters;
  const tightly = [
    [way, load],
    [load, way],
    [length, load],
  ];
  for (const merits of [...tightly.map((merits) => [isUrgent, ...merits]), ...tightly]) yield sortBy(wished, merits);
  if (!thorough) return;
  const random = createRandom(seed);
  for (let drawn = 0; drawn < drawnOrders; drawn += 1) yield sortBy(wished, [(one) => way(one) * (0.5 + random())]);
}

/** Quarters from the start of each to the end of the longest chain of those that wait for it. */
function waysFrom(items: readonly ScoredItem[], chosen: readonly Option[]): Merit {
  const ways = new Map<Option, number>();
  const wayFrom = (one: Option): number => {
    const known = ways.get(one);
    if (known !== undefined) return known;
    ways.set(one, one.quarters); // Those that wait for each other would never end.
    const lifted = items.filter((_, item) => one.lifts.some(({ place }) => place === item));
    const waits = ({ needs, stages }: Option) =>
      needs.some((group) => group.includes(one.id)) ||
      stages.some((stage) => lifted.some(({ dimension }) => dimension === stage.dimension));
    const way = one.quarters + Math.max(0, ...chosen.filter((other) => other !== one && waits(other)).map(wayFrom));
    ways.set(one, way);
    return way;
  };
  return wayFrom;
}

/** Greatest first; what is alike in every merit stays in its order. */
function sortBy(candidates: readonly Option[], merits: Merit[]): Option[] {
  return candidates
    .map((candidate) => ({ candidate, values: merits.map((merit) => merit(candidate)) }))
    .sort((a, b) => a.values.map((value, index) => (b.values[index] ?? value) - value).find((difference) => difference !== 0) ?? 0)
    .map(({ candidate }) => candidate);
}

/** Again and again places the first in the order that can be placed, as early as possible. */
export function layOutInOrder(problem: PlanProblem, order: readonly Option[]): Layout {
  const places: Place[] = [];
  const used = new Float64Array(problem.limits.quarters);
  const missing = new Set(order);
  const next = (): Place | undefined => {
    for (const candidate of missing) {
      const place = placeFor(problem, places, used, candidate);
      if (place) return place;
    }
    return undefined;
  };
  // Those passed over may be ready once another has its place.
  for (let place = next(); place; place = next()) {
    places.push(place);
    occupy(used, place, 1);
    missing.delete(place.candidate);
  }
  return { places, missing: [...missing] };
}

/**
 * As early as there is room beside the others and after what it needs.
 * @param used person-days of each quarter.
 */
export function placeFor(problem: PlanProblem, places: readonly Place[], used: Float64Array, candidate: Option): Place | undefined {
  for (let start = readyFrom(problem.items, places, candidate); start + candidate.quarters <= problem.limits.quarters; start += 1)
    if (hasRoom(problem, used, { candidate, start })) return { candidate, start };
  return undefined;
}

/** Whether there are people for it beside what takes their days already. */
export function hasRoom({ limits }: PlanProblem, used: Float64Array, { candidate, start }: Place): boolean {
  const own = candidate.personDays / candidate.quarters;
  return used.subarray(start, start + candidate.quarters).every((days) => !exceeds(days + own, limits.personDaysPerQuarter));
}

/** @param sign 1 where it comes, -1 where it goes. */
export function occupy(used: Float64Array, { candidate, start }: Place, sign: 1 | -1): void {
  for (let quarter = start; quarter < start + candidate.quarters; quarter += 1)
    used[quarter] = (used[quarter] ?? 0) + (sign * candidate.personDays) / candidate.quarters;
}

/** The first quarter by which all that it needs is finished; Infinity where that never happens. */
function readyFrom(items: readonly ScoredItem[], places: readonly Place[], candidate: Option): number {
  const moments = [0, ...places.map(endOf)].sort((a, b) => a - b);
  return moments.find((moment) => isReady(candidate, items, candidatesIn(places.filter((place) => endOf(place) <= moment)))) ?? Infinity;
}

/** Starts each as early as the others leave room for, those wished first first, until none can start earlier. */
export function tidy(problem: PlanProblem, places: readonly Place[]): Place[] {
  const order = wishedOrder(candidatesIn(places));
  const used = new Float64Array(problem.limits.quarters);
  places.forEach((place) => occupy(used, place, 1));
  let tidied = [...places];
  for (let moved = true; moved;) {
    moved = false;
    for (const now of order.flatMap((candidate) => tidied.filter((place) => place.candidate === candidate))) {
      const others = tidied.filter((place) => place !== now);
      occupy(used, now, -1);
      const earlier = placeFor(problem, others, used, now.candidate);
      const next = earlier && earlier.start < now.start ? earlier : now;
      occupy(used, next, 1);
      if (next === now) continue;
      tidied = [...others, next];
      moved = true;
    }
  }
  return tidied;
}
