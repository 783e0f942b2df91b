// The small build of zod: this module also travels to the browser.
import * as z from "zod/mini";

const typedSchema = z.record(z.string(), z.string());

/**
 * What the server says to parts that were sent: the tags of those it has on disk, the newer values of somebody else that
 * stand in the way, and what is wrong, by input.
 */
export const saveResultSchema = z.object({
  saved: typedSchema,
  conflicts: z.record(z.string(), z.object({ seen: z.string(), typed: typedSchema })),
  errors: typedSchema,
});
export type SaveResult = z.infer<typeof saveResultSchema>;
