import type { InitiativeKind } from "../initiatives/initiative";
import { compare } from "./climb";
import { earliestFinish } from "./earliest-finish";
import { isReady } from "./levels";
import { inListOrder, type Option, type Place } from "./option";
import type { PlanProblem } from "./problem";
import { delayOf } from "./program";
import { endOf, hasRoom, isDuty, occupy, tidy } from "./schedule";
import { candidatesIn } from "./solve";

/** A suggestion of fifteen steps takes a few hundred. */
const mostTries = 5_000;

type Wish = (one: Option) => boolean;
const isOf =
  (kind: InitiativeKind): Wish =>
  (one) =>
    one.kind === kind;
const namesResponsible: Wish = (one) => one.namesResponsible;
const hasBegun: Wish = ({ position }) => position < 0;

/** Who is to begin earliest, the first first; then what enables, then what uses. */
const wishes: Wish[] = [isDuty, namesResponsible, hasBegun, isOf("protect")];

/**
 * Of all layouts of the same initiatives in which nothing could begin earlier by itself, the one that an expert would
 * take, see `wishesOf`; choice, money and rise stay as they are. Where the tries do not suffice to prove that, the best
 * seen, and none worse than the given one.
 * @param tries places that are tried at most.
 */
export function settle(problem: PlanProblem, given: readonly Place[], tries = mostTries): Place[] {
  const { items, limits } = problem;
  const finish = earliestFinish(items, candidatesIn(given));
  const rank = ({ candidate }: Place) => [...wishes, isOf("enable"), isOf("use")].findIndex((wish) => wish(candidate));
  let best = given.toSorted((a, b) => rank(a) - rank(b) || inListOrder(a.candidate, b.candidate));
  // What has no place yet stands where it could begin if there were no end of time: the whole can only get worse than that.
  const places = best.map(({ candidate }): Place => ({ candidate, start: (finish.get(candidate.id) ?? Infinity) - candidate.quarters }));
  const used = new Float64Array(limits.quarters);
  let triesLeft = tries;

  const isBetter = (layout: readonly Place[], placed: number) =>
    compare(wishesOf(problem, layout, placed), wishesOf(problem, best, best.length)) < 0;
  const isSound = (placed: number) =>
    places
      .slice(0, placed)
      .every(({ candidate, start }) => isReady(candidate, items, candidatesIn(places.filter((other) => endOf(other) <= start))));

  const placeFrom = (index: number): void => {
    const earliest = places[index];
    if (!earliest) {
      const tidied = tidy(problem, places);
      const next = best.flatMap(({ candidate }) => tidied.filter((place) => place.candidate === candidate));
      if (isBetter(next, next.length)) best = next;
      return;
    }
    const last = limits.quarters - earliest.candidate.quarters;
    for (let { start } = earliest; start <= last && triesLeft > 0; start += 1) {
      const place = { ...earliest, start };
      if (!hasRoom(problem, used, place)) continue;
      triesLeft -= 1;
      places[index] = place;
      if (!isBetter(places, index + 1) || !isSound(index + 1)) continue;
      occupy(used, place, 1);
      placeFrom(index + 1);
      occupy(used, place, -1);
    }
    places[index] = earliest;
  };
  placeFrom(0);
  return best;
}

/**
 * What of a layout is wished to be small, the first first: the quarters that duties wait; the sum of the starts of what
 * answers one, of who is responsible, of what has begun already, of what protects; by how many quarters what uses AI begins
 * before what protects; and each start, those of what enables before those of what uses, and in the order of the list.
 * @param places in that order.
 * @param placed how many have their place; of the others nothing is said that a later place would make smaller.
 */
function wishesOf(problem: PlanProblem, places: readonly Place[], placed: number): number[] {
  const sum = (wish: Wish) => places.reduce((total, { candidate, start }) => total + (wish(candidate) ? start : 0), 0);
  const ahead = places
    .slice(0, placed)
    .filter(({ candidate }) => candidate.kind === "use")
    .flatMap((use) => places.filter(({ candidate }) => candidate.kind === "protect").map(({ start }) => Math.max(0, start - use.start)))
    .reduce((total, quarters) => total + quarters, 0);
  return [delayOf(problem, places), ...wishes.map(sum), ahead, ...places.map(({ start }) => start)];
}
