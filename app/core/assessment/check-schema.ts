import { z } from "zod";
import { freeText, textLimits } from "./text";

/** What a second person says of an answer against its evidence: confirmed, asked about, or sent back because it does not hold. */
export const checkSchema = z.strictObject({
  state: z.enum(["confirmed", "questioned", "returned"]),
  /** Why; asking and sending back need it. */
  note: freeText(textLimits.reason).optional(),
  /** Who it was, as they call themselves; not in the file of somebody who only reads. */
  by: freeText(textLimits.name).pipe(z.string().min(1)).optional(),
  /** ISO day. */
  date: z.iso.date(),
  /** See `checkedTag`: of what it was said, where several have answered. */
  about: z.string().max(64).optional(),
});
export type Check = z.infer<typeof checkSchema>;
