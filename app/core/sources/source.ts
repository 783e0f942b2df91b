import { z } from "zod";
import { entryOf } from "../entry-of";
import { gradeSchema, idSchema, localizedSchema, partialDateSchema } from "../vocabulary";

const sourceFields = {
  /** As the source itself is titled, in its own language. */
  title: z.string().trim().min(1),
  /** null where the source does not say. */
  publisher: z.string().trim().min(1).nullable(),
  /** Publication date; null where the source bears none. */
  date: partialDateSchema.nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  grade: gradeSchema,
  /** Day on which the statement was last compared with the source. */
  accessed: partialDateSchema,
  note: localizedSchema.optional(),
};

export const sourceSchema = z.strictObject({ id: idSchema, ...sourceFields });
export type Source = z.infer<typeof sourceSchema>;

/** A source by its id in `content/sources.yaml`, or given on the spot where only one file needs it. */
export const sourceRefSchema = z.union([idSchema, z.strictObject(sourceFields)]);
export type SourceRef = z.infer<typeof sourceRefSchema>;

export const sourceOf = (ref: SourceRef, { sources }: { sources: readonly Source[] }): Omit<Source, "id"> =>
  typeof ref === "string" ? entryOf(sources, ref) : ref;
