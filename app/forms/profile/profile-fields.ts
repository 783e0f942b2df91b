import { z } from "zod";
import { organisationSchema, profileSchema, sizeClassFits, type Organisation } from "../../core/assessment/assessment";
import { trackSchema, type Depth, type Track } from "../../core/vocabulary";
import { textOf } from "../text-of";

/** What the start form holds, as typed. */
export type ProfileFields = Record<"track" | "depth" | "name" | "land" | "sizeClass" | "sector" | "ownership", string>;
export type ProfileField = keyof ProfileFields;
export type Profile = { track: Track; depth: Depth; organisation: Organisation };

export function readProfileFields(form: FormData | URLSearchParams): ProfileFields {
  const text = (name: ProfileField) => textOf(form, name);
  return {
    track: text("track"), depth: text("depth"), name: text("name"), land: text("land"),
    sizeClass: text("sizeClass"), sector: text("sector"), ownership: text("ownership"),
  }; // prettier-ignore
}

/** @returns the profile, or the fields that are wrong, in the order of the form. */
export function toProfile(fields: ProfileFields): { profile: Profile } | { wrong: ProfileField[] } {
  const { track, depth, ...rest } = fields;
  const sme = track === "sme";
  const given = Object.entries(rest).filter(([name, value]) => value !== "" && (sme || (name !== "sector" && name !== "ownership")));
  const result = z
    .object({ ...profileSchema.shape, organisation: organisationSchema.required({ sizeClass: true }) })
    .refine((profile) => sizeClassFits(profile.track, profile.organisation.sizeClass), { path: ["organisation", "sizeClass"] })
    .safeParse({ track, depth, organisation: Object.fromEntries(given) });
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => String(issue.path.at(-1))));
    return { wrong: (Object.keys(fields) as ProfileField[]).filter((field) => wrong.has(field)) };
  }
  const { name, ...organisation } = result.data.organisation;
  return { profile: { ...result.data, organisation: name ? { name, ...organisation } : organisation } };
}

export function toProfileFields({ track, depth, organisation }: Profile): ProfileFields {
  const { name = "", land = "", sizeClass = "", sector = "", ownership = "" } = organisation;
  return { track, depth, name, land, sizeClass, sector, ownership };
}

export const isTrack = (value: string | null): value is Track => trackSchema.safeParse(value).success;
