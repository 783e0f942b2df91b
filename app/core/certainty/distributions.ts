import type { Answer, Level } from "../assessment/answer";

/** What may have been otherwise, and by how much (method, section 4). Zero spread and zero noise leave nothing to chance. */
export type Distributions = {
  /** Every weight is multiplied by a number uniform between 1 − spread and 1 + spread. */
  weightSpread: number;
  /** Probability that the dimensions are put together by the geometric mean, otherwise by the arithmetic one. */
  geometricShare: number;
  /** Points of an open item, 0–100, uniform between the two. */
  openPoints: readonly [number, number];
  /** Probability that an answer should have been one level lower, and the same for one level higher. */
  noise: number;
  /** The same for a level of 3 or 4 that names no evidence. */
  noiseWithoutEvidence: number;
};

export const methodDistributions: Distributions = {
  weightSpread: 0.25,
  geometricShare: 0.5,
  openPoints: [0, 100],
  noise: 0.05,
  noiseWithoutEvidence: 0.1,
};

/** A level of 3 or 4 that nobody else could check. */
export function lacksEvidence(answer: Answer): boolean {
  return "level" in answer && answer.level >= 3 && !answer.evidence;
}

/** @param uniform 0–1, as every `uniform` here. */
export function drawnFactor(uniform: number, spread: number): number {
  return 1 + spread * (2 * uniform - 1);
}

/** The lowest uniforms move a level down, the highest up: so a higher level never draws lower than a lower one. */
export function drawnLevel(uniform: number, level: Level, noise: number): Level {
  if (uniform < noise) return Math.max(level - 1, 0) as Level;
  if (uniform >= 1 - noise) return Math.min(level + 1, 4) as Level;
  return level;
}

/** @returns points, 0–100. */
export function drawnPoints(uniform: number, [low, high]: readonly [number, number]): number {
  return low + (high - low) * uniform;
}
