import { z } from "zod";
import {
  aiUseSchema,
  depthSchema,
  landSchema,
  ownershipSchema,
  sectorSchema,
  sizeClassSchema,
  sizeClasses,
  trackSchema,
  type Track,
} from "../vocabulary";
import type { Answers } from "./answer";
import { freeText, textLimits } from "./text";

export const organisationSchema = z.strictObject({
  name: freeText(textLimits.name).optional(),
  land: landSchema.optional(),
  sizeClass: sizeClassSchema.optional(),
  /** Enterprises only. */
  sector: sectorSchema.optional(),
  /** Enterprises only. */
  ownership: ownershipSchema.optional(),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const profileSchema = z.strictObject({
  track: trackSchema,
  depth: depthSchema,
  /** "unknown" until somebody has said so. */
  aiUse: aiUseSchema.default("unknown"),
  organisation: organisationSchema,
});

/** Who is assessed, how deep, and what was answered: all that a score depends on besides the content. */
export type Assessment = z.infer<typeof profileSchema> & { modelVersion: string; answers: Answers };

export function sizeClassFits(track: Track, sizeClass: string): boolean {
  return (sizeClasses[track] as readonly string[]).includes(sizeClass);
}
