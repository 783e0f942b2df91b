import type { Depth, DimensionId } from "../vocabulary";
import type { DimensionScore } from "./dimension-score";
import type { ScoredItem } from "./scored-items";
import { stageOf, tolerance, type Stage } from "./stage";
import { isPrinted, valueOf, type NoScoreReason } from "./value";

/** How many of the weakest or strongest dimensions are named: the first number after which none of the same value follows. */
const named = [3, 4, 2, 1];

/** A gate dimension that holds the secured stage down: low, or only unknown. */
export type Bottleneck = { dimension: DimensionId; kind: "low" | "open" };

/** The one number with its one meaning (method, section 3). Values 0–100, coverage 0–1. */
export type OverallScore = {
  /** What is printed as a number; null where it is not, see `reason`. */
  score: number | null;
  lower: number | null;
  upper: number | null;
  coverage: number;
  /** Beside the score, never instead of it. */
  geometric: number | null;
  /** Of the score. */
  stage: Stage | null;
  /** Never higher than the lowest stage among the gate dimensions. */
  securedStage: Stage | null;
  bottleneck: Bottleneck[];
  reason: NoScoreReason | null;
};

/** The quick check prints a value from this many answers on. */
const quickAnswers = 6;

/**
 * @param items see `scoredItems`.
 * @param dimensions see `scoreDimensions`.
 */
export function scoreOverall(items: ScoredItem[], dimensions: DimensionScore[], depth: Depth): OverallScore {
  const none = { score: null, geometric: null, stage: null, securedStage: null, bottleneck: [] };
  const value = valueOf(items);
  if (value === null) return { ...none, lower: null, upper: null, coverage: 0, reason: "not-applicable" };
  const isEnough = depth === "full" ? isPrinted(value) : items.filter(({ level }) => level !== null).length >= quickAnswers;
  if (!isEnough) return { ...none, ...value, reason: "too-open" };
  const score = value.lower;
  if (depth === "quick") return { ...none, ...value, score, reason: null };
  const geometric = Math.min(score, geometricMean(items, dimensions));
  return { ...value, score, geometric, stage: stageOf(score), ...secure(dimensions, stageOf(score)), reason: null };
}

/** A gate that nobody knows of counts as what is known of it, which may be nothing; it is called open then, not low. */
function secure(dimensions: DimensionScore[], stage: Stage): { securedStage: Stage; bottleneck: Bottleneck[] } {
  const gates = dimensions.flatMap(({ id, gate, lower, upper }) =>
    gate && lower !== null ? [{ id, stage: stageOf(lower), reachable: stageOf(upper ?? lower) }] : [],
  );
  const securedStage = Math.min(stage, ...gates.map((gate) => gate.stage)) as Stage;
  if (securedStage === stage) return { securedStage, bottleneck: [] };
  const holding = gates.filter((gate) => gate.stage === securedStage);
  return {
    securedStage,
    bottleneck: holding.map(({ id, reachable }) => ({ dimension: id, kind: reachable >= stage ? "open" : "low" })),
  };
}

/** Values are moved to 1–100 first, because one zero would make the product zero (COINr does the same). What does not apply has no share. */
function geometricMean(items: ScoredItem[], dimensions: DimensionScore[]): number {
  let logarithm = 0;
  for (const { id, lower } of dimensions) {
    const share = items.reduce((sum, item) => sum + (item.dimension === id ? item.share : 0), 0);
    logarithm += share * Math.log(1 + 0.99 * (lower ?? 0));
  }
  return Math.max(0, (Math.exp(logarithm) - 1) / 0.99);
}

/**
 * The weakest and the strongest dimensions by what is in place, in the order of their value: of those below and above the mean of
 * all about three, and none where another of the same value would be left out (decision 0084).
 */
export function extremesOf(dimensions: DimensionScore[]): { weakest: DimensionId[]; strongest: DimensionId[] } {
  const known = dimensions.flatMap(({ id, lower }) => (lower === null ? [] : [{ id, lower }]));
  const mean = known.reduce((sum, { lower }) => sum + lower, 0) / known.length;
  const first = (furtherThan: (a: number, b: number) => number) => {
    const beyond = known.filter(({ lower }) => furtherThan(lower, mean) > 0).toSorted((a, b) => furtherThan(b.lower, a.lower));
    const count = named.find((place) => {
      const next = beyond[place];
      return !next || beyond.filter(({ lower }) => furtherThan(lower, next.lower) > 0).length === place;
    });
    return beyond.slice(0, count ?? 0).map(({ id }) => id);
  };
  return { weakest: first((a, b) => difference(b, a)), strongest: first(difference) };
}

/** What a sum could not tell apart is equal. */
const difference = (a: number, b: number) => (Math.abs(a - b) <= tolerance ? 0 : a - b);
