import { z } from "zod";

/** A column that holds JSON as text. */
export const jsonColumn = <Schema extends z.ZodType>(schema: Schema) => z.string().transform((text) => schema.parse(JSON.parse(text)));
