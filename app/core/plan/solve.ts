import type { Highs } from "highs";
import { gainOf } from "./levels";
import type { Option, Place } from "./option";
import type { PlanProblem } from "./problem";
import { delayOf, programText, standstills, type Aim, type Program, type Row } from "./program";
import { same } from "./same";

/** HiGHS, loaded by the caller. */
export type Solver = Pick<Highs, "withModel" | "constants">;

/**
 * What all runs of the solver for one plan may spend together. `work` is counted down and gives the same result on
 * every machine; `secondsLeft` is the emergency brake, and only where it is pulled may the result depend on the machine.
 */
export type Effort = {
  /** Nodes of the search tree times the slots of the program; 25,000 take about a second. */
  work: number;
  secondsLeft: () => number;
};

/** What all searches for one plan may spend: the plan itself, and after it the end of its frontier. See `Effort`. */
export const planWork = 20_000;

/**
 * Of one run of the solver, where nobody holds a clock: thirty times what a run needs, so that a busy machine does not
 * plan otherwise than an idle one, and half of what a job may take.
 */
export const planSeconds = 15;

/** `value`: as the aim is, see `valueOf`; none is better than `bound`. */
export type Chosen = { status: "chosen"; places: Place[]; value: number; bound: number };

export type Run =
  | Chosen
  | { status: "infeasible" }
  /** The effort was spent before there was any choice. */
  | { status: "out-of-effort" };

/** What the earlier aims have reached and the later ones keep. */
export type Kept = { aim: Aim; value: number };

/** What a program takes before the search begins, in nodes: the more slots, the more. */
const firstNodes = ({ slots }: Program): number => Math.max(8, slots.length / 7);

/** What a run may use in any case where everything else rests on it. */
export const leastNodes = 20;

/** Nodes that a run may use: never more than half of what is left, so that something is left for the runs after it. */
function nodesFor(program: Program, { work }: Effort): number {
  return Math.floor(work / 2 / Math.max(1, program.slots.length) - firstNodes(program));
}

/** How often a program learns before its choice is taken as it is. */
const mostRounds = 3;

/**
 * What is better, the first first (method, section 7): forced duties that begin earlier, then the greater rise, then the
 * lower cost, then less effort, then the earlier ids.
 */
export const planAims: readonly Aim[] = ["delay", "gain", "cost", "effort", "rank"];

/** How much places are worth under an aim: quarters, points, euros, person-days or ranks. */
export function valueOf(problem: PlanProblem, aim: Aim, places: readonly Place[], beginOf = ({ start }: Place) => start): number {
  const chosen = candidatesIn(places);
  if (aim === "delay") return delayOf(problem, places, beginOf);
  if (aim === "gain") return gainOf(problem.items, chosen);
  const of = {
    cost: (one: Option) => one.costEuro,
    effort: (one: Option) => one.personDays,
    rank: (one: Option) => problem.candidates.indexOf(one) + 1,
  };
  return chosen.reduce((sum, one) => sum + of[aim](one), 0);
}

/**
 * The best choice of a program under one aim. Where initiatives that were chosen wait for each other, the program
 * learns that and is solved again, a few times; what comes back after that may not all be begun.
 * @param least nodes that it may use, whatever work is left.
 */
export function solve(program: Program, aim: Aim, kept: readonly Kept[], solver: Solver, effort: Effort, least = 0): Run {
  const keeping = kept.map((one): Row => ({
    terms: program.sums[one.aim],
    relation: one.aim === "gain" ? ">=" : "<=",
    bound: one.aim === "gain" ? one.value - same : one.value + same,
  }));
  for (let round = 1; ; round += 1) {
    const run = runSolver(program, aim, keeping, solver, effort, least);
    if (run.status !== "chosen") return run;
    const learnt = standstills(program, candidatesIn(run.places));
    if (learnt.length === 0 || round === mostRounds) return run;
    program.learnt.push(...learnt);
  }
}

export function candidatesIn(places: readonly Place[]): Option[] {
  return places.map(({ candidate }) => candidate);
}

/** A layout made under other limits, in terms of this problem; null where something of it cannot be in. */
export function carriedOver(places: readonly Place[], { candidates }: PlanProblem): Place[] | null {
  const carried = places.flatMap(({ candidate: { id }, start }) =>
    candidates.filter((one) => one.id === id).map((candidate) => ({ candidate, start })),
  );
  return carried.length === places.length ? carried : null;
}

/** The same for every run: no tolerated gap, no random start. HiGHS as WebAssembly has one thread. */
const always = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  // Made for larger programs: here they take longer than the search.
  mip_heuristic_effort: 0,
  mip_detect_symmetry: false,
  mip_allow_restart: false,
  // Budgets are large numbers: at the usual tolerances a choice could be a few cents over.
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  random_seed: 0,
};

function runSolver(program: Program, aim: Aim, more: readonly Row[], { withModel, constants }: Solver, effort: Effort, least: number): Run {
  const [nodes, time] = [Math.max(least, nodesFor(program, effort)), effort.secondsLeft()];
  if (nodes <= 0 || time <= 0) return { status: "out-of-effort" };
  return withModel({ format: "lp", data: programText(program, aim, more) }, (model): Run => {
    model.options.set({ ...always, mip_max_nodes: nodes, time_limit: time });
    model.run();
    effort.work -= program.slots.length * (firstNodes(program) + Number(model.info.get("mip_node_count")));
    const status = model.getModelStatus();
    if (status === constants.modelStatus.infeasible) return { status: "infeasible" };
    if (model.info.get("primal_solution_status") !== constants.solutionStatus.feasible) return { status: "out-of-effort" };
    const { colValue } = model.getSolution();
    const places = program.slots.filter(({ variable }) => Math.round(colValue[model.getColByName(variable)] ?? 0) === 1);
    const value = valueOf(program.problem, aim, places, program.beginOf);
    const bound = status === constants.modelStatus.optimal ? value : Number(model.info.get("mip_dual_bound"));
    return { status: "chosen", places, value, bound };
  });
}
