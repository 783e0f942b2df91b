import { createDraw, evaluate } from "./draw";
import { inputGroups, type InputGroup, type UncertaintyModel } from "./model";
import { createRandom } from "./random";
import { sobolIndices, type Estimate } from "./sobol";

export type GroupSensitivity = { group: InputGroup; first: Estimate; total: Estimate };

/** What to know better first; "none" where nothing would change the overall value. */
export type SensitivityFinding = InputGroup | "none";

export type Sensitivity = {
  /** Eight hexadecimal digits. */
  seed: string;
  samples: number;
  /** Variance of the overall value, in squared points. */
  variance: number;
  groups: GroupSensitivity[];
  finding: SensitivityFinding;
};

/** Rows of the Sobol design; the model runs six times as often. */
export const samplesInReport = 4_096;

/**
 * How far each group of inputs makes the overall value uncertain (method, section 4): Sobol indices of `evaluate`.
 * @returns null where there is no overall value.
 * @throws RangeError where `samples` is not a positive whole number.
 */
export function sensitivity(model: UncertaintyModel, samples: number): Sensitivity | null {
  const { seed, groupOf } = model;
  if (!model.hasOverall) return null;
  const draw = createDraw(model);
  const { variance, groups: indices } = sobolIndices({
    evaluate: (inputs) => evaluate(model, inputs, draw),
    groupOf,
    groupCount: inputGroups.length,
    samples,
    random: createRandom(seed),
  });
  const groups = indices.map((estimates, index) => ({ group: inputGroups[index] as InputGroup, ...estimates }));
  return { seed, samples, variance, groups, finding: findingOf(groups) };
}

/**
 * The group whose first-order index is the largest, because that index is the share of the variance that would go,
 * on average, if the group were known.
 */
export function findingOf(groups: GroupSensitivity[]): SensitivityFinding {
  const [best] = groups.filter(({ total }) => total.value > 0).sort((a, b) => b.first.value - a.first.value);
  return best?.group ?? "none";
}
