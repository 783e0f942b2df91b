import type { Content } from "../core/content";
import type { Language } from "../core/vocabulary";
import { localeOf, type Locale } from "../i18n";
import type { Citation } from "../views/citations";
import type { Run, Runs } from "./document";
import type { Include } from "./document-options";
import { peersView, type PeersView } from "../views/peers-view";
import type { ReportData } from "../views/report-data";
import { reportView, type ReportView } from "../views/report-view";
import { roadmapView, type RoadmapView } from "../views/roadmap-view";

export type Glossary = { title: string; lead: string; entries: { term: string; meaning: string }[] };

/** What documents need besides the report: the same for all of them. */
export type Library = { content: Content; glossary: Record<Language, Glossary> };

/** What the chapters of a document are written from: the report in words, and what the reader asked for. */
export type DocumentInput = {
  data: ReportData;
  view: ReportView;
  roadmap: RoadmapView | null;
  peers: PeersView | null;
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
  const { report, roadmap, peers } = data;
  const linked = (text: string, href: string | null): Run => {
    const address = href?.startsWith("/") ? origin && origin + href : href;
    return address ? { text, href: address } : { text };
  };
  return {
    data,
    view: reportView(data, content, locale),
    roadmap: roadmap && include.roadmap ? roadmapView(roadmap, report.track, content, locale) : null,
    peers: peers && peersView(peers, report.track, content, locale),
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
