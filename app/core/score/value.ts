import { pointsPerLevel, type ScoredItem } from "./scored-items";
import { tolerance } from "./stage";

/** Why no number is printed: too many answers are open, or nothing applies. */
export type NoScoreReason = "too-open" | "not-applicable";

/** 0–100, coverage 0–1. */
export type Value = {
  /** What is in place by the answers given; an open answer adds nothing. */
  lower: number;
  /** The same if every open answer were at the top. */
  upper: number;
  /** Share of the weight that carries a level. */
  coverage: number;
};

const printedCoverage = 2 / 3;

/** The value of any set of items; null where none applies. */
export function valueOf(items: readonly ScoredItem[]): Value | null {
  let [points, open, applicable] = [0, 0, 0];
  for (const { weight, level } of items) {
    applicable += weight;
    if (level === null) open += weight;
    else points += weight * pointsPerLevel * level;
  }
  if (applicable === 0) return null;
  return { lower: points / applicable, upper: (points + 100 * open) / applicable, coverage: 1 - open / applicable };
}

/** Whether so much is answered that one number may be printed. */
export function isPrinted({ coverage }: Pick<Value, "coverage">): boolean {
  return coverage >= printedCoverage - tolerance;
}
