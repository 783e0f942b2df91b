import { appendixChapters } from "../chapters/appendix";
import { certaintyChapter } from "../chapters/certainty";
import { comparisonChapter, topicsTable } from "../chapters/comparison";
import { dimensionsChapter } from "../chapters/dimensions";
import { dutiesChapter } from "../chapters/duties";
import { initiativesChapter } from "../chapters/initiatives";
import { methodChapter } from "../chapters/method";
import { moneyChapter } from "../chapters/money";
import { openQuestionsChapter } from "../chapters/open-questions";
import { planChapter } from "../chapters/plan";
import { progressPage } from "../chapters/progress";
import { summaryChapter } from "../chapters/summary";
import type { Picture, ReportDocument } from "../document";
import type { DocumentInput } from "../material";
import { numberedSources } from "../numbered-sources";

/** Everything there is, for those who check: its contents page. */
export function annex(given: DocumentInput): ReportDocument {
  // Numbers lead to the list at the end; without it each place tells its source.
  const sources = given.include.appendix ? numberedSources(given) : null;
  const material = sources ? { ...given, cite: sources.cite } : given;
  const { view, report, added, locale } = material;
  const { messages, language } = locale;
  const { document, layout } = messages;
  const organisation = report.organisation.name ?? null;
  return {
    look: "book",
    language,
    title: view.title,
    description: document.description(organisation),
    author: added.authorText?.author || organisation,
    date: report.date,
    cover: {
      title: messages.papers.names.annex,
      organisation,
      facts: coverFacts(material),
      logo: logoOf(material),
      notice: document.cover,
    },
    contents: document.contents,
    letterhead: null,
    runningHead: view.title,
    product: layout.product,
    page: document.page,
    of: document.of,
    blocks: [
      ...summaryChapter(material),
      ...topicsTable(material),
      ...dimensionsChapter(material),
      ...dutiesChapter(material),
      ...planChapter(material),
      ...moneyChapter(material),
      ...initiativesChapter(material),
      ...comparisonChapter(material),
      ...openQuestionsChapter(material),
      ...certaintyChapter(material),
      ...progressPage(material),
      ...methodChapter(material),
      ...(sources ? appendixChapters(material, sources.list) : []),
    ],
  };
}

function coverFacts({ report, added, locale }: DocumentInput): { term: string; text: string }[] {
  const written = added.authorText;
  const { track, depth, organisation, date, modelVersion, contentVersion } = report;
  const { names, document, report: reportWords } = locale.messages;
  const { land, sizeClass, sector } = organisation;
  const facts: [string, string | undefined][] = [
    [reportWords.facts.date, locale.date(date)],
    [document.questionnaire, `${names.tracks[track]}, ${names.depths[depth]}, ${modelVersion}`],
    [reportWords.facts.content, contentVersion],
    [document.place, land && names.laender[land]],
    [document.size, sizeClass && names.sizeClasses[sizeClass]],
    [document.sector, sector && names.sectors[sector]],
    [document.author, written?.author],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text }] : []));
}

export function logoOf({ added }: DocumentInput): Picture | null {
  const words = added.authorText;
  if (!words?.logo) return null;
  return { type: words.logo.type, data: Uint8Array.from(Buffer.from(words.logo.base64, "base64")), alternative: `Logo: ${words.author}` };
}
