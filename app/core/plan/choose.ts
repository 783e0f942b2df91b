import { climb, compare, holds, meritsOf } from "./climb";
import type { PlanProblem } from "./problem";
import { programOf, type Aim, type Program, type Row } from "./program";
import { layOut, tidy } from "./schedule";
import {
  candidatesIn,
  carriedOver,
  leastNodes,
  same,
  solve,
  valueOfChoice,
  type Effort,
  type Kept,
  type Place,
  type Run,
  type Solver,
} from "./solve";

/**
 * What is in the plan and when; null where nothing was found that holds all that must be in. And how many points
 * another plan might gain more; 0: it is proven that none does.
 */
export type Choice<Places = Place[] | null> = { places: Places; gap: number };

/** How many initiatives may be left out in turn to make room for better ones. */
const mostTries = 40;

/** Among the choices that gain most the cheapest, then the one of least effort, then the earlier ids. */
export const planAims: readonly Aim[] = ["gain", "cost", "effort", "rank"];

/**
 * The best choice within the limits that can be laid out by quarter, one aim after the other, each keeping what those
 * before it have reached. Where an initiative of kind `use` fits, one is in.
 * @param known a layout within the limits, where there is one.
 * @param learnt see `programOf`.
 */
export function choose(
  problem: PlanProblem,
  aims: readonly Aim[],
  solver: Solver,
  effort: Effort,
  known: readonly Place[] | null = null,
  learnt: Row[] = [],
): Choice {
  const { wanted, kinds } = problem;
  const start = known && carriedOver(known, problem);
  const isUse = start?.some(({ candidate }) => kinds.use.includes(candidate.id)) ?? false;
  const withUse =
    kinds.use.length > 0 ? new Search(problem, [...wanted, kinds.use], solver, effort, learnt).run(aims, isUse ? start : null) : null;
  return withUse?.places ? withUse : new Search(problem, wanted, solver, effort, learnt).run(aims, start);
}

/**
 * The search under one set of groups. Each aim is tried first as if all person-days were there at once: if that choice
 * can be laid out, no plan is better. Where it cannot, the one of least effort among its equals may; then what comes
 * near is improved by small steps; and last, choice and layout are solved as one program.
 */
class Search {
  private readonly whole: Program;
  private byQuarter: Program | null = null;
  private readonly kept: Kept[] = [];

  constructor(
    private readonly problem: PlanProblem,
    private readonly groups: string[][],
    private readonly solver: Solver,
    private readonly effort: Effort,
    learnt: Row[],
  ) {
    this.whole = programOf(problem, "whole", groups, learnt);
  }

  run(aims: readonly Aim[], start: Place[] | null): Choice {
    let [best, gap] = [start, 0];
    for (const aim of aims) {
      const found = this.pursue(aim, best);
      if (found === "infeasible") break;
      best = found.places;
      if (!best) return { places: null, gap: found.bound };
      const value = valueOfChoice(this.whole, aim, candidatesIn(best));
      if (aim === "gain") gap = Math.max(0, found.bound - value);
      this.kept.push({ aim, value });
      // Which of several equals is best does not matter where something better than all of them may exist.
      if (aim === "cost" && gap >= same) break;
    }
    return { places: best, gap: gap < same ? 0 : gap };
  }

  private pursue(aim: Aim, start: Place[] | null): { places: Place[] | null; bound: number } | "infeasible" {
    const relaxed = solve(this.whole, aim, this.kept, this.solver, this.effort, { least: leastNodes });
    if (relaxed.status === "infeasible") return "infeasible";
    const near = this.layOutNear(aim, relaxed);
    let best = this.better(start, near);
    const bound = relaxed.status === "chosen" ? relaxed.bound : this.mostGain();
    if (best && !this.isShort(aim, best, bound)) return { places: best, bound };
    if (best) best = this.tidied(climb(this.problem, this.groups, best, mostTries));
    if (best && !this.isShort(aim, best, bound)) return { places: best, bound };

    this.byQuarter ??= programOf(this.problem, "by-quarter", this.groups);
    const exact = solve(this.byQuarter, aim, this.kept, this.solver, this.effort, best ? { start: best } : {});
    if (exact.status === "infeasible") return "infeasible";
    if (exact.status === "chosen") best = this.better(best, this.tidied(exact.places));
    return { places: best, bound: exact.status === "chosen" ? Math.min(bound, exact.bound) : bound };
  }

  /** The relaxed choice, or the one of least effort that is as good, as far as it can be laid out. */
  private layOutNear(aim: Aim, relaxed: Run): Place[] | null {
    if (relaxed.status !== "chosen") return null;
    const first = layOut(this.problem, candidatesIn(relaxed.places), true);
    if (first.missing.length === 0) return first.places;
    const lean = solve(this.whole, "effort", [...this.kept, { aim, value: relaxed.value }], this.solver, this.effort);
    const second = lean.status === "chosen" ? layOut(this.problem, candidatesIn(lean.places), true) : first;
    if (second.missing.length === 0) return second.places;
    return holds(this.groups, first.places) && this.kept.length === 0 ? first.places : null;
  }

  private mostGain(): number {
    return valueOfChoice(this.whole, "gain", this.problem.candidates);
  }

  private better(one: Place[] | null, other: Place[] | null): Place[] | null {
    if (!one || !other) return one ?? other;
    const merits = (places: Place[]) => meritsOf(this.problem, candidatesIn(places));
    return compare(merits(other), merits(one)) < 0 ? other : one;
  }

  /** Where the same choice can be laid out as it is wished, that is better than how the solver has done it. */
  private tidied(places: Place[]): Place[] {
    const anew = layOut(this.problem, candidatesIn(places));
    return anew.missing.length === 0 ? anew.places : tidy(this.problem, places);
  }

  /** Whether something better than this may exist. */
  private isShort(aim: Aim, places: Place[], bound: number): boolean {
    const value = valueOfChoice(this.whole, aim, candidatesIn(places));
    return (aim === "gain" ? bound - value : value - bound) > same;
  }
}
