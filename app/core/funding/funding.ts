import { z } from "zod";
import { landTextSchema } from "../land-text";
import { sourceRefSchema } from "../sources/source";
import { idSchema, landSchema, localizedSchema, partialDateSchema, sectorSchema, sizeClassSchema, trackSchema } from "../vocabulary";

/** A funding programme, as of a date. `unclear`: neither an open call nor an end could be found. */
export const fundingSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  funder: localizedSchema,
  kind: z.enum(["grant", "loan", "service", "tax"]),
  tracks: z.array(trackSchema).min(1),
  /** Empty: every Land; likewise sizes and sectors. */
  laender: z.array(landSchema),
  sizeClasses: z.array(sizeClassSchema),
  sectors: z.array(sectorSchema),
  /** Those that it is closed to, where it is open to nearly all. */
  closedTo: z.array(sectorSchema).default([]),
  /** Sectors of which it is closed to a part that nobody is asked about, such as those who advise others: it is told last. */
  doubtfulFor: z.array(sectorSchema).default([]),
  ownership: z.enum(["any", "private-majority"]),
  /** Left out: for non-profit organisations, too. */
  onlyForProfit: z.literal(true).optional(),
  /** An item whose subject it needs, such as employees: not for whoever says that the item does not apply. */
  applies: idSchema.optional(),
  purpose: localizedSchema,
  notPaidFor: landTextSchema.nullable(),
  amount: landTextSchema,
  /** Per cent of the cost that it pays, and its limits in euros; null where unknown, or where it pays no share. */
  share: z
    .strictObject({
      percent: z.number().min(0).max(100),
      maximumEuro: z.number().positive().nullable(),
      minimumCostEuro: z.number().nonnegative().nullable(),
    })
    .nullable(),
  status: z.enum(["open", "opens", "paused", "unclear", "ended"]),
  statusNote: landTextSchema,
  opensOn: partialDateSchema.nullable(),
  endsOn: partialDateSchema.nullable(),
  /** Where one applies or asks first, by id. */
  contacts: z.array(idSchema),
  /** Programmes that cannot be had for the same cost. */
  excludes: z.array(idSchema),
  asOf: partialDateSchema,
  sources: z.array(sourceRefSchema).min(1),
});
export type Funding = z.infer<typeof fundingSchema>;

/** Somebody who helps for free. */
export const contactSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  tracks: z.array(trackSchema).min(1),
  /** Empty: every Land. */
  laender: z.array(landSchema),
  /** Left out: every size, every sector. */
  sizeClasses: z.array(sizeClassSchema).min(1).optional(),
  sectors: z.array(sectorSchema).min(1).optional(),
  /** Left out: for companies in public ownership, too. */
  ownership: z.literal("private-majority").optional(),
  onlyForProfit: z.literal(true).optional(),
  /** Left out: for towns and for districts (Kreise). */
  only: z.enum(["towns", "districts"]).optional(),
  /** What it is called to some sectors, where the name says too much or too little. */
  nameFor: localizedSchema.extend({ sectors: z.array(sectorSchema).min(1) }).optional(),
  offers: localizedSchema,
  phone: z.string().min(3).nullable(),
  email: z.email().nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  endsOn: partialDateSchema.nullable(),
  asOf: partialDateSchema,
  /** false where no page that we could read confirms the name. */
  confirmed: z.boolean(),
  sources: z.array(sourceRefSchema),
});
export type Contact = z.infer<typeof contactSchema>;
