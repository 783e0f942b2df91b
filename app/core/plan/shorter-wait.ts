import { exceeds } from "../score/stage";
import { choose } from "./choose";
import type { Held, Steps } from "./least-limits";
import { planProblem, type PlanInput } from "./problem";
import { delayOf } from "./program";
import type { Effort, Solver } from "./solve";

/**
 * The given limits, or those with as few more person-days a quarter as it takes for the duties to wait as short as a quarter
 * more of them allows: the least limits may hold what the law asks for today by letting it wait for most of a year.
 * @param steps by which person-days grow.
 */
export function withShorterWait(input: PlanInput, least: Held, { days }: Pick<Steps, "days">, solver: Solver, effort: Effort): Held {
  const { limits, places } = least;
  const after = (steps: number): { held: Held; delay: number } => {
    const within = { ...limits, personDaysPerQuarter: limits.personDaysPerQuarter + steps * days };
    const problem = planProblem(input, within);
    const chosen = choose(problem, ["delay"], solver, effort, places).places ?? places;
    return { held: { limits: within, places: chosen }, delay: delayOf(problem, chosen) };
  };
  let enough = mostSteps(limits.personDaysPerQuarter, days);
  let best = after(enough);
  if (!exceeds(after(0).delay, best.delay)) return least;
  const shortest = best.delay;
  for (let short = 0; enough - short > 1;) {
    const middle = Math.floor((short + enough) / 2);
    const tried = after(middle);
    if (exceeds(tried.delay, shortest)) short = middle;
    else [enough, best] = [middle, tried];
  }
  return best.held;
}

/** What a quarter more comes to, rounded up to whole steps, but never more than half as much again. */
const mostSteps = (personDays: number, step: number): number =>
  Math.min(Math.ceil(personDays / 4 / step), Math.floor(personDays / 2 / step));
