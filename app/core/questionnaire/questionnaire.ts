import { z } from "zod";
import { dimensionIdSchema, idSchema, trackSchema } from "../vocabulary";

const weightSchema = z.number().positive();

/** One question. Everything here moves a score; its words stand in the text files. */
export const itemSchema = z.strictObject({
  id: idSchema,
  weight: weightSchema.default(1),
  key: z.boolean().default(false),
  allowsNotApplicable: z.boolean().default(false),
});
export type Item = z.infer<typeof itemSchema>;

export const dimensionSchema = z.strictObject({
  id: dimensionIdSchema,
  gate: z.boolean().default(false),
  weight: weightSchema.default(1),
  items: z.array(itemSchema).min(1),
});
export type Dimension = z.infer<typeof dimensionSchema>;

export const questionnaireSchema = z.strictObject({
  track: trackSchema,
  modelVersion: z.string().regex(/^\d+\.\d+\.\d+$/),
  dimensions: z.array(dimensionSchema).min(1),
});
export type Questionnaire = z.infer<typeof questionnaireSchema>;

const five = (what: string) => z.array(z.string().trim().min(1)).length(5, `${what}: exactly five, for the levels 0 to 4`);

/** The words of a questionnaire in one language. */
export const questionnaireTextSchema = z.strictObject({
  dimensions: z.record(
    idSchema,
    z.strictObject({
      name: z.string().min(1),
      /** For charts and narrow places. */
      short: z.string().min(1).max(24),
      about: z.string().min(1),
      /** What each stage means in this dimension. */
      stages: five("stages"),
    }),
  ),
  items: z.record(
    idSchema,
    z.strictObject({
      question: z.string().min(1),
      /** Two to five words that name the item in lists and tables. */
      short: z.string().min(1).max(60),
      help: z.string().min(1).optional(),
      anchors: five("anchors"),
      /** When the question does not apply; only where the model allows the answer. */
      notApplicable: z.string().min(1).optional(),
    }),
  ),
});
export type QuestionnaireText = z.infer<typeof questionnaireTextSchema>;

/** Where each question comes from: documented challenges, and law where one applies. */
export const itemSourcesSchema = z.record(
  idSchema,
  z.strictObject({ findings: z.array(idSchema).min(1), law: z.array(idSchema).default([]) }),
);
export type ItemSources = z.infer<typeof itemSourcesSchema>;

/** The items an assessment of this depth asks; the quick check asks the key items. */
export function askedItems(dimension: Dimension, depth: "quick" | "full"): Item[] {
  return depth === "full" ? dimension.items : dimension.items.filter((item) => item.key);
}
