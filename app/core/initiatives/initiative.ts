import { z } from "zod";
import { sourceRefSchema } from "../sources/source";
import {
  aiUseSchema,
  dimensionIdSchema,
  idSchema,
  levelSchema,
  localizedListSchema,
  localizedSchema,
  partialDateSchema,
  sizeClassSchema,
  trackSchema,
} from "../vocabulary";

/** Smallest and largest likely value. */
const rangeSchema = z
  .tuple([z.number().nonnegative(), z.number().nonnegative()])
  .refine(([low, high]) => low <= high, "the first value of a range must not exceed the second");
export type Range = z.infer<typeof rangeSchema>;

/** Once, to get there, and then every year. */
const bySizeClassSchema = z.partialRecord(sizeClassSchema, z.strictObject({ once: rangeSchema, yearly: rangeSchema }));

/** protect: averts harm or answers a duty; enable: creates a condition for more; use: an application that people work with. */
export const initiativeKinds = ["protect", "enable", "use"] as const;
export type InitiativeKind = (typeof initiativeKinds)[number];

/** Where it has been done. A reference that is not in operation says so. */
const referenceSchema = z.strictObject({
  /** A name that is the same in all languages, or in each of them. */
  place: z.union([z.string().min(1), localizedSchema]),
  /** Inhabitants or employees, in words. */
  size: localizedSchema.nullable(),
  state: z.enum(["planned", "pilot", "in-operation", "ended", "withdrawn", "unclear"]),
  since: partialDateSchema.nullable(),
  what: localizedSchema,
  /** Price or time. */
  price: localizedSchema.nullable(),
  result: localizedSchema.nullable(),
  source: sourceRefSchema,
});

/** A step an organisation can take: what it lifts, what it needs, what it costs, where it has been done (method, section 7). */
export const initiativeSchema = z.strictObject({
  id: idSchema,
  /** The dimension it is listed under first. */
  dimension: dimensionIdSchema,
  tracks: z.array(trackSchema).min(1),
  kind: z.enum(initiativeKinds),
  title: localizedSchema,
  summary: localizedSchema,
  /** `step`: which of the first steps, from 1, fulfils the anchor of that level. */
  lifts: z.array(z.strictObject({ item: idSchema, level: levelSchema.min(1), step: z.int().positive() })).min(1),
  /** Who is at all of these levels is past what it begins: it lifts nothing of theirs. */
  onlyBelow: z
    .array(z.strictObject({ item: idSchema, level: levelSchema.min(1) }))
    .min(1)
    .optional(),
  /** It is there for its duties alone: where none of them may bind, it lifts nothing. */
  onlyForDuties: z.literal(true).optional(),
  requires: z.strictObject({
    /** `unless`: not of those who use AI so. What is used without agreement has to be dealt with before anything is agreed. */
    items: z.array(z.strictObject({ item: idSchema, level: levelSchema.min(1), unless: z.array(aiUseSchema).min(1).optional() })),
    initiatives: z.array(idSchema),
    stages: z.array(z.strictObject({ dimension: dimensionIdSchema, stage: levelSchema.min(1) })),
  }),
  /** Euros, without the organisation's own working time. */
  costEuro: bySizeClassSchema,
  /** Person-days of the organisation's own staff. */
  effortPersonDays: bySizeClassSchema,
  durationMonths: rangeSchema,
  /** What the estimate of cost and effort rests on. */
  estimateBasis: localizedSchema,
  owner: localizedSchema,
  /** What one person can do in half an hour, today, without asking for money. */
  firstHalfHour: localizedSchema,
  firstSteps: localizedListSchema,
  brings: z
    .array(z.strictObject({ kind: z.enum(["time", "money", "risk", "service"]), text: localizedSchema, basis: localizedSchema }))
    .min(1),
  success: localizedSchema,
  risks: localizedListSchema,
  duties: z.array(idSchema),
  law: z.array(idSchema),
  funding: z.array(idSchema),
  /** Who helps for free, by id; those of another Land are left out when shown. */
  contacts: z.array(idSchema),
  /** Findings of the five documents: challenges it answers, enablers and use cases it resembles. */
  findings: z.array(idSchema),
  references: z.array(referenceSchema),
  /** What the description rests on beyond the references. */
  sources: z.array(sourceRefSchema),
});
export type Initiative = z.infer<typeof initiativeSchema>;
