import { createRandom } from "../certainty/random";
import { levelsAfter, riseFrom } from "./levels";
import type { Option, Place } from "./option";
import type { PlanProblem } from "./problem";
import { isMore, same } from "./same";
import { holds, layOutInOrder, occupy, placeFor } from "./schedule";
import { candidatesIn, planAims, valueOf } from "./solve";
import { withNeeds } from "./with-needs";

const seed = "c11b0a1d";
const mostLeftOut = 4;

/**
 * Makes a layout better by ruin and recreation (Schrimpf et al. 2000): leaves a few initiatives out, drawn at random,
 * lays the rest that can do without them out anew, fills the room with what gains most for it, and keeps what is better, see
 * `planAims`. The draws are the same every time.
 * @param groups of which at least one must be in, by id.
 * @param tries how often.
 */
export function climb(problem: PlanProblem, groups: readonly string[][], places: readonly Place[], tries: number): Place[] {
  const random = createRandom(seed);
  let best = fill(problem, places, () => 1);
  let merits = meritsOf(problem, best);
  for (let done = 0; done < tries; done += 1) {
    const most = 1 + Math.floor(random() * mostLeftOut);
    const out = new Set(Array.from({ length: most }, () => best[Math.floor(random() * best.length)]));
    const kept = candidatesIn(best.filter((place) => !out.has(place)));
    const next = fill(problem, layOutInOrder(problem, kept).places, () => 0.5 + random());
    const nextMerits = meritsOf(problem, next);
    if (holds(groups, next) && compare(nextMerits, merits) < 0) [best, merits] = [next, nextMerits];
  }
  return best;
}

/** Adds again and again what gains most for the money and time that are left, with what it needs. */
function fill(problem: PlanProblem, places: readonly Place[], noise: () => number): Place[] {
  let filled = [...places];
  for (let best: Place[] | null = filled; best;) {
    filled = best;
    best = bestAddition(problem, filled, noise);
  }
  return filled;
}

function bestAddition(problem: PlanProblem, places: readonly Place[], noise: () => number): Place[] | null {
  const { items, limits, candidates } = problem;
  const chosen = candidatesIn(places);
  const used = new Float64Array(limits.quarters);
  places.forEach((place) => occupy(used, place, 1));
  const total = (all: readonly Option[], of: (one: Option) => number) => all.reduce((sum, one) => sum + of(one), 0);
  const money = limits.budgetEuro - total(chosen, ({ costEuro }) => costEuro);
  const days = limits.personDaysPerQuarter * limits.quarters - total(chosen, ({ personDays }) => personDays);
  const levels = levelsAfter(items, chosen);
  let best: { places: Place[]; merit: number } | null = null;
  for (const candidate of candidates) {
    const added = withNeeds(candidate, problem, chosen);
    const [cost, effort] = [total(added, ({ costEuro }) => costEuro), total(added, ({ personDays }) => personDays)];
    if (isMore(cost, money) || isMore(effort, days)) continue;
    const gain = riseFrom(items, levels, added);
    const merit = (noise() * gain) / (cost / (money + same) + effort / (days + same) + same);
    if (!isMore(gain, 0) || (best && merit <= best.merit)) continue;
    const next = addAll(problem, places, used, added);
    if (next) best = { places: next, merit };
  }
  return best && best.places;
}

/** Places one after the other as early as there is room, those first that the others need; null where one finds none. */
function addAll(problem: PlanProblem, places: readonly Place[], used: Float64Array, added: readonly Option[]): Place[] | null {
  const [next, room] = [[...places], used.slice()];
  for (const candidate of added.toReversed()) {
    const place = placeFor(problem, next, room, candidate);
    if (!place) return null;
    occupy(room, place, 1);
    next.push(place);
  }
  return next;
}

/** The less, the better, the first first. */
export function meritsOf(problem: PlanProblem, places: readonly Place[]): number[] {
  return planAims.map((aim) => (aim === "gain" ? -1 : 1) * valueOf(problem, aim, places));
}

/** Less than 0 where the first is better. */
export function compare(one: readonly number[], other: readonly number[]): number {
  return one.map((merit, index) => merit - (other[index] ?? 0)).find((difference) => isMore(Math.abs(difference), 0)) ?? 0;
}
