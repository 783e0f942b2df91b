import type { Track } from "../core/vocabulary";
import type { Locale } from "../i18n/index";

/** As people call an organisation; one that gave no name by what it is. */
export const nameOrKind = ({ name, track }: { name?: string | null; track: Track }, { messages: { names } }: Locale): string =>
  name ?? names.unnamed(names.tracks[track]);

/** The same of an assessment. */
export const organisationName = ({ organisation, track }: { organisation: { name?: string }; track: Track }, locale: Locale): string =>
  nameOrKind({ name: organisation.name, track }, locale);
