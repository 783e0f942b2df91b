import { z } from "zod";
import { idSchema, localizedSchema } from "../vocabulary";

/** What we looked for and did not find: a gap that a reader may know how to fill. */
export const notFoundSchema = z.strictObject({
  id: idSchema,
  /** What we wanted to know, as a phrase or an indirect question. */
  what: localizedSchema,
  /** Where we looked, until when, and what stands there instead. */
  looked: localizedSchema,
});
export type NotFound = z.infer<typeof notFoundSchema>;
