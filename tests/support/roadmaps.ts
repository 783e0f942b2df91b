import loadHighs from "highs";
import { roadmap, type NoRoadmap, type Roadmap } from "../../app/core/plan/roadmap";
import type { RoadmapInput } from "../../app/core/plan/problem";
import type { Limits, Solver } from "../../app/core/plan/solve";
import { sizeClasses, type SizeClass } from "../../app/core/vocabulary";
import { dimension, item, modelVersion } from "./builders";

/** The solver, loaded once per test file. */
export const highs: Solver = await loadHighs();

export const limits: Limits = { seconds: 60, nodes: 100_000 };

/** The time is over at once from this run of the solver on, counted from 1. */
export function stoppedFrom(firstStopped: number): Limits {
  let runs = 0;
  return {
    nodes: limits.nodes,
    get seconds() {
      runs += 1;
      return runs < firstStopped ? limits.seconds : 0;
    },
  };
}

/** The same range in every size class of the municipal track. */
export const everywhere = (low: number, high = low) =>
  Object.fromEntries(sizeClasses.municipality.map((size): [SizeClass, [number, number]] => [size, [low, high]]));

/** Two dimensions of two items, all at level 0: a level of each is worth 6.25 points, and 12.5 of its dimension. */
export function roadmapInput(overrides: Partial<RoadmapInput> = {}): RoadmapInput {
  const two = (id: string) => [item(`${id}-1`, { key: true, allowsNotApplicable: true }), item(`${id}-2`, { allowsNotApplicable: true })];
  return {
    questionnaire: {
      track: "municipality",
      modelVersion,
      dimensions: [dimension("strategy", two("strategy")), dimension("skills", two("skills"))],
    },
    depth: "full",
    answers: {},
    weights: new Map(),
    initiatives: [],
    sizeClass: "inhabitants-under-20000",
    budgetEuro: 1000,
    personDaysPerQuarter: 100,
    quarters: 4,
    pinned: [],
    excluded: [],
    forceDuties: false,
    ...overrides,
  };
}

/** @throws where there is no roadmap. */
export function planned(result: Roadmap | NoRoadmap): Roadmap {
  if (result.status !== "planned") throw new Error(`no roadmap: ${JSON.stringify(result)}`);
  return result;
}

export const planFor = (overrides: Partial<RoadmapInput>) => planned(roadmap(roadmapInput(overrides), highs, limits));
