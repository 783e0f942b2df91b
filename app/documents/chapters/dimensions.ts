import { bullets, facts, heading, muted, notice, paragraph, runs, strong, table } from "../blocks";
import type { Block, Runs } from "../document";
import type { DocumentInput } from "../material";
import type { DimensionView } from "../../views/report-view";
import { writtenBlocks } from "./summary";

/** Each topic: its value, what it rests on, how it compares, and what helps. */
export function dimensionsChapter(material: DocumentInput): Block[] {
  const { view, locale } = material;
  return [heading(1, locale.messages.report.sections.dimensions), ...view.dimensions.flatMap((one) => dimensionSection(one, material))];
}

function dimensionSection(dimension: DimensionView, material: DocumentInput): Block[] {
  const { locale, include } = material;
  const { report, document } = locale.messages;
  return [
    heading(2, dimension.gate ? `${dimension.name} (${report.gate})` : dimension.name),
    facts([
      [report.value, [strong(dimension.score)]],
      [report.interval, [dimension.interval, dimension.likely].filter(Boolean).join("; ")],
      ...(dimension.stage ? ([[report.stage, dimension.stage]] as const) : []),
      [report.coverage, dimension.answered],
    ]),
    ...(dimension.reason ? [paragraph(dimension.reason)] : []),
    ...(dimension.meaning ? [paragraph(dimension.meaning)] : []),
    ...comment(dimension, material),
    heading(3, report.restsOn),
    table(
      document.basisCaption(dimension.name),
      [
        { title: report.question, share: 5 },
        { title: report.answer, share: 5 },
        ...(include.evidence ? [{ title: report.evidence, share: 3 }] : []),
      ],
      dimension.questions.map((question) => [
        `${question.number}. ${question.question}`,
        include.notes && question.note ? [{ text: question.answer }, muted(`\n${question.note}`)] : question.answer,
        ...(include.evidence ? [question.evidence] : []),
      ]),
    ),
    heading(3, report.compared),
    ...comparison(dimension, material),
    heading(3, report.recommendedHere),
    ...(dimension.initiatives.length === 0
      ? [paragraph(report.noneHere)]
      : bullets(dimension.initiatives.map(({ title, gain }) => `${title} (${gain})`))),
  ];
}

function comment({ comment: text }: DimensionView, { view, locale }: DocumentInput): Block[] {
  const { written } = view;
  if (!written || !text) return [];
  const { document } = locale.messages;
  return [
    heading(3, document.comment),
    ...(written.outdated ? [notice("warning", document.outdated)] : []),
    ...writtenBlocks(text, written.language, locale.language),
  ];
}

function comparison(dimension: DimensionView, { locale, cite }: DocumentInput): Block[] {
  const { report, document, names } = locale.messages;
  const told = dimension.comparisons.filter(({ evidence }) => evidence);
  return [
    table(
      document.regionsCaption(dimension.name),
      [
        { title: report.region, share: 4 },
        { title: report.band, share: 4, numeric: true },
        { title: report.position, share: 3 },
        { title: report.speaksOf, share: 3 },
        { title: document.evidenceOf, share: 5 },
      ],
      dimension.comparisons.map(({ name, bandText, position, evidence }) => [
        name,
        bandText,
        position,
        evidence?.speaksOf ?? "–",
        evidence ? [evidence.direction, evidence.strength, evidence.ended].filter(Boolean).join(", ") : names.positions["no-evidence"],
      ]),
    ),
    ...bullets(
      told.flatMap(({ name, evidence }) => [
        ...(evidence?.note ? [runs(`${name}: ${evidence.note}`)] : []),
        ...(evidence?.claims ?? []).map((claim): Runs => [strong(`${name}: `), ...cite(claim)]),
      ]),
    ),
  ];
}
