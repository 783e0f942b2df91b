import { climb, compare, meritsOf } from "./climb";
import { gainOf } from "./levels";
import type { Place } from "./option";
import type { PlanProblem } from "./problem";
import { delayOf, onlyNeeded, programOf, type Aim, type Program, type Row } from "./program";
import { isMore } from "./same";
import { holds, layOut, tidy } from "./schedule";
import { candidatesIn, carriedOver, leastNodes, solve, valueOf, type Chosen, type Effort, type Kept, type Solver } from "./solve";

/**
 * What is in the plan and when; null where nothing was found that holds all that must be in. And how many points
 * another plan might gain more; 0: it is proven that none does.
 */
export type Choice<Places = Place[] | null> = { places: Places; gap: number };

/** How many initiatives may be left out in turn to make room for better ones. */
const mostTries = 40;

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
  const search = (groups: string[][]) => new Search(problem, groups, solver, effort, learnt).run(aims, start);
  const withUse = search([...wanted, kinds.use]);
  return withUse.places ? withUse : search(wanted);
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
    let [best, gap] = [start && this.better(null, start), 0];
    for (const aim of this.problem.duties.length > 0 ? aims : aims.filter((one) => one !== "delay")) {
      const found = this.pursue(aim, best);
      if (found === "infeasible") break;
      best = found.places;
      if (!best) return { places: null, gap: this.mostGain() };
      const value = valueOf(this.problem, aim, best);
      if (aim === "gain" && this.isShort(aim, best, found.bound)) gap = found.bound - value;
      this.kept.push({ aim, value });
    }
    return { places: best, gap };
  }

  /** @returns of the gain also what no choice is better than. */
  private pursue(aim: Aim, start: Place[] | null): { places: Place[] | null; bound: number } | "infeasible" {
    const relaxed = solve(this.whole, aim, this.kept, this.solver, this.effort, leastNodes);
    if (relaxed.status === "infeasible") return "infeasible";
    if (relaxed.status !== "chosen") return { places: start && this.climbed(start), bound: this.mostGain() };
    const { bound } = relaxed;
    let best = this.nearest(aim, start, relaxed);
    if (best && this.isShort(aim, best, bound)) best = this.climbed(best);
    if (best && !this.isShort(aim, best, bound)) return { places: best, bound };

    const exact = solve(this.exactProgram(aim), aim, this.kept, this.solver, this.effort);
    if (exact.status === "infeasible") return "infeasible";
    if (exact.status !== "chosen") return { places: best, bound };
    return { places: this.better(best, this.tidied(exact.places)), bound: Math.min(exact.bound, bound) };
  }

  /** Choice and layout as one program. */
  private exactProgram(aim: Aim): Program {
    if (aim === "delay") return programOf(onlyNeeded(this.problem, this.groups), "by-quarter", this.groups);
    return (this.byQuarter ??= programOf(this.problem, "by-quarter", this.groups));
  }

  /** What is known, or the relaxed choice, or the one of least effort that is as good, each as far as it can be laid out. */
  private nearest(aim: Aim, start: Place[] | null, { places, value }: Chosen): Place[] | null {
    const wish = { groups: this.groups, thorough: true, delay: this.kept.find((one) => one.aim === "delay")?.value };
    const first = layOut(this.problem, candidatesIn(places), wish);
    const best = this.better(start, first.places);
    if (first.missing.length === 0) return best;
    const lean = solve(this.whole, "effort", [...this.kept, { aim, value }], this.solver, this.effort);
    return lean.status === "chosen" ? this.better(best, layOut(this.problem, candidatesIn(lean.places), wish).places) : best;
  }

  private mostGain(): number {
    return gainOf(this.problem.items, this.problem.candidates);
  }

  /** The other only where it holds the groups and is better. */
  private better(one: Place[] | null, other: Place[]): Place[] | null {
    if (!holds(this.groups, other)) return one;
    return one && compare(meritsOf(this.problem, one), meritsOf(this.problem, other)) <= 0 ? one : other;
  }

  private climbed(places: Place[]): Place[] {
    return this.tidied(climb(this.problem, this.groups, places, mostTries));
  }

  /** Where the same choice can be laid out as it is wished, that is better than how the solver has done it. */
  private tidied(places: Place[]): Place[] {
    const delay = delayOf(this.problem, places);
    const anew = layOut(this.problem, candidatesIn(places), { delay });
    return anew.missing.length === 0 && delayOf(this.problem, anew.places) <= delay ? anew.places : tidy(this.problem, places);
  }

  /** Whether something better than this may exist. */
  private isShort(aim: Aim, places: Place[], bound: number): boolean {
    const value = valueOf(this.problem, aim, places);
    return aim === "gain" ? isMore(bound, value) : isMore(value, bound);
  }
}
