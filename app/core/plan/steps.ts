import type { Level } from "../assessment/answer";
import type { InitiativeKind, Range } from "../initiatives/initiative";
import type { LiftedItem } from "../initiatives/order";
import type { ScoredItem } from "../score/scored-items";
import { isReady, levelsAfter, overallPoints, type Levels } from "./levels";
import { inListOrder, type Option, type Place } from "./option";
import { endOf } from "./schedule";
import { candidatesIn } from "./solve";

/** An initiative of the plan. Quarters count from 0. */
export type PlannedStep = {
  id: string;
  kind: InitiativeKind;
  start: number;
  quarters: number;
  /** Euros and person-days, once: the middles of the ranges. */
  costEuro: number;
  personDays: number;
  costRange: Range;
  effortRange: Range;
  /** From the end on, every year. */
  yearlyEuro: number;
  yearlyPersonDays: number;
  /** Points it adds to the steps before it; all of them add up to the rise of the plan. */
  rise: number;
  lifts: LiftedItem[];
  /** Duties due now that it answers, by id. */
  duties: string[];
  /** Steps that could not start when they do without it, by id. */
  prerequisiteFor: string[];
  /** Whether nothing that is not done yet has to come before. */
  canBegin: boolean;
};

/** By start; in a quarter first who is responsible, then in the order of the list. */
export function inOrder(places: readonly Place[]): Place[] {
  const others = ({ candidate }: Place) => Number(!candidate.namesResponsible);
  return places.toSorted((a, b) => a.start - b.start || others(a) - others(b) || inListOrder(a.candidate, b.candidate));
}

/** @param places see `inOrder`. */
export function stepsOf(items: readonly ScoredItem[], places: readonly Place[]): PlannedStep[] {
  return places.map((place, index) => {
    const { id, kind, quarters, costEuro, personDays, costRange, effortRange, yearlyEuro, yearlyPersonDays, duties } = place.candidate;
    const before = candidatesIn(places.slice(0, index));
    const [from, to] = [levelsAfter(items, before), levelsAfter(items, [...before, place.candidate])];
    return {
      ...{ id, kind, start: place.start, quarters, costEuro, personDays, costRange, effortRange, yearlyEuro, yearlyPersonDays },
      rise: overallPoints(items, to) - overallPoints(items, from),
      lifts: liftsAt(items, place.candidate, from),
      duties,
      prerequisiteFor: places.filter((other) => isNeeded(items, place, other, places)).map(({ candidate }) => candidate.id),
      canBegin: isReady(place.candidate, items, []),
    };
  });
}

function liftsAt(items: readonly ScoredItem[], { lifts }: Option, levels: Levels): LiftedItem[] {
  return lifts.flatMap(({ place, level }) => {
    const [item, from] = [items[place], levels[place] ?? 0];
    return item && level > from
      ? [{ item: item.id, from: from as Level, to: level as Level, open: item.level === null && from === 0 }]
      : [];
  });
}

function isNeeded(items: readonly ScoredItem[], place: Place, other: Place, places: readonly Place[]): boolean {
  const finished = places.filter((one) => one !== place && endOf(one) <= other.start);
  return endOf(place) <= other.start && !isReady(other.candidate, items, candidatesIn(finished));
}
