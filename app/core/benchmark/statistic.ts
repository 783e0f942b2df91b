import { z } from "zod";
import { idSchema, localizedSchema, partialDateSchema, sizeClassSchema, trackSchema } from "../vocabulary";
import { sourceRefSchema } from "../sources/source";

/** An official or published figure shown as context; never chained with another and never part of a score. */
export const statisticSchema = z.strictObject({
  id: idSchema,
  tracks: z.array(trackSchema).min(1),
  /** null: about all of the track. */
  sizeClass: sizeClassSchema.nullable().default(null),
  dimensions: z.array(z.string()),
  statement: localizedSchema,
  /** Per cent. */
  value: z.number().min(0).max(100),
  population: localizedSchema,
  denominator: localizedSchema,
  year: partialDateSchema,
  source: sourceRefSchema,
});
export type Statistic = z.infer<typeof statisticSchema>;
