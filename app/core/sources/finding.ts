import { z } from "zod";
import { dimensionIdSchema, idSchema, localizedSchema } from "../vocabulary";

/** Whom a statement speaks of: a town hall, enterprises, or a region as a whole. */
export const subjectSchema = z.enum(["municipality", "sme", "region"]);
export type Subject = z.infer<typeof subjectSchema>;

/** One statement of a source document in our own words: a documented challenge, an enabler, a use case or a figure. */
export const findingSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(["challenge", "enabler", "use-case", "figure"]),
  source: idSchema,
  /** The heading it stands under, or the number of its paragraph where the document has no headings. */
  section: z.union([z.strictObject({ heading: z.string().min(1) }), z.strictObject({ paragraph: z.int().positive() })]),
  dimensions: z.array(dimensionIdSchema),
  speaksOf: z.array(subjectSchema).min(1),
  claim: localizedSchema,
  /** For readers, where no question rests on it. */
  whyNotAsked: localizedSchema.optional(),
});
export type Finding = z.infer<typeof findingSchema>;
