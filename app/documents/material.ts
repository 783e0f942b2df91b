import type { Content } from "../core/content";
import type { Frontier } from "../core/plan/frontier";
import type { Report } from "../core/report";
import type { Language } from "../core/vocabulary";
import { localeOf, type Locale } from "../i18n/index";
import type { Citation } from "../views/citations";
import { reportView, type ReportView } from "../views/report-view";
import type { Added } from "../views/view-input";
import type { Run, Runs } from "./document";
import type { Include } from "./document-options";

export type Glossary = { title: string; lead: string; entries: { term: string; meaning: string }[] };

/** What documents need besides the report: the same for all of them. */
export type Library = { content: Content; glossary: Record<Language, Glossary> };

/** Everything that is said about one assessment, before it is put in words. @param frontier where it is told, see `tellsFrontier`. */
export type ReportData = { report: Report; added: Added; frontier?: Frontier | null };

/** What the chapters of a document are written from: the report in words, and what the reader asked for. */
export type DocumentInput = ReportData & {
  view: ReportView;
  locale: Locale;
  include: Include;
  glossary: Glossary;
  content: Content;
  /** A source as words, linked where its address is known. */
  cite: (citation: Citation) => Runs;
  linked: (text: string, href: string | null) => Run;
};

/** @param origin under which the application is reached; null where nobody knows: then nothing links to it. */
export function documentInputOf(
  data: ReportData,
  language: Language,
  include: Include,
  origin: string | null,
  library: Library,
): DocumentInput {
  const { content } = library;
  const locale = localeOf(language);
  const linked = (text: string, href: string | null): Run => {
    const address = href?.startsWith("/") ? origin && origin + href : href;
    return address ? { text, href: address } : { text };
  };
  return {
    ...data,
    view: reportView({ ...data, content, locale }),
    locale,
    include,
    glossary: library.glossary[language],
    content,
    cite({ text, link, href }) {
      const [before = "", ...after] = text.split(link);
      return [{ text: before }, linked(link, href), { text: after.join(link) }].filter((run) => run.text !== "");
    },
    linked,
  };
}
