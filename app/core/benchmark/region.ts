import { z } from "zod";
import { subjectSchema } from "../sources/finding";
import { dimensionIdSchema, idSchema, landSchema, localizedSchema, partialDateSchema } from "../vocabulary";

export const directionSchema = z.enum(["positive", "mixed", "negative"]);
export const strengthSchema = z.enum(["a", "b", "c"]);
const codeSchema = z.strictObject({ direction: directionSchema, strength: strengthSchema });

/** What one article says about one dimension of one region, and of whom it speaks (method, section 5). */
const cellSchema = z.strictObject({
  dimension: dimensionIdSchema,
  speaksOf: subjectSchema,
  direction: directionSchema,
  strength: strengthSchema,
  /** Findings that the article states as progress, and as obstacle. */
  progress: z.array(idSchema),
  obstacles: z.array(idSchema),
  /** What it says besides and that counts for neither: demand and hope. */
  context: z.array(idSchema).default([]),
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

/**
 * Two passes of coding over the same articles, by the rules of their time; null where one of them saw no evidence. Both were
 * made with the help of a language model, so that their agreement is rather too high; the page of the coding rules says so.
 */
export const codingSchema = z.strictObject({
  date: partialDateSchema,
  how: localizedSchema,
  cells: z.array(
    z.strictObject({
      region: idSchema,
      dimension: dimensionIdSchema,
      speaksOf: subjectSchema,
      first: codeSchema.nullable(),
      second: codeSchema.nullable(),
      /** How a disagreement was settled; null where there was none. */
      settled: localizedSchema.nullable(),
    }),
  ),
});
export type Coding = z.infer<typeof codingSchema>;
