import { tolerance } from "../score/stage";
import { gainOf, isReady } from "./levels";
import type { InitiativeOption } from "./option";
import type { PlanProblem } from "./problem";
import { daysIn } from "./program";

/** It starts in this quarter; they count from 0. */
export type Place = { candidate: InitiativeOption; start: number };

/** `missing`: what found no place within the horizon. */
export type Layout = { places: Place[]; missing: InitiativeOption[] };

/**
 * Lays the chosen initiatives out by quarter: within the person-days of each quarter, each after what it requires and
 * after the stages it stands on are reached by those finished before. A heuristic: it tries a few orders and takes
 * the first in which everything finds a place, else the one that gains most. What it places is sound; where something
 * is missing, another layout might still hold everything.
 */
export function layOut(problem: PlanProblem, chosen: InitiativeOption[]): Layout {
  let best: Layout = { places: [], missing: chosen };
  let bestGain = -Infinity;
  for (const order of ordersOf(problem, chosen)) {
    const layout = layOutInOrder(problem, order);
    if (layout.missing.length === 0) return layout;
    const gain = gainOf(problem.items, candidatesIn(layout.places));
    if (gain > bestGain + tolerance) [best, bestGain] = [layout, gain];
  }
  return best;
}

export function candidatesIn(places: Place[]): InitiativeOption[] {
  return places.map(({ candidate }) => candidate);
}

export function endOf({ candidate, start }: Place): number {
  return start + candidate.quarters;
}

function finishedBefore(quarter: number, places: Place[]): Place[] {
  return places.filter((place) => endOf(place) <= quarter);
}

type Merit = (candidate: InitiativeOption) => number;

/** Pinned initiatives and what they require come first, then duties where there is room; then what pays most, what others wait for, or what is largest. */
function ordersOf({ items, pinned }: PlanProblem, chosen: InitiativeOption[]): InitiativeOption[][] {
  const first = new Set<string>();
  const putFirst = (id: string): void => {
    if (first.has(id)) return;
    first.add(id);
    chosen.find((one) => one.id === id)?.requires.forEach(putFirst);
  };
  pinned.forEach(putFirst);

  const dimensionOf = new Map(items.map(({ id, dimension }) => [id, dimension]));
  const isFirst: Merit = ({ id }) => Number(first.has(id));
  const isDuty: Merit = ({ duty }) => Number(duty);
  const gainPerDay: Merit = (one) => gainOf(items, [one]) / Math.max(one.personDays, tolerance);
  const waiting: Merit = ({ id, lifts }) => {
    const lifted = lifts.map(({ item }) => dimensionOf.get(item));
    return chosen.filter((other) => other.requires.includes(id) || other.stages.some(({ dimension }) => lifted.includes(dimension))).length;
  };
  const length: Merit = ({ quarters }) => quarters;
  const effort: Merit = ({ personDays }) => personDays;
  return [
    [isFirst, isDuty, gainPerDay],
    [isFirst, isDuty, waiting, length, effort],
    [isFirst, isDuty, effort, length],
    [isFirst, waiting, length, effort],
    [isFirst, effort, length],
  ].map((merits) => sortBy(chosen, merits));
}

/** Greatest first; what is alike in every merit, by id. */
function sortBy(candidates: InitiativeOption[], merits: Merit[]): InitiativeOption[] {
  return candidates
    .map((candidate) => ({ candidate, values: merits.map((merit) => merit(candidate)) }))
    .sort((a, b) => {
      const differences = a.values.map((value, index) => (b.values[index] ?? value) - value);
      return differences.find((difference) => difference !== 0) ?? (a.candidate.id < b.candidate.id ? -1 : 1);
    })
    .map(({ candidate }) => candidate);
}

/** Again and again places the first in the order that can be placed, as early as possible. */
function layOutInOrder(problem: PlanProblem, order: InitiativeOption[]): Layout {
  const places: Place[] = [];
  const missing = [...order];
  for (let index = 0; index < missing.length; index += 1) {
    const place = placeFor(problem, places, missing[index]);
    if (!place) continue;
    places.push(place);
    missing.splice(index, 1);
    index = -1; // Those passed over may be ready now.
  }
  return { places, missing };
}

function placeFor(
  { items, quarters, personDaysPerQuarter }: PlanProblem,
  places: Place[],
  candidate: InitiativeOption | undefined,
): Place | undefined {
  if (!candidate) return undefined;
  const used = Array.from({ length: quarters }, (_, quarter) => places.reduce((sum, place) => sum + daysIn(place, quarter), 0));
  for (let start = 0; start + candidate.quarters <= quarters; start += 1) {
    const place = { candidate, start };
    const fits = used.every((days, quarter) => days + daysIn(place, quarter) <= personDaysPerQuarter + tolerance);
    if (fits && isReady(candidate, items, candidatesIn(finishedBefore(start, places)))) return place;
  }
  return undefined;
}

/** Leaves out what neither gains nor is needed, and starts the rest as early as there is room. */
export function compactSchedule(problem: PlanProblem, places: Place[]): Place[] {
  const byStart = [...places].sort((a, b) => a.start - b.start || (a.candidate.id < b.candidate.id ? -1 : 1));
  let kept = byStart;
  for (const place of byStart.toReversed()) {
    const others = kept.filter((other) => other !== place);
    if (isDispensable(problem, place, others)) kept = others;
  }
  for (const place of kept) {
    const others = kept.filter((other) => other.candidate !== place.candidate);
    kept = [...others, placeFor(problem, others, place.candidate) ?? place];
  }
  return kept;
}

function isDispensable({ items, pinned }: PlanProblem, { candidate }: Place, others: Place[]): boolean {
  if (pinned.includes(candidate.id)) return false;
  const rest = candidatesIn(others);
  if (gainOf(items, [...rest, candidate]) > gainOf(items, rest) + tolerance) return false;
  return others.every((other) => isReady(other.candidate, items, candidatesIn(finishedBefore(other.start, others))));
}
