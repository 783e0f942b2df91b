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
import type { ReportDocument } from "../document";
import type { DocumentInput } from "../material";
import { numberedSources } from "../numbered-sources";
import { logoOf, shortPaper } from "./short-paper";

/** Everything there is, for those who check: its contents page. */
export function annex(given: DocumentInput): ReportDocument {
  // Numbers lead to the list at the end; without it each place tells its source.
  const sources = given.include.appendix ? numberedSources(given) : null;
  const input = sources ? { ...given, cite: sources.cite } : given;
  const { view, report, locale } = input;
  const { document, papers } = locale.messages;
  const blocks = [
    ...summaryChapter(input),
    ...topicsTable(input),
    ...dimensionsChapter(input),
    ...dutiesChapter(input),
    ...planChapter(input),
    ...moneyChapter(input),
    ...initiativesChapter(input),
    ...comparisonChapter(input),
    ...openQuestionsChapter(input),
    ...certaintyChapter(input),
    ...progressPage(input),
    ...methodChapter(input),
    ...(sources ? appendixChapters(input, sources.list) : []),
  ];
  return {
    ...shortPaper(input, view.title, blocks, "book"),
    cover: {
      title: papers.names.annex,
      organisation: report.organisation.name ?? null,
      facts: coverFacts(input),
      logo: logoOf(input),
      notice: document.cover,
    },
    contents: document.contents,
    letterhead: null,
    runningHead: view.title,
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
