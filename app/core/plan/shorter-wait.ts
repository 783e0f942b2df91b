import type { Held, Steps } from "./least-limits";
import { planProblem, type PlanInput } from "./problem";
import { delayOf } from "./program";
import { layOut } from "./schedule";

/**
 * The limits of a plan with as few more person-days a quarter as it takes for its duties to wait as short as a quarter more
 * of them allows: the least limits may hold what the law asks for today by letting it wait for most of a year.
 * @param steps by which person-days grow.
 * @returns null where a quarter more shortens no wait.
 */
export function withShorterWait(input: PlanInput, { limits, places }: Held, { days }: Pick<Steps, "days">): Held | null {
  const ids = new Set(places.map(({ candidate }) => candidate.id));
  let shortest = delayOf(planProblem(input, limits), places);
  let best: Held | null = null;
  for (let steps = 1; steps <= mostSteps(limits.personDaysPerQuarter, days); steps += 1) {
    const within = { ...limits, personDaysPerQuarter: limits.personDaysPerQuarter + steps * days };
    const problem = planProblem(input, within);
    const same = problem.candidates.filter(({ id }) => ids.has(id));
    const anew = layOut(problem, same, { delay: 0 });
    const delay = delayOf(problem, anew.places);
    if (anew.missing.length > 0 || delay >= shortest) continue;
    [shortest, best] = [delay, { limits: within, places: anew.places }];
  }
  return best;
}

/** What a quarter more comes to, rounded up to whole steps, but never more than half as much again. */
const mostSteps = (personDays: number, step: number): number =>
  Math.min(Math.ceil(personDays / 4 / step), Math.floor(personDays / 2 / step));
