import { z } from "zod";
import {
  aiUseSchema,
  depthSchema,
  landSchema,
  ownershipSchema,
  sectorSchema,
  sizeClassSchema,
  sizeClasses,
  type SizeClass,
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

/** Least head count of each size class. */
const sizeClassFrom: Record<SizeClass, number> = {
  "inhabitants-under-20000": 1,
  "inhabitants-20000-49999": 20_000,
  "inhabitants-50000-99999": 50_000,
  "inhabitants-100000-plus": 100_000,
  "employees-1-9": 0,
  "employees-10-49": 10,
  "employees-50-249": 50,
};
/** From here on an enterprise is none of those that the questionnaire is for. */
const largeFrom = 250;

/** The size class of so many inhabitants or employees; null where there is none. */
export function sizeClassOf(track: Track, count: number): SizeClass | null {
  if (track === "sme" && count >= largeFrom) return null;
  return [...sizeClasses[track]].findLast((one) => sizeClassFrom[one] <= count) ?? null;
}

export function sizeClassFits(track: Track, sizeClass: string): boolean {
  return (sizeClasses[track] as readonly string[]).includes(sizeClass);
}
