import { levels, type Level } from "../../app/core/assessment/answer";
import type { Random } from "../../app/core/certainty/random";
import type { Questionnaire } from "../../app/core/questionnaire/questionnaire";

/** How closely the questions hang together: how sharply a level tells organisations apart, and how alike their dimensions are (0–1). */
export type Strength = { discrimination: number; correlation: number };
export const strengths = {
  weak: { discrimination: 1.2, correlation: 0.3 },
  mid: { discrimination: 1.7, correlation: 0.6 },
  strong: { discrimination: 2.2, correlation: 0.8 },
} as const satisfies Record<string, Strength>;

/** What is really there, by item id. */
export type Truth = ReadonlyMap<string, Level>;

/** How hard levels 1 to 4 are to reach, in standard deviations of a trait: most organisations are at the beginning. */
const thresholds = [-0.7, 0.1, 0.9, 1.8];
/** The four questions of a dimension are not equally hard; which is the hardest differs, so that key items are like the others. */
const hardness = [-0.45, -0.15, 0.15, 0.45];

/**
 * An organisation whose true levels follow the graded response model (Samejima 1969): a trait for each dimension, and
 * for each item the level whose threshold the trait passes, with some noise.
 */
export function drawOrganisation({ dimensions }: Questionnaire, { discrimination, correlation }: Strength, random: Random): Truth {
  const common = normal(random);
  return new Map(
    dimensions.flatMap(({ items }, turn) => {
      const trait = Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * normal(random);
      return items.map(({ id }, place): [string, Level] => {
        const hard = hardness[(place + turn) % hardness.length] ?? 0;
        const chance = random();
        const passed = thresholds.filter((threshold) => chance < logistic(discrimination * (trait - threshold - hard)));
        return [id, levels[passed.length] ?? 0];
      });
    }),
  );
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Mean 0, standard deviation 1. */
export function normal(random: Random): number {
  const [first, second] = [random(), random()];
  return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
}
