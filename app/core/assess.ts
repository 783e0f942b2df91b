import type { Assessment } from "./assessment/assessment";
import { compareWithRegions } from "./benchmark/benchmark";
import type { Content } from "./content";
import { itemStates, recommend } from "./initiatives/recommend";
import type { Report } from "./report-file";
import { scoreDimension } from "./score/dimension-score";
import { coverageOf, scoreOverall } from "./score/overall-score";
import type { DimensionId } from "./vocabulary";

/**
 * The one path: questionnaire → answers → score → benchmark → initiatives → report (method, sections 2–7).
 * Pure: the same arguments give the same report.
 * @param date ISO date on which the report is made.
 * @param weights of dimensions the user has changed, by id; the others keep the model's.
 */
export function assess(assessment: Assessment, content: Content, date: string, weights = new Map<DimensionId, number>()): Report {
  const { track, depth, organisation, answers } = assessment;
  const questionnaire = content.questionnaires[track];
  const dimensions = questionnaire.dimensions.map((dimension) =>
    scoreDimension(dimension, depth, answers, weights.get(dimension.id) ?? dimension.weight),
  );
  const overall = scoreOverall(dimensions);
  const benchmark = compareWithRegions(dimensions, content.regions);
  const items = itemStates(questionnaire, depth, answers, weights);
  const initiatives = recommend(content.initiatives, track, items, dimensions, organisation.sizeClass ?? null);
  const { modelVersion } = questionnaire;
  const version = { modelVersion, contentVersion: content.version };
  const coverage = coverageOf(dimensions);
  return { track, depth, ...version, date, organisation, answers, dimensions, overall, coverage, benchmark, ...initiatives };
}
