import { lead, bullets, facts, heading, hint, notice, pageBreak, paragraph, strong, table } from "../blocks";
import type { Block, Run } from "../document";
import { rangeFigure } from "../figures";
import type { DocumentInput } from "../material";
import { partsOf } from "../../core/assessment/author-text";
import type { Language } from "../../core/vocabulary";

/** So many steps stand on the second page, and their means are asked for. */
const firstSteps = 5;

/** Two pages that a council can read on their own: where we stand, and what to decide. */
export function summaryChapter(material: DocumentInput): Block[] {
  const { view, data, locale } = material;
  const { report, document, uncertainty } = locale.messages;
  const { summary } = view;
  const { lower, upper } = summary.values;
  const range = `${locale.score(lower ?? 0)}–${locale.score(upper ?? 100)}`;
  return [
    heading(1, report.sections.summary),
    {
      kind: "numbers",
      numbers: [
        {
          label: report.score,
          value: summary.score ?? "–",
          note: lower !== null && lower === upper ? report.outOf : document.scoreNote(range),
        },
        { label: report.securedStage, value: String(data.report.overall.securedStage ?? "–"), note: nameOf(summary.securedStage) },
        { label: report.averageStage, value: String(data.report.overall.stage ?? "–"), note: nameOf(summary.stage) },
      ],
    },
    ...(view.quick ? [notice("info", report.quickNote)] : []),
    ...(view.weights ? [notice("info", view.weights)] : []),
    ...authorsSummary(material),
    heading(2, document.standing),
    ...(summary.noScore ? [paragraph([strong(report.noScore), { text: `. ${summary.noScore}` }])] : []),
    facts([
      [report.bottleneck, summary.bottleneck],
      [report.securedStage, `${summary.securedStage}. ${report.securedHint}`],
      ...(summary.likely ? ([[report.value, `${summary.likely}.`]] as const) : []),
      ...(summary.securedShare
        ? ([
            [
              uncertainty.borderline,
              `${summary.borderline ? locale.messages.names.yes : locale.messages.names.no}. ${summary.securedShare}`,
            ],
          ] as const)
        : []),
      [report.geometric, `${summary.geometric}. ${report.geometricHint}`],
      [report.coverage, summary.coverage],
    ]),
    rangeFigure(view, locale),
    pageBreak,
    heading(2, document.steps),
    ...nextSteps(material),
    heading(2, document.asked[view.track]),
    ...bullets(askedFor(material)),
    hint(view.benchmarkLabel),
  ];
}

/** "Stufe 2: Erprobung" without the number that stands above it. */
const nameOf = (stage: string) => (stage === "–" ? null : stage.replace(/^.*?: /, ""));

function authorsSummary({ view, locale }: DocumentInput): Block[] {
  const { written } = view;
  const { document } = locale.messages;
  if (!written?.summary) return [];
  return [
    heading(2, document.authorsSummary),
    ...(written.outdated ? [notice("warning", document.outdated)] : []),
    ...writtenBlocks(written.summary, written.language, locale.language),
  ];
}

/** A text as somebody typed it, in their language. */
export function writtenBlocks(text: string, language: Language, around: Language): Block[] {
  const said = (words: string): Run[] => [language === around ? { text: words } : { text: words, language }];
  return partsOf(text).flatMap((part) => (part.kind === "list" ? bullets(part.entries.map(said)) : [paragraph(said(part.text))]));
}

function nextSteps({ view, locale }: DocumentInput): Block[] {
  const { report, names, document } = locale.messages;
  const steps = view.initiatives.slice(0, firstSteps);
  if (steps.length === 0) return [lead(report.noSteps)];
  return [
    table(
      "",
      [
        { title: report.sections.initiatives, share: 5 },
        { title: document.gain, share: 3 },
        { title: report.cost, share: 3, numeric: true },
        { title: report.effort, share: 4, numeric: true },
        { title: report.fundingTitle, share: 4 },
      ],
      steps.map((step) => [
        step.legalDuty ? [{ text: step.title }, { text: `\n${names.legalDuty}`, muted: true }] : step.title,
        step.gain,
        step.cost,
        step.effort,
        step.funding.length === 0 ? "–" : locale.list(step.funding.map(({ name }) => name)),
      ]),
    ),
  ];
}

function askedFor({ view, locale }: DocumentInput): string[] {
  const { askedFor } = locale.messages.document;
  const duties = view.initiatives.filter(({ legalDuty }) => legalDuty).map(({ title }) => title);
  const first = view.initiatives.slice(0, firstSteps);
  const sum = (kind: "cost" | "effort"): [number, number] => [
    first.reduce((total, { values }) => total + values[kind][0], 0),
    first.reduce((total, { values }) => total + values[kind][1], 0),
  ];
  return [
    askedFor.notice,
    ...(duties.length > 0 ? [askedFor.duties(locale.list(duties))] : []),
    ...(first.length > 0
      ? [askedFor.means(first.length, locale.euros(...sum("cost")), `${locale.span(...sum("effort"))} ${locale.messages.names.personDays}`)]
      : []),
    askedFor.again,
  ];
}
