import { z } from "zod";
import { landSchema, localizedSchema } from "./vocabulary";

/** A text for everybody; what besides it is true in some Länder only; and what to say where nothing is known of one's own. */
export const landTextSchema = localizedSchema.extend({
  inLand: z
    .array(localizedSchema.extend({ laender: z.array(landSchema).min(1) }))
    .min(1)
    .optional(),
  elsewhere: localizedSchema.optional(),
});
export type LandText = z.infer<typeof landTextSchema>;
