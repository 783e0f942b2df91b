import { entry } from "./at";
import { percentile } from "./percentile";
import type { Random } from "./random";

/** An index with the 5th and 95th percentile of its bootstrap. */
export type Estimate = { value: number; low: number; high: number };

/** Per group; `variance` is that of the output. */
export type SobolIndices = { variance: number; groups: { first: Estimate; total: Estimate }[] };

export type SobolDesign = {
  /** A pure function of uniforms in [0, 1). */
  evaluate: (inputs: Float64Array) => number;
  /** For each input the group it belongs to, from 0. */
  groupOf: Uint8Array;
  groupCount: number;
  /** N: the model is run N · (groups + 2) times. */
  samples: number;
  random: Random;
  /** How often the bootstrap draws the N rows anew. */
  resamples?: number;
};

/**
 * First-order and total Sobol indices of groups of inputs, by the estimators that COINr uses (Becker et al. 2022,
 * doi:10.21105/joss.04567). A and B are independent samples, AB_i is A with the inputs of group i from B, and
 * V the variance over A and B together:
 *
 *     S_i ≈ (1/N) Σ y_B (y_ABi − y_A) / V        T_i ≈ (1/2N) Σ (y_A − y_ABi)² / V
 *
 * y is taken less its mean over A and B: a constant changes no index, and without it the error of S_i would grow
 * with the mean. An estimate may lie a little below 0 or above 1. Where the output never varies, all are 0.
 * @throws RangeError where `samples` is not a positive whole number.
 */
export function sobolIndices({ evaluate, groupOf, groupCount, samples, random, resamples = 500 }: SobolDesign): SobolIndices {
  if (!Number.isInteger(samples) || samples < 1) throw new RangeError(`${samples} samples: a positive whole number is needed`);
  const width = groupCount + 2;
  const runs = runModel();
  centre();

  const indices = new Float64Array(2 * groupCount);
  const variance = estimate((index) => index, indices);
  const resampled = Array.from(indices, () => new Float64Array(resamples));
  const round = new Float64Array(indices.length);
  for (let count = 0; count < resamples; count += 1) {
    estimate(() => Math.floor(random() * samples), round);
    for (const [index, values] of resampled.entries()) values[count] = entry(round, index);
  }
  const estimates = resampled.map((values, index): Estimate => {
    values.sort();
    return { value: entry(indices, index), low: percentile(values, 0.05), high: percentile(values, 0.95) };
  });
  const groups = Array.from({ length: groupCount }, (_, group) => ({
    first: estimates[2 * group] as Estimate,
    total: estimates[2 * group + 1] as Estimate,
  }));
  return { variance, groups };

  /** @returns row by row y_A, y_B, and y_ABi of each group. */
  function runModel(): Float64Array {
    const outputs = new Float64Array(samples * width);
    const a = new Float64Array(groupOf.length);
    const b = new Float64Array(groupOf.length);
    const mixed = new Float64Array(groupOf.length);
    for (let start = 0; start < outputs.length; start += width) {
      for (let index = 0; index < a.length; index += 1) {
        a[index] = random();
        b[index] = random();
      }
      outputs[start] = evaluate(a);
      outputs[start + 1] = evaluate(b);
      for (let group = 0; group < groupCount; group += 1) {
        for (let index = 0; index < a.length; index += 1) mixed[index] = entry(groupOf[index] === group ? b : a, index);
        outputs[start + 2 + group] = evaluate(mixed);
      }
    }
    return outputs;
  }

  function centre(): void {
    let sum = 0;
    for (let start = 0; start < runs.length; start += width) sum += entry(runs, start) + entry(runs, start + 1);
    const mean = sum / (2 * samples);
    for (let index = 0; index < runs.length; index += 1) runs[index] = entry(runs, index) - mean;
  }

  /**
   * Writes S and T of each group in turn, from as many rows as there are samples.
   * @param rowAt which row comes next.
   * @returns V.
   */
  function estimate(rowAt: (index: number) => number, into: Float64Array): number {
    into.fill(0);
    let sum = 0;
    let squares = 0;
    for (let index = 0; index < samples; index += 1) {
      const start = rowAt(index) * width;
      const a = entry(runs, start);
      const b = entry(runs, start + 1);
      sum += a + b;
      squares += a * a + b * b;
      for (let group = 0; group < groupCount; group += 1) {
        const change = entry(runs, start + 2 + group) - a;
        into[2 * group] = entry(into, 2 * group) + b * change;
        into[2 * group + 1] = entry(into, 2 * group + 1) + (change * change) / 2;
      }
    }
    const spread = (squares - (sum * sum) / (2 * samples)) / (2 * samples - 1);
    for (let index = 0; index < into.length; index += 1) into[index] = spread > 0 ? entry(into, index) / samples / spread : 0;
    return spread;
  }
}
