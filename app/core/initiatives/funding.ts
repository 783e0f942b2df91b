import { z } from "zod";
import { idSchema, landSchema, localizedSchema, partialDateSchema, sizeClassSchema, trackSchema } from "../vocabulary";
import { sourceRefSchema } from "../sources/source";

/** A funding programme, as of a date. `unclear`: neither an open call nor an end could be found. */
export const fundingSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  funder: localizedSchema,
  kind: z.enum(["grant", "loan", "service"]),
  tracks: z.array(trackSchema).min(1),
  /** Empty: every Land. */
  laender: z.array(landSchema),
  /** Empty: every size class. */
  sizeClasses: z.array(sizeClassSchema),
  ownership: z.enum(["any", "private-majority"]),
  purpose: localizedSchema,
  amount: localizedSchema,
  status: z.enum(["open", "unclear", "ended"]),
  statusNote: localizedSchema,
  endsOn: partialDateSchema.nullable(),
  asOf: partialDateSchema,
  sources: z.array(sourceRefSchema).min(1),
});
export type Funding = z.infer<typeof fundingSchema>;
