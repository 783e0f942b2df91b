import { z } from "zod";
import { percentile } from "../certainty/percentile";
import type { AssessmentSummary } from "../mappe/summary";
import { tolerance } from "../score/stage";
import { dimensionIds, dimensionIdSchema, trackSchema, type Track } from "../vocabulary";

/**
 * What members see: `open`, each other's values by name; `anonymous`, the published figures alone. Either way everybody sees who
 * takes part, before joining (method, section 6).
 */
export const ringRules = ["open", "anonymous"] as const;
export const ringRuleSchema = z.enum(ringRules);
export type RingRule = z.infer<typeof ringRuleSchema>;

export const ringSettingSchema = z.strictObject({ rule: ringRuleSchema, track: trackSchema, modelVersion: z.string() });
/** Set before anybody joins; after that another takes its place only once every member has agreed to it. */
export type RingSetting = { rule: RingRule; track: Track; modelVersion: string };

export const mostRingMembers = 30;

/** The same rule: what somebody has agreed to is what holds. */
export const sameSetting = (a: RingSetting, b: RingSetting): boolean =>
  a.rule === b.rule && a.track === b.track && a.modelVersion === b.modelVersion;

/** Whether a rule that is proposed takes the place of the one that holds: every member has agreed to it, also who joined meanwhile. */
export const isRuleAgreed = (members: readonly { isIn: boolean; agreesToRule: boolean }[]): boolean =>
  members.every(({ isIn, agreesToRule }) => !isIn || agreesToRule);

/** What a member brings, and nothing else: the value and those of the topics, whole numbers; null where none is printed. */
export const ringValuesSchema = z.strictObject({
  overall: z.int(),
  topics: z.partialRecord(dimensionIdSchema, z.int()),
});
export type RingValues = z.infer<typeof ringValuesSchema>;

const neededCoverage = 0.75;

/** @returns null where the assessment brings nothing: another questionnaire, not a full one, or too much open. */
export function ringValuesOf(
  assessment: { track: Track; modelVersion: string; summary: AssessmentSummary },
  setting: RingSetting,
): RingValues | null {
  const { track, modelVersion, summary } = assessment;
  const { score, coverage } = summary.overall;
  const isSame = track === setting.track && modelVersion === setting.modelVersion && summary.depth === "full";
  if (!isSame || score === null || coverage < neededCoverage - tolerance) return null;
  const topics = summary.dimensions.flatMap(({ id, score: value }) => (value === null ? [] : [[id, Math.round(value)] as const]));
  return { overall: Math.round(score), topics: Object.fromEntries(topics) };
}

const sameValues = (a: RingValues | null, b: RingValues | null): boolean =>
  a === b || (a !== null && b !== null && a.overall === b.overall && dimensionIds.every((id) => a.topics[id] === b.topics[id]));

const figureSchema = z.union([
  z.strictObject({ n: z.int(), median: z.int(), lower: z.null(), upper: z.null() }),
  z.strictObject({ n: z.int(), median: z.int(), lower: z.int(), upper: z.int() }),
]);
/** The middle of a ring; the quartiles from eight values on. */
export type RingFigure = z.infer<typeof figureSchema>;

export const ringFiguresSchema = z.strictObject({
  overall: figureSchema.nullable(),
  topics: z.partialRecord(dimensionIdSchema, figureSchema),
});
export type RingFigures = z.infer<typeof ringFiguresSchema>;

/** From how many values on something is shown, and from how many the quartiles. */
export const fewestValues = 6;
const fewestForQuartiles = 8;
/** A quartile lies at least so far from the median, points of 0–100. */
const leastDistance = 10;

/** To fives, half upwards. */
const rounded = (value: number): number => Math.floor(value / 5 + 0.5) * 5;
const clipped = (value: number): number => Math.min(100, Math.max(0, value));

/** What is shown of values; null below six (method, section 6). */
export function figureOf(values: readonly number[]): RingFigure | null {
  const n = values.length;
  if (n < fewestValues) return null;
  const sorted = Float64Array.from(values).sort();
  const median = rounded(percentile(sorted, 0.5));
  if (n < fewestForQuartiles) return { n, median, lower: null, upper: null };
  const lower = clipped(Math.min(rounded(percentile(sorted, 0.25)), median - leastDistance));
  const upper = clipped(Math.max(rounded(percentile(sorted, 0.75)), median + leastDistance));
  return { n, median, lower, upper };
}

/** Of the whole and of each topic: n counts the values that there are, which may be fewer in a topic. */
export function figuresOf(all: readonly RingValues[]): RingFigures {
  const topics = dimensionIds.flatMap((id) => {
    const figure = figureOf(all.flatMap(({ topics: values }) => values[id] ?? []));
    return figure ? [[id, figure] as const] : [];
  });
  return { overall: figureOf(all.map(({ overall }) => overall)), topics: Object.fromEntries(topics) };
}

export type RingPosition = "under" | "at" | "over";

/** Where one's own value lies: to the middle half where there is one, else to the median. Equal is "at". */
export function positionIn(value: number, { median, lower, upper }: RingFigure): RingPosition {
  const [from, to] = [lower ?? median, upper ?? median];
  return value < from ? "under" : value > to ? "over" : "at";
}

/** A member as the rule of renewal sees it. `published`: whether it was there when figures were last published, and with what. */
export type RingState = { now: RingValues | null; isIn: boolean; published: { values: RingValues | null } | null };

/** How many must have joined, left or changed before figures are published anew: two of them may be the ones who collude. */
const changesForRenewal = 5;

/**
 * How many members have joined, left or changed a value since figures were last published. Who has left and joined again counts
 * once. @param gone of the published ones, how many have been deleted since.
 */
export function changesIn(members: readonly RingState[], gone: number): number {
  return (
    members.filter(({ now, isIn, published }) => !(isIn ? published !== null && sameValues(now, published.values) : published === null))
      .length + gone
  );
}

/** Whether figures are to be published now: enough has changed, and enough values are there. */
export function isRenewalDue(members: readonly RingState[], gone: number): boolean {
  return countValues(members) >= fewestValues && changesIn(members, gone) >= changesForRenewal;
}

/** How many values there are now; below six nothing is shown, whatever was published. */
const countValues = (members: readonly RingState[]): number => members.filter(({ now, isIn }) => isIn && now !== null).length;

/** What is left of published figures: one of which there are fewer than six values now disappears at once. */
export function shownFigures(figures: RingFigures | null, now: readonly RingValues[]): RingFigures {
  const has = (count: number) => figures !== null && count >= fewestValues;
  const topics = dimensionIds.flatMap((id) => {
    const figure = figures?.topics[id];
    return figure && has(now.filter((values) => values.topics[id] !== undefined).length) ? [[id, figure] as const] : [];
  });
  return { overall: has(now.length) ? (figures?.overall ?? null) : null, topics: Object.fromEntries(topics) };
}
