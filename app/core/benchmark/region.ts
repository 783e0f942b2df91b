import { z } from "zod";
import { dimensionIdSchema, idSchema, landSchema, localizedSchema, partialDateSchema } from "../vocabulary";
import { subjectSchema } from "../sources/finding";

export const directionSchema = z.enum(["positive", "mixed", "negative"]);
export const strengthSchema = z.enum(["a", "b", "c"]);

/** What one article says about one dimension of one region (method, section 5). */
export const cellSchema = z.strictObject({
  dimension: dimensionIdSchema,
  direction: directionSchema,
  strength: strengthSchema,
  speaksOf: z.array(subjectSchema).min(1),
  findings: z.array(idSchema).min(1),
  note: localizedSchema.optional(),
  /** Day on which what the cell rests on ended, where that is known. */
  ended: partialDateSchema.optional(),
});
export type Cell = z.infer<typeof cellSchema>;

export const regionSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  /** More than one where the region crosses a border. */
  laender: z.array(landSchema).min(1),
  source: idSchema,
  about: localizedSchema,
  warnings: z.array(localizedSchema),
  cells: z.array(cellSchema).min(1),
});
export type Region = z.infer<typeof regionSchema>;
