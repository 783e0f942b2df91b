import { z } from "zod";
import { aiUseSchema, dimensionIdSchema, idSchema, levelSchema, trackSchema, type Depth, type DimensionId } from "../vocabulary";
import { versionSchema } from "./versions";

const weightSchema = z.number().positive();

/** One question. Everything here moves a score; its words stand in the text files. */
export const itemSchema = z.strictObject({
  id: idSchema,
  weight: weightSchema.default(1),
  key: z.boolean().default(false),
  allowsNotApplicable: z.boolean().default(false),
  /** Cannot be above level 0 where no AI is in use; not asked there. */
  presupposesUse: z.boolean().default(false),
});
export type Item = z.infer<typeof itemSchema>;

export const dimensionSchema = z.strictObject({
  id: dimensionIdSchema,
  gate: z.boolean().default(false),
  weight: weightSchema.default(1),
  items: z.array(itemSchema).min(1),
});
export type Dimension = z.infer<typeof dimensionSchema>;

/** What one of two statements that cannot both be true says: an answer between two levels, or the answer to how AI is used. */
const statementSchema = z.union([
  z.strictObject({ item: idSchema, from: levelSchema.default(0), to: levelSchema.default(4) }),
  z.strictObject({ aiUse: z.array(aiUseSchema).min(1) }),
]);
export const contradictionSchema = z.strictObject({ id: idSchema, between: z.tuple([statementSchema, statementSchema]) });
export type Contradiction = z.infer<typeof contradictionSchema>;

export const questionnaireSchema = z.strictObject({
  track: trackSchema,
  modelVersion: versionSchema,
  dimensions: z.array(dimensionSchema).min(1),
  contradictions: z.array(contradictionSchema).default([]),
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
      /** What each stage means in this dimension; models from 2.0.0 on compose that from answers. */
      stages: five("stages").optional(),
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
      /** Noun phrases for sentences about an organisation: "mit einer zuständigen Stelle", "es fehlt: …", "ungeklärt: …". */
      have: z.string().min(1).optional(),
      missing: z.string().min(1).optional(),
      unknown: z.string().min(1).optional(),
    }),
  ),
  /** A kind sentence for each contradiction of the model. */
  contradictions: z.record(idSchema, z.string().min(1)).default({}),
});
export type QuestionnaireText = z.infer<typeof questionnaireTextSchema>;

/** Where each question comes from: documented challenges, and law where one applies. */
export const itemSourcesSchema = z.record(
  idSchema,
  z.strictObject({ findings: z.array(idSchema).min(1), law: z.array(idSchema).default([]) }),
);
export type ItemSources = z.infer<typeof itemSourcesSchema>;

type Dimensions = Pick<Questionnaire, "dimensions">;

/** The items that an assessment of this depth asks, in model order. */
export const itemsOf = ({ dimensions }: Dimensions, depth: Depth = "full"): Item[] =>
  dimensions.flatMap((dimension) => askedItems(dimension, depth));

export const findItem = (questionnaire: Dimensions, id: string): Item | undefined => itemsOf(questionnaire).find((item) => item.id === id);

/** The dimensions that hold the secured stage down. */
export const gatesOf = ({ dimensions }: Dimensions): DimensionId[] => dimensions.filter(({ gate }) => gate).map(({ id }) => id);

/** The items of a dimension that an assessment of this depth asks; the quick check asks the key items. */
export function askedItems(dimension: Dimension, depth: Depth): Item[] {
  return depth === "full" ? dimension.items : dimension.items.filter((item) => item.key);
}
