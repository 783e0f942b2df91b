import { stageOf } from "../score/stage";
import type { DimensionId } from "../vocabulary";
import { entry } from "./at";
import { createDraw, drawInputs, evaluate } from "./draw";
import { createFirstFive } from "./first-five";
import type { UncertaintyModel } from "./model";
import { percentile } from "./percentile";
import { createRandom } from "./random";

/** Median, 5th and 95th percentile, 0–100. */
export type Percentiles = { median: number; low: number; high: number };

export type SimulationResult = {
  /** Eight hexadecimal digits. */
  seed: string;
  draws: number;
  /** Null where nothing is applicable. */
  overall: Percentiles | null;
  /** Every dimension with an applicable item, with a score or without. */
  dimensions: ({ id: DimensionId } & Percentiles)[];
  /** Share of the draws with the secured stage of the report, 0–1; null where the report gives none. */
  securedStageShare: number | null;
  /** "Grenzfall": fewer than nine draws in ten keep the secured stage. */
  borderline: boolean | null;
  /** For each recommended initiative, in the order of the report, the share of draws that put it among the first five. */
  stability: { id: string; share: number }[];
};

export const drawsInReport = 10_000;
const borderlineShare = 0.9;

/**
 * The Monte Carlo of the method, section 4: the model drawn many times from its own seed. The same model gives the
 * same numbers to the last digit. Per draw: each dimension and the overall value as in `evaluate`; the secured
 * stage, which is the lower of the stage of the overall value and the lowest stage among the gate dimensions; the
 * first five initiatives as in `createFirstFive`.
 * @throws RangeError where `draws` is not a positive whole number.
 */
export function simulate(model: UncertaintyModel, draws: number): SimulationResult {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`${draws} draws: a positive whole number is needed`);
  const { seed, dimensions, candidates, recommended, hasOverall, securedStage } = model;
  const random = createRandom(seed);
  const inputs = new Float64Array(model.groupOf.length);
  const draw = createDraw(model);
  const firstFive = createFirstFive(model);
  const overall = new Float64Array(draws);
  const points = dimensions.map(() => new Float64Array(draws));
  const timesInFront = new Uint32Array(candidates.length);
  let timesSecured = 0;

  for (let index = 0; index < draws; index += 1) {
    drawInputs(inputs, random);
    let lowest = (overall[index] = evaluate(model, inputs, draw));
    for (let dimension = 0; dimension < dimensions.length; dimension += 1) {
      const value = entry(draw.points, dimension);
      (points[dimension] as Float64Array)[index] = value;
      if (dimensions[dimension]?.gate && value < lowest) lowest = value;
    }
    // The stage of the lowest value is the lowest of the stages.
    if (stageOf(lowest) === securedStage) timesSecured += 1;
    for (const candidate of firstFive(draw)) if (candidate >= 0) timesInFront[candidate] = entry(timesInFront, candidate) + 1;
  }

  const securedStageShare = securedStage === null ? null : timesSecured / draws;
  const shares = new Map(candidates.map(({ id }, index) => [id, entry(timesInFront, index) / draws]));
  return {
    seed,
    draws,
    overall: hasOverall ? bandOf(overall) : null,
    dimensions: dimensions.map(({ id }, index) => ({ id, ...bandOf(points[index] as Float64Array) })),
    securedStageShare,
    borderline: securedStageShare === null ? null : securedStageShare < borderlineShare,
    stability: recommended.map((id) => ({ id, share: shares.get(id) as number })),
  };
}

/** Sorts the values in place. */
function bandOf(values: Float64Array): Percentiles {
  values.sort();
  return { median: percentile(values, 0.5), low: percentile(values, 0.05), high: percentile(values, 0.95) };
}
