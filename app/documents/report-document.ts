import { appendixChapters } from "./chapters/appendix";
import { comparisonChapter } from "./chapters/comparison";
import { dimensionsChapter } from "./chapters/dimensions";
import { initiativesChapter } from "./chapters/initiatives";
import { methodChapter } from "./chapters/method";
import { openQuestionsChapter } from "./chapters/open-questions";
import { peersChapter } from "./chapters/peers";
import { roadmapChapter } from "./chapters/roadmap";
import { summaryChapter } from "./chapters/summary";
import type { Picture, ReportDocument } from "./document";
import type { DocumentInput } from "./material";

/** The report as a document: its contents page. */
export function reportDocument(material: DocumentInput): ReportDocument {
  const { view, data, locale } = material;
  const { messages, language } = locale;
  const { document, layout } = messages;
  const organisation = data.report.organisation.name ?? null;
  return {
    language,
    title: view.title,
    description: document.description(organisation),
    author: data.words?.author || organisation,
    date: data.report.date,
    cover: {
      product: layout.product,
      title: messages.report.title,
      organisation,
      facts: coverFacts(material),
      logo: logoOf(material),
      notice: document.cover,
    },
    contents: document.contents,
    runningHead: view.title,
    page: document.page,
    of: document.of,
    blocks: [
      ...summaryChapter(material),
      ...comparisonChapter(material),
      ...dimensionsChapter(material),
      ...initiativesChapter(material),
      ...roadmapChapter(material),
      ...peersChapter(material),
      ...openQuestionsChapter(material),
      ...methodChapter(material),
      ...appendixChapters(material),
    ],
  };
}

function coverFacts({ data, locale }: DocumentInput): { term: string; text: string }[] {
  const { report, words: written } = data;
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

function logoOf({ data }: DocumentInput): Picture | null {
  const { words } = data;
  if (!words?.logo) return null;
  return { type: words.logo.type, data: Uint8Array.from(Buffer.from(words.logo.base64, "base64")), alternative: `Logo: ${words.author}` };
}
