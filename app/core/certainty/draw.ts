import { pointsPerLevel } from "../score/dimension-score";
import { entry } from "./at";
import { drawnFactor, drawnLevel, drawnPoints } from "./distributions";
import type { ModelDimension, UncertaintyModel } from "./model";
import type { Random } from "./random";

/** What one draw came to. It is overwritten by the next one: making it anew each time would cost more than the arithmetic. */
export type Draw = {
  /** Points of each dimension, 0–100. */
  points: Float64Array;
  /** Level of each item; open ones count as 0, because the gains are to count them so (method, section 7). */
  levels: Float64Array;
  itemWeights: Float64Array;
  dimensionWeights: Float64Array;
  /** Sum of the item weights of each dimension. */
  itemWeightSums: Float64Array;
};

/** A draw to write into. */
export function createDraw({ dimensions, itemCount }: UncertaintyModel): Draw {
  const perDimension = () => new Float64Array(dimensions.length);
  const perItem = () => new Float64Array(itemCount);
  return {
    points: perDimension(),
    levels: perItem(),
    itemWeights: perItem(),
    dimensionWeights: perDimension(),
    itemWeightSums: perDimension(),
  };
}

/**
 * One draw: a pure function of the inputs, which says into `draw` how it came about. A dimension is the weighted
 * mean of all its applicable items, open ones with drawn points, so that it has a value even where section 3 gives
 * it no score; the overall value is the mean, arithmetic or geometric, over every applicable dimension.
 * @param inputs uniforms, as `UncertaintyModel` lays them out.
 * @returns the overall value, 0–100; NaN where no dimension has any weight.
 */
export function evaluate(model: UncertaintyModel, inputs: Float64Array, draw: Draw): number {
  const { dimensions, itemCount } = model;
  const { weightSpread, geometricShare, openPoints } = model.distributions;
  const geometric = entry(inputs, 2 * itemCount + dimensions.length) < geometricShare;
  let item = 0;
  let sum = 0;
  let weightSum = 0;
  for (let index = 0; index < dimensions.length; index += 1) {
    const dimension = dimensions[index] as ModelDimension;
    let itemSum = 0;
    let itemWeightSum = 0;
    for (const { weight: nominal, level, noise } of dimension.items) {
      const weight = nominal * drawnFactor(entry(inputs, item), weightSpread);
      const uniform = entry(inputs, itemCount + item);
      const drawn = level === null ? 0 : drawnLevel(uniform, level, noise);
      itemSum += weight * (level === null ? drawnPoints(uniform, openPoints) : pointsPerLevel * drawn);
      itemWeightSum += weight;
      draw.levels[item] = drawn;
      draw.itemWeights[item] = weight;
      item += 1;
    }
    const points = itemSum / itemWeightSum;
    const weight = dimension.weight * drawnFactor(entry(inputs, 2 * itemCount + index), weightSpread);
    draw.points[index] = points;
    draw.itemWeightSums[index] = itemWeightSum;
    draw.dimensionWeights[index] = weight;
    // Moved to 1–100 first, as in section 3: one zero would make the product zero.
    sum += weight * (geometric ? Math.log(1 + 0.99 * points) : points);
    weightSum += weight;
  }
  const mean = sum / weightSum;
  return geometric ? (Math.exp(mean) - 1) / 0.99 : mean;
}

/** Fills in the inputs of the next draw. */
export function drawInputs(inputs: Float64Array, random: Random): void {
  for (let index = 0; index < inputs.length; index += 1) inputs[index] = random();
}
