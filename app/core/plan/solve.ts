import type { Highs } from "highs";
import { gainOf } from "./levels";
import type { PlanProblem } from "./problem";
import { programText, type Aim, type Program, type Row, type Slot } from "./program";

/** HiGHS, loaded by the caller. */
export type Solver = Pick<Highs, "withModel" | "constants">;

/**
 * How long one run of the solver may go on. `nodes` of the search tree give the same result on every machine;
 * `seconds` are the emergency brake, and only where they run out may the result depend on the machine.
 */
export type Limits = { seconds: number; nodes: number };

/** What a run may start from and stop at. */
export type Known = {
  /** A choice that the program allows, to start from. */
  start: Pick<Slot, "candidate" | "start">[] | undefined;
  /** No choice gains more, in points of 0–100: a run that reaches it may stop. */
  bound: number;
};

export type Solution =
  /** `bound`: no choice gains more, in points of 0–100; equal to `gain` where the choice is proven best. */
  | { status: "chosen"; slots: Slot[]; gain: number; bound: number }
  /** Not even the pinned initiatives go together. */
  | { status: "infeasible" }
  /** The limits were reached before there was any choice. */
  | { status: "out-of-time" };

/** Gains that differ by less than this many points are the same gain; likewise euros and person-days. */
export const same = 1e-6;

/**
 * Chooses the slots that gain most; among several such choices what the later aims prefer, one aim after the other,
 * each keeping what those before it have reached.
 */
export function solve(problem: PlanProblem, program: Program, aims: Aim[], solver: Solver, limits: Limits, known?: Known): Solution {
  if (program.slots.length === 0) return { status: "chosen", slots: [], gain: 0, bound: 0 };
  const kept: Row[] = [];
  let best: Solution = { status: "out-of-time" };
  for (const aim of aims) {
    const run = runSolver(program, aim, kept, solver, limits, best.status === "chosen" ? { start: best.slots, bound: Infinity } : known);
    if (run.status === "infeasible") return run;
    // A later aim that has found nothing leaves what the earlier ones have chosen.
    if (run.status === "out-of-time") break;
    const { slots } = run;
    const gain = gainOf(
      problem.items,
      slots.map(({ candidate }) => candidate),
    );
    const bound: number = best.status === "chosen" ? best.bound : Math.min(known?.bound ?? Infinity, run.proven ? gain : run.bound);
    best = { status: "chosen", slots, gain, bound: bound < gain + same ? gain : bound };
    if (best.bound > best.gain || !run.proven) break;
    kept.push(
      aim === "gain"
        ? { terms: program.sums.gain, relation: ">=", bound: gain - same }
        : { terms: program.sums[aim], relation: "<=", bound: sumOver(program, aim, slots) + same },
    );
  }
  return best;
}

type Run = { status: "chosen"; slots: Slot[]; proven: boolean; bound: number } | { status: "infeasible" } | { status: "out-of-time" };

/** One run, always the same way: no tolerated gap, no random start. HiGHS as WebAssembly has one thread. */
function runSolver(program: Program, aim: Aim, kept: Row[], { withModel, constants }: Solver, limits: Limits, known?: Known): Run {
  return withModel({ format: "lp", data: programText(program, aim, kept) }, (model): Run => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      // Budgets are large numbers: at the usual tolerances a choice could be a few cents over.
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
      random_seed: 0,
      mip_max_nodes: limits.nodes,
      time_limit: limits.seconds,
    });
    const columns = program.slots.map(({ variable }) => model.getColByName(variable));
    if (known?.start) {
      const { start: places } = known;
      const isKnown = ({ candidate, start }: Slot) => places.some((one) => one.candidate === candidate && one.start === start);
      model.setSolution({ indices: columns, values: program.slots.map((slot) => Number(isKnown(slot))) });
    }
    if (known && known.bound < Infinity) model.options.set({ objective_target: known.bound - same / 2 });
    model.run();
    const status = model.getModelStatus();
    const { optimal, infeasible, objectiveTarget } = constants.modelStatus;
    if (status === infeasible) return { status: "infeasible" };
    const proven = status === optimal || status === objectiveTarget;
    if (!proven && model.info.get("primal_solution_status") !== constants.solutionStatus.feasible) return { status: "out-of-time" };
    const { colValue } = model.getSolution();
    const slots = program.slots.filter((_, index) => (colValue[columns[index] ?? -1] ?? 0) > 0.5);
    return { status: "chosen", slots, proven, bound: Number(model.info.get("mip_dual_bound")) };
  });
}

function sumOver(program: Program, aim: Exclude<Aim, "gain">, slots: Slot[]): number {
  const chosen = new Set(slots.map(({ variable }) => variable));
  return program.sums[aim].reduce((sum, [factor, variable]) => (chosen.has(variable) ? sum + factor : sum), 0);
}
