import { z } from "zod";

/** The words every other module speaks: tracks, dimensions, Länder, size classes (method, sections 1 and 2). */

export const languages = ["de", "en"] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const tracks = ["municipality", "sme"] as const;
export const trackSchema = z.enum(tracks);
export type Track = z.infer<typeof trackSchema>;

export const depths = ["quick", "full"] as const;
export const depthSchema = z.enum(depths);
export type Depth = z.infer<typeof depthSchema>;

export const dimensionIds = [
  "strategy",
  "funding",
  "skills",
  "foundations",
  "data-protection",
  "security",
  "use-cases",
  "cooperation",
  "acceptance",
] as const;
export const dimensionIdSchema = z.enum(dimensionIds);
export type DimensionId = z.infer<typeof dimensionIdSchema>;

/** How the organisation uses AI today; `unmanaged`: people use it, and nobody has decided on it (method, section 2). */
export const aiUses = ["none", "unmanaged", "trial", "operation", "unknown"] as const;
export const aiUseSchema = z.enum(aiUses);
export type AiUse = z.infer<typeof aiUseSchema>;

/** Inhabitants for municipalities; for enterprises the head counts of EU recommendation 2003/361/EC. */
export const sizeClasses = {
  municipality: ["inhabitants-under-20000", "inhabitants-20000-49999", "inhabitants-50000-99999", "inhabitants-100000-plus"],
  sme: ["employees-1-9", "employees-10-49", "employees-50-249"],
} as const;
export const sizeClassSchema = z.enum([...sizeClasses.municipality, ...sizeClasses.sme]);
export type SizeClass = z.infer<typeof sizeClassSchema>;

/** ISO 3166-2:DE without the prefix. */
export const laender = [
  "BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH",
] as const; // prettier-ignore
export const landSchema = z.enum(laender);
export type Land = z.infer<typeof landSchema>;

export const sectors = [
  "manufacturing", "crafts", "construction", "trade", "logistics", "hospitality",
  "health-care", "information-technology", "professional-services", "energy-environment", "agriculture", "finance", "education", "other",
] as const; // prettier-ignore
export const sectorSchema = z.enum(sectors);
export type Sector = z.infer<typeof sectorSchema>;

/** Who holds the majority: decides on funding that is closed to public companies. */
export const ownerships = ["private", "public"] as const;
export const ownershipSchema = z.enum(ownerships);
export type Ownership = z.infer<typeof ownershipSchema>;

/** What an answer reaches, and what a stage is named after. */
export const levelSchema = z.int().min(0).max(4);

export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens");

/** A year, a month or a day, as exact as the source is. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is "2026", "2026-11" or "2026-11-21", in quotes');

/** No line ends between a sign and the number that it belongs to. */
const wordsSchema = z
  .string()
  .trim()
  .min(1)
  .transform((words) => words.replace(/(§|Art\.|Abs\.|Nr\.) (?=\d)/g, "$1\u00a0"));
/** A text in every language of the product. */
export const localizedSchema = z.strictObject({ de: wordsSchema, en: wordsSchema });
export type Localized = z.infer<typeof localizedSchema>;
export const localizedListSchema = z
  .strictObject({ de: z.array(wordsSchema).min(1), en: z.array(wordsSchema).min(1) })
  .refine((list) => list.de.length === list.en.length, "both languages need the same number of entries");

/** How near an authority the statement is: seen at the source, in press or an association's text, or only relayed. */
export const gradeSchema = z.enum(["primary", "secondary", "relayed"]);
