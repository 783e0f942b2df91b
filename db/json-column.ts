import { z } from "zod";

/** What a column holds as JSON; null stands there as such. */
export const parsed = <Schema extends z.ZodType>(schema: Schema, text: string | null): z.infer<Schema> =>
  schema.parse(JSON.parse(text ?? "null"));

/** The same as part of a row's schema. */
export const jsonColumn = <Schema extends z.ZodType>(schema: Schema) => z.string().transform((text) => parsed(schema, text));
