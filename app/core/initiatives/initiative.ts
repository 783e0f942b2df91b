import { z } from "zod";
import {
  dimensionIdSchema,
  idSchema,
  localizedListSchema,
  localizedSchema,
  partialDateSchema,
  sizeClassSchema,
  trackSchema,
} from "../vocabulary";
import { sourceRefSchema } from "../sources/source";

/** Smallest and largest likely value. */
const rangeSchema = z
  .tuple([z.number().nonnegative(), z.number().nonnegative()])
  .refine(([low, high]) => low <= high, "the first value of a range must not exceed the second");

const bySizeClassSchema = z.partialRecord(sizeClassSchema, rangeSchema);

export const levelSchema = z.int().min(0).max(4);

/** A step an organisation can take: what it lifts, what it needs, what it costs, where it has been done (method, section 7). */
export const initiativeSchema = z.strictObject({
  id: idSchema,
  /** The dimension it is listed under first. */
  dimension: dimensionIdSchema,
  tracks: z.array(trackSchema).min(1),
  title: localizedSchema,
  summary: localizedSchema,
  lifts: z.array(z.strictObject({ item: idSchema, level: levelSchema.min(1) })).min(1),
  requires: z.strictObject({
    initiatives: z.array(idSchema),
    stages: z.array(z.strictObject({ dimension: dimensionIdSchema, stage: levelSchema.min(1) })),
  }),
  legalDuty: z.boolean(),
  /** Euros, once, without the organisation's own working time. */
  costEuro: bySizeClassSchema,
  /** Person-days of the organisation's own staff. */
  effortPersonDays: bySizeClassSchema,
  durationMonths: rangeSchema,
  /** What the estimate of cost and effort rests on. */
  estimateBasis: localizedSchema,
  owner: localizedSchema,
  firstSteps: localizedListSchema,
  success: localizedSchema,
  risks: localizedListSchema,
  law: z.array(idSchema),
  funding: z.array(idSchema),
  /** Documented challenges it answers. */
  findings: z.array(idSchema),
  references: z.array(
    z.strictObject({ place: z.string().min(1), what: localizedSchema, date: partialDateSchema.nullable(), source: sourceRefSchema }),
  ),
  /** What the description rests on beyond the references. */
  sources: z.array(sourceRefSchema),
});
export type Initiative = z.infer<typeof initiativeSchema>;
