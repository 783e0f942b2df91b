import type { Citation } from "../views/citations";
import type { Runs } from "./document";
import type { DocumentInput } from "./material";
import { strong } from "./blocks";

/**
 * The sources of one document: each has the number under which it was named first, and is told in full once.
 * @returns how a chapter names a source, and the list of all that were named so far, in the order of their numbers.
 */
export function numberedSources({ cite, linked, locale }: Pick<DocumentInput, "cite" | "linked" | "locale">) {
  const entries: Citation[] = [];
  const mark = (citation: Citation) => {
    const entry = citation.entry ?? citation;
    // What stands at one address is one source, however a place words it.
    const known = entries.findIndex(({ text, href }) => text === entry.text || (href !== null && href === entry.href));
    const index = known < 0 ? entries.push(entry) - 1 : known;
    return locale.messages.document.sourceNumber(index + 1);
  };
  return {
    /** Of a statement its words, with section and number; of anything else its name and number. */
    cite: (citation: Citation): Runs => {
      const { text, link, href, section } = citation;
      if (!section) return [linked(link, href), { text: `\u00a0${mark(citation)}` }];
      const [claim = ""] = text.split(link);
      return [{ text: claim }, linked(section, href), { text: `, ${mark(citation)})` }];
    },
    list: (): Runs[] => entries.map((entry, index) => [strong(`${locale.messages.document.sourceNumber(index + 1)} `), ...cite(entry)]),
  };
}
