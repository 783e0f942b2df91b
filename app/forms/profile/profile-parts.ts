import { z } from "zod";
import { sizeClassFits } from "../../core/assessment/assessment";
import { textLimits } from "../../core/assessment/text";
import {
  aiUseSchema,
  depthSchema,
  landSchema,
  ownershipSchema,
  sectorSchema,
  sizeClassSchema,
  trackSchema,
  type Track,
} from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { fieldPart, type Part } from "../part";
import { textPart } from "../text-part";

/** Who is assessed, and how deep: the same parts when an assessment begins and later. In the order of the form. */
export function profileParts(track: Track, { messages }: Locale): Part[] {
  const { errors, name } = messages.start;
  const fits = sizeClassSchema.refine((size) => sizeClassFits(track, size));
  const unsaid = z.literal("").transform(() => "unknown");
  const optional = (schema: z.ZodType<unknown>) => z.union([z.literal(""), schema]);
  return [
    fieldPart("sizeClass", fits, errors.sizeClass),
    fieldPart("land", optional(landSchema), errors.land),
    ...(track === "sme"
      ? [fieldPart("sector", optional(sectorSchema), errors.sector), fieldPart("ownership", optional(ownershipSchema), errors.ownership)]
      : []),
    textPart("name", name, textLimits.name, messages),
    fieldPart("aiUse", unsaid.or(aiUseSchema), errors.aiUse, { usual: "unknown" }),
    fieldPart("depth", depthSchema, errors.depth),
  ];
}

export const isTrack = (value: string | null): value is Track => trackSchema.safeParse(value).success;
