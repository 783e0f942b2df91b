import { z } from "zod";
import { sourceRefSchema } from "../sources/source";
import { idSchema, localizedSchema, partialDateSchema, trackSchema } from "../vocabulary";

/** One legal provision, as of a date. Information, not legal advice. */
export const lawSchema = z.strictObject({
  id: idSchema,
  act: localizedSchema,
  provision: localizedSchema,
  /** As people who work with it name it, for narrow places: "Art. 4 KI-VO". */
  short: localizedSchema,
  title: localizedSchema,
  summary: localizedSchema,
  tracks: z.array(trackSchema).min(1),
  /** Null where it applies without a fixed first day, for instance under the law of a Land. */
  appliesFrom: partialDateSchema.nullable(),
  changes: z.array(z.strictObject({ date: partialDateSchema, what: localizedSchema })),
  /** What we could not confirm; null where everything is. */
  unconfirmed: localizedSchema.nullable(),
  asOf: partialDateSchema,
  sources: z.array(sourceRefSchema).min(1),
});
export type Law = z.infer<typeof lawSchema>;
