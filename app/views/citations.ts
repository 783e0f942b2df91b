import type { Content } from "../core/content";
import { entryOf } from "../core/entry-of";
import type { Finding } from "../core/sources/finding";
import { sourceOf, type SourceRef } from "../core/sources/source";
import type { Locale } from "../i18n/index";

/**
 * A source as one line, and where to read on; `link` is the part of the line that names the place. `entry` is how a list of
 * sources has it, where that is another line, and `section` where in it something stands.
 */
export type Citation = { text: string; link: string; href: string | null; entry?: Citation; section?: string };

/** A provision also has the name that those who work with it use. */
type LawCitation = Citation & { short: string };

/** A statement of one of the evaluated documents, with document, section and date. */
export function citeFinding(id: string, content: Content, locale: Locale): Citation {
  const finding = entryOf(content.findings, id);
  const source = entryOf(content.sources, finding.source);
  const section = sectionOf(finding, locale);
  const link = `${source.title}, ${section}, ${source.date ? locale.date(source.date) : locale.messages.names.undated}`;
  const text = `${locale.translate(finding.claim)} (${link})`;
  return { text, link, href: locale.href(`/sources#${id}`), entry: citeSource(finding.source, content, locale), section };
}

function sectionOf({ section }: Finding, { messages: { names } }: Locale): string {
  return "heading" in section ? names.sectionHeading(section.heading) : names.sectionParagraph(section.paragraph);
}

/** A legal provision with its as-of date. */
export function citeLaw(id: string, content: Content, locale: Locale): LawCitation {
  const law = entryOf(content.law, id);
  const link = `${locale.translate(law.act)}, ${locale.translate(law.provision)}`;
  const text = `${link}: ${locale.translate(law.title)} (${locale.messages.names.asOf(locale.date(law.asOf))})`;
  const href = locale.href(`/law#${id}`);
  return { text, link, href, short: locale.translate(law.short), entry: { text, link, href } };
}

/** How old what is said of the law is: the day on which the provision was looked at that was looked at longest ago. */
export const lawAsOf = ({ law }: Pick<Content, "law">, today: string): string => law.map(({ asOf }) => asOf).sort()[0] ?? today;

/** A source with publisher, date and grade. */
export function citeSource(ref: SourceRef, content: Content, { messages, date }: Locale): Citation {
  const source = sourceOf(ref, content);
  const { names } = messages;
  const when = source.date ? date(source.date) : names.undated;
  return {
    text: `${source.title}, ${source.publisher ?? names.publisherUnknown}, ${when} (${names.grades[source.grade]}, ${names.accessed(date(source.accessed))})`,
    link: source.title,
    href: source.url,
  };
}
