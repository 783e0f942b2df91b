import { levels, type Answer, type Answers, type Level } from "../../app/core/assessment/answer";
import type { Random } from "../../app/core/certainty/random";
import { normal, type Truth } from "./organisations";

/** A rater's leniency in levels, shared by all of their answers: its mean and its standard deviation among raters. */
export type Leniency = { mean: number; deviation: number };

/** Share of answers that are a level too low, and as many too high, for a reason of their own; 72 % are then right where nobody is lenient. */
const ownError = 0.17;

/** How often nobody knows an answer, by what is really there: 20 % in all. */
export const realUnknown = [0.35, 0.22, 0.12, 0.06, 0.03] as const;
export const nothingUnknown = [0, 0, 0, 0, 0] as const;
export type Unknown = typeof realUnknown | typeof nothingUnknown;

/** The items that stay open, whoever of the house is asked. */
export function drawOpen(truth: Truth, unknown: Unknown, random: Random): ReadonlySet<string> {
  return new Set([...truth].flatMap(([id, level]) => (random() < unknown[level] ? [id] : [])));
}

/** What one person answers. A part of a level is spread over the items: half a level moves half of them. */
export function drawRatings(truth: Truth, leniency: Leniency, random: Random): Truth {
  const shift = leniency.mean + leniency.deviation * normal(random);
  return new Map(
    [...truth].map(([id, level]): [string, Level] => {
      const chance = random();
      const off = chance < ownError ? -1 : chance >= 1 - ownError ? 1 : 0;
      return [id, nearestLevel(level + Math.floor(shift + random()) + off)];
    }),
  );
}

const nearestLevel = (value: number): Level => levels[Math.min(4, Math.max(0, value))] ?? 0;

/** The lower median of what several people answer (method, section 8). */
export function agreed(ratings: readonly [Truth, ...Truth[]]): Truth {
  return new Map(
    [...ratings[0]].map(([id, level]): [string, Level] => {
      const given = ratings.map((rating) => rating.get(id) ?? level).sort((a, b) => a - b);
      return [id, given[Math.floor((given.length - 1) / 2)] ?? level];
    }),
  );
}

/** Answers as the product takes them. */
export function answersFrom(ratings: Truth, open: ReadonlySet<string>, evidence: boolean): Answers {
  const remarks = evidence ? { evidence: "a document" } : {};
  return Object.fromEntries(
    [...ratings].map(([id, level]): [string, Answer] => [id, open.has(id) ? { answer: "dk" } : { level, ...remarks }]),
  );
}
