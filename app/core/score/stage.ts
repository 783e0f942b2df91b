import type { Level } from "../assessment/answer";
import { pointsPerLevel } from "./scored-items";

/** A stage is named after the level whose anchors lie nearest (method, section 3). */
export type Stage = Level;

/** Where a stage begins, 0–100: half a level below the level it is named after. */
export const cutPoint = (stage: number): number => pointsPerLevel * (stage - 0.5);
export const cutPoints = [1, 2, 3, 4].map(cutPoint);
/** Sums of weights are not exact in binary; a value this near another one equals it. */
export const tolerance = 1e-9;
/** By more than that, or than another slack. */
export const exceeds = (value: number, other: number, slack = tolerance): boolean => value > other + slack;

/** @param value 0–100; a value on a cut point belongs to the higher stage. */
export function stageOf(value: number): Stage {
  return cutPoints.filter((point) => value >= point - tolerance).length as Stage;
}
