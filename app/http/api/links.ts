import { z } from "zod";
import { languages, localizedSchema, type Localized } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";

/** Where people open something, in each language. */
export const linkSchema = (what: string) => localizedSchema.describe(what);

/** The address that opens what `key` is for, in each language. */
export const linkFor = (key: string, origin: string): Localized =>
  Object.fromEntries(languages.map((language) => [language, `${origin}${localeOf(language).href(`/open/${key}`)}`])) as Localized;

const edit = linkSchema("For people: opens the assessment for editing, without an account. Hand it on with care.");
const read = linkSchema("For people: opens the report, for reading only.");

export const peopleLinksSchema = { edit, read };
export const heldLinksSchema = z
  .strictObject({ edit, read, check: linkSchema("For whoever checks the evidence; null where there is no such link.").nullable() })
  .describe("The links of an assessment.");
