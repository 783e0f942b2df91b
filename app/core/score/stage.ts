import type { Level } from "../assessment/answer";

/** A stage is named after the level whose anchors lie nearest (method, section 3). */
export type Stage = Level;

/** Where the next stage begins. */
export const cutPoints = [12.5, 37.5, 62.5, 87.5];
/** Sums of weights are not exact in binary; a value this near another one equals it. */
export const tolerance = 1e-9;
/** By more than that, or than another slack. */
export const exceeds = (value: number, other: number, slack = tolerance): boolean => value > other + slack;

/** @param value 0–100; a value on a cut point belongs to the higher stage. */
export function stageOf(value: number): Stage {
  return cutPoints.filter((cutPoint) => value >= cutPoint - tolerance).length as Stage;
}
