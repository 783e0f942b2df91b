import { partsOf } from "../../core/assessment/author-text";
import type { Language } from "../../core/vocabulary";
import { bullets, facts, heading, hint, lead, notice, paragraph, table } from "../blocks";
import type { Block, Run } from "../document";
import { rangeFigure } from "../figures";
import type { DocumentInput } from "../material";
import { payersOf } from "./brief-steps";
import { decisionPoints, withoutPlan } from "./decision";
import { valueLine } from "./value-line";

/** What can be read on its own: where things stand, and what to decide. */
export function summaryChapter(input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { report, document, papers, result } = locale.messages;
  const { overview } = view;
  return [
    heading(1, report.sections.summary),
    lead(overview.verdict),
    ...(view.written?.summary ? authorsSummary(input) : []),
    heading(2, document.standing),
    valueLine(view),
    hint(overview.meaning),
    ...(view.quick ? quickBlocks(input) : stageBlocks(input)),
    ...(view.weights ? [notice("info", report.weightsNotice(view.weights))] : []),
    ...(view.quick ? [] : [rangeFigure(view, locale)]),
    ...contradictions(input),
    heading(2, result.nextSteps.title(view.nextSteps.length)),
    ...nextSteps(input),
    heading(2, papers.asked[view.track]),
    ...(view.decision ? decisionPoints(view.decision.points) : withoutPlan(input)),
  ];
}

function quickBlocks({ view, locale }: DocumentInput): Block[] {
  const { quick } = view.overview;
  return [
    notice("info", locale.messages.result.quick.note),
    ...(quick?.expected ? [paragraph(quick.expected)] : []),
    ...bullets(quick?.sentences ?? []),
  ];
}

function stageBlocks({ view, locale }: DocumentInput): Block[] {
  const { facts: told, band } = view.overview;
  const { ratingTitle } = locale.messages.result.certainty;
  return [facts([...told.map(({ term, text }) => [term, text] as const), ...(band ? [[ratingTitle, band] as const] : [])])];
}

function contradictions({ view, locale }: DocumentInput): Block[] {
  const { contradictions: words } = locale.messages.result;
  if (view.overview.contradictions.length === 0) return [];
  return [heading(2, words.title), paragraph(words.lead), ...bullets(view.overview.contradictions.map(({ text }) => text))];
}

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
  const { report, result } = locale.messages;
  if (view.nextSteps.length === 0) return [lead(view.noSteps)];
  return [
    table(
      "",
      [
        { title: report.sections.initiatives, share: 5 },
        { title: result.list.firstHalfHour, share: 6 },
        { title: report.cost, share: 4 },
        { title: result.list.payer, share: 4 },
      ],
      view.nextSteps.map((step) => [
        [{ text: `${step.kindName} · `, muted: true }, { text: step.title }],
        step.firstHalfHour,
        [step.cost, step.effort, step.yearly].filter(Boolean).join("\n"),
        payersOf(step).join("\n") || result.list.ownMoney,
      ]),
    ),
    ...(view.afterSteps ? [paragraph(view.afterSteps)] : []),
  ];
}
