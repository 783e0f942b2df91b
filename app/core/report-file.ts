import type { Assessment } from "./assessment/assessment";
import type { Comparison } from "./benchmark/benchmark";
import type { Postponed, Recommendation } from "./initiatives/recommend";
import type { DimensionScore } from "./score/dimension-score";
import type { OverallScore } from "./score/overall-score";
import type { Depth, Track } from "./vocabulary";

/** Everything a page, a document or another program says about an assessment. Values 0–100, unrounded. */
export type Report = {
  track: Track;
  depth: Depth;
  modelVersion: string;
  contentVersion: string;
  /** ISO date on which it was made, in UTC. */
  date: string;
  organisation: Assessment["organisation"];
  answers: Assessment["answers"];
  dimensions: DimensionScore[];
  overall: OverallScore;
  /** Share of the applicable questions that have a level, 0–1. */
  coverage: number;
  benchmark: Comparison[];
  recommended: Recommendation[];
  postponed: Postponed[];
};

/** The report in the interchange format (method, section 10), with unrounded numbers. */
export function toReportFile(report: Report) {
  const { track, depth, modelVersion } = report;
  const { arithmetic, geometric, lower, upper, stage, securedStage, bottleneck } = report.overall;
  return {
    format: "ki-pegel/report" as const,
    version: 1 as const,
    track,
    depth,
    modelVersion,
    dimensions: report.dimensions.map((dimension) => ({
      id: dimension.id,
      score: dimension.score,
      lower: dimension.lower,
      upper: dimension.upper,
      coverage: dimension.coverage,
      stage: dimension.stage,
      reason: dimension.reason,
    })),
    overall: { arithmetic, geometric, lower, upper, stage, securedStage, bottleneck },
    benchmark: report.benchmark,
    initiatives: report.recommended.map(({ initiative, gain, lifts }) => ({
      id: initiative.id,
      gain,
      dimension: initiative.dimension,
      calledForBy: lifts.map(({ item }) => item),
    })),
  };
}
