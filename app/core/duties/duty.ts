import { z } from "zod";
import { landTextSchema } from "../land-text";
import { factSchema } from "./facts";
import {
  aiUseSchema,
  idSchema,
  landSchema,
  levelSchema,
  localizedSchema,
  partialDateSchema,
  ownershipSchema,
  sectorSchema,
  sizeClassSchema,
  trackSchema,
} from "../vocabulary";

/** What must be so for a duty to bind an organisation (method, section 7). */
const conditionSchema = z.union([
  /** `asSoonAs`: a clause, "sobald …", for those of whom it is not true. */
  z.strictObject({ aiUse: z.array(aiUseSchema).min(1), asSoonAs: localizedSchema }),
  z.strictObject({ item: idSchema, from: levelSchema.min(1), asSoonAs: localizedSchema }),
  z.strictObject({ sizeClasses: z.array(sizeClassSchema).min(1) }),
  z.strictObject({ sectors: z.array(sectorSchema).min(1) }),
  z.strictObject({ laender: z.array(landSchema).min(1) }),
  /** Whoever has not told is taken for private, as most are. */
  z.strictObject({ ownership: ownershipSchema }),
  /** The item must not be "does not apply". */
  z.strictObject({ applies: idSchema }),
  /** The item's subject may not be there: a level must have been chosen. */
  z.strictObject({ exists: idSchema }),
  /** `impliedBy`: facts that cannot be so unless this one is; whoever has told one of them is not asked. */
  factSchema.extend({ impliedBy: z.array(idSchema).min(1).optional() }),
]);
export type Condition = z.infer<typeof conditionSchema>;

export const dutySchema = z.strictObject({
  id: idSchema,
  tracks: z.array(trackSchema).min(1),
  /** The first is the norm that is printed. */
  law: z.array(idSchema).min(1),
  title: localizedSchema,
  what: localizedSchema,
  /** All must hold; of an `anyOf` one. */
  conditions: z.array(z.union([conditionSchema, z.strictObject({ anyOf: z.array(conditionSchema).min(2) })])),
  appliesFrom: partialDateSchema.nullable(),
  appliesUntil: partialDateSchema.nullable().default(null),
  /** Items that tell whether it is fulfilled, by track; none: it is not asked. */
  fulfilledBy: z.partialRecord(trackSchema, z.array(idSchema)),
  owner: localizedSchema,
  caveat: landTextSchema.nullable(),
});
export type Duty = z.infer<typeof dutySchema>;
