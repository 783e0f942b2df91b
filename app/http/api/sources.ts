import { z } from "zod";
import type { Content } from "../../core/content";
import { sourceOf, type SourceRef } from "../../core/sources/source";
import { gradeSchema } from "../../core/vocabulary";

export const sourceViewSchema = z.strictObject({
  title: z.string().describe("In the source's own language."),
  publisher: z.string().nullable(),
  date: z.string().nullable().describe("A year, a month or a day, as exact as the source is."),
  url: z.string().nullable(),
  grade: gradeSchema,
  accessed: z.string().describe("When the statement was last compared with the source."),
});

export const sourceView = (ref: SourceRef, content: Content): z.input<typeof sourceViewSchema> => {
  const { title, publisher, date, url, grade, accessed } = sourceOf(ref, content);
  return { title, publisher, date, url, grade, accessed };
};
