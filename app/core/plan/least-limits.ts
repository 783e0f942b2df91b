import { tolerance } from "../score/stage";
import { earliestFinish } from "./earliest-finish";
import type { Option, Place } from "./option";
import { planProblem, unlimited, type PlanInput, type PlanProblem } from "./problem";
import { programOf } from "./program";
import { layOut } from "./schedule";
import type { PlanLimits } from "./settings";
import { candidatesIn, leastNodes, solve, type Effort, type Kept, type Solver } from "./solve";

/** To which euros and person-days limits are rounded up. */
export type Steps = { euro: number; days: number };

/** Limits and a layout that keeps them. */
export type Held = { limits: PlanLimits; places: Place[] };

/**
 * The least limits, none below the given ones, that hold one of each group with what it needs: first the least money,
 * then within it the least effort, then the quarters that these take at least, then the fewest person-days a quarter.
 * They hold by construction, because a layout that keeps them is found with them.
 * @param groupsOf which groups, all of them initiatives that can be had where nothing is short.
 */
export function leastLimits(
  input: PlanInput,
  floor: PlanLimits,
  steps: Steps,
  groupsOf: (problem: PlanProblem) => string[][],
  solver: Solver,
  effort: Effort,
): Held {
  const core = leastCore(input, floor, steps, groupsOf, solver, effort);
  const budgetEuro = Math.max(
    floor.budgetEuro,
    roundUp(
      core.reduce((sum, { costEuro }) => sum + costEuro, 0),
      steps.euro,
    ),
  );
  const finish = earliestFinish(input.items, core);
  const quarters = Math.max(floor.quarters, ...finish.values());
  return fewestDays(input, { ...floor, budgetEuro, quarters }, steps.days, core);
}

/** What is to be held: as long as the horizon allows it, within the horizon. */
function leastCore(
  input: PlanInput,
  floor: PlanLimits,
  steps: Steps,
  groupsOf: (problem: PlanProblem) => string[][],
  solver: Solver,
  effort: Effort,
): Option[] {
  const free = planProblem(input, { ...floor, ...unlimited });
  const groups = groupsOf(free);
  for (const quarters of [floor.quarters, Infinity]) {
    const program = programOf(planProblem(input, { ...floor, ...unlimited, quarters }), "whole", groups);
    const kept: Kept[] = [];
    let core: Option[] | null = null;
    for (const aim of ["cost", "effort", "cost", "rank"] as const) {
      const run = solve(program, aim, kept, solver, effort, leastNodes);
      if (run.status !== "chosen") break;
      core = candidatesIn(run.places);
      const value = run.value;
      const isFirst = kept.length === 0;
      kept.push({ aim, value: isFirst ? Math.max(floor.budgetEuro, roundUp(value, steps.euro)) : value });
    }
    if (core) return core;
  }
  return peel(free, groups);
}

/** Where no work is left: of everything that can be had, leaves out the dearest first, as long as the rest holds every group. */
function peel({ items, candidates }: PlanProblem, groups: readonly string[][]): Option[] {
  let core = candidates;
  for (const one of candidates.toSorted((a, b) => b.costEuro - a.costEuro || b.personDays - a.personDays)) {
    const others = core.filter((other) => other !== one);
    const finish = earliestFinish(items, others);
    const rest = others.filter(({ id }) => finish.has(id));
    if (groups.every((group) => rest.some(({ id }) => group.includes(id)))) core = rest;
  }
  return core;
}

/** The fewest whole steps of person-days a quarter at which a layout was found; at all of them at once there is one. */
function fewestDays(input: PlanInput, limits: PlanLimits, step: number, core: readonly Option[]): Held {
  const ids = new Set(core.map(({ id }) => id));
  const at = (personDaysPerQuarter: number): { held: Held; missing: number } => {
    const within = { ...limits, personDaysPerQuarter };
    const problem = planProblem(input, within);
    const { places, missing } = layOut(
      problem,
      problem.candidates.filter(({ id }) => ids.has(id)),
    );
    return { held: { limits: within, places }, missing: places.length < ids.size ? 1 : missing.length };
  };
  const given = at(limits.personDaysPerQuarter);
  if (given.missing === 0) return given.held;
  const total = core.reduce((sum, { personDays }) => sum + personDays, 0);
  const base = Math.floor(limits.personDaysPerQuarter / step + tolerance);
  let [short, enough] = [0, Math.ceil(total / step)];
  let held = at((base + enough) * step).held;
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    const tried = at((base + middle) * step);
    if (tried.missing === 0) [enough, held] = [middle, tried.held];
    else short = middle;
  }
  return held;
}

const roundUp = (amount: number, step: number): number => Math.ceil(amount / step - tolerance) * step;
