import { facts, heading, hint, lead, notice, paragraph, runs } from "../blocks";
import type { Block, Runs } from "../document";
import { valueFigure } from "../figures";
import type { DocumentInput } from "../material";
import { writtenBlocks } from "./summary";
import { valueLine } from "./value-line";

/** The first page: one true sentence, the value with what is possible, three strengths and three gaps, what is asked for. */
export function openingPage(input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { result, papers, report } = locale.messages;
  const { overview } = view;
  return [
    heading(1, overview.verdict),
    ...standing(input),
    ...(view.weights ? [notice("info", report.weightsNotice(view.weights))] : []),
    ...(view.written?.summary ? writtenBlocks(view.written.summary, view.written.language, locale.language) : []),
    {
      kind: "columns",
      columns: [
        { title: result.strengths, items: overview.strengths.length > 0 ? sides(overview.strengths, input) : [runs(overview.noStrengths)] },
        { title: overview.gapsTitle, items: overview.gaps.length > 0 ? sides(overview.gaps, input) : [runs(result.noGaps)] },
      ],
    },
    ...asked(input),
    hint(papers.numbersNote),
  ];
}

/** The value on its scale, and the two stages with how sure they are. */
function standing({ view, locale }: DocumentInput): Block[] {
  const { overview } = view;
  const { result } = locale.messages;
  return [
    valueLine(view),
    valueFigure(view, locale),
    ...(view.quick
      ? [...(overview.quick?.expected ? [paragraph(overview.quick.expected)] : []), hint(result.quick.note)]
      : [facts(overview.stages.map(({ term, text }) => [term, text] as const)), ...(overview.band ? [hint(overview.band)] : [])]),
  ];
}

type Side = DocumentInput["view"]["overview"]["strengths"][number];

function sides(entries: Side[], { locale }: DocumentInput): Runs[] {
  const { papers } = locale.messages;
  return entries.map(({ title, text, evidence }) => [
    { text: title, strong: true },
    { text: `\n${text}` },
    ...(evidence ? [{ text: `\n${papers.evidence(evidence)}`, muted: true }] : []),
  ]);
}

/** The few numbers of the plan, or that there is none. */
function asked({ view, locale }: DocumentInput): Block[] {
  const { papers } = locale.messages;
  const { decision } = view;
  const { planned } = view.plan;
  if (!decision || !planned) return [heading(2, papers.asked[view.track]), lead(view.noSteps)];
  return [
    heading(2, papers.asked[view.track]),
    {
      kind: "numbers",
      numbers: [
        {
          label: papers.measures(planned.steps.length),
          value: String(planned.steps.length),
          note: papers.dutySteps(decision.dutySteps, decision.isAnyDuty, decision.unclearDuties),
        },
        { label: papers.decision.once, value: planned.cost, note: decision.range ? papers.onceNote(decision.range) : papers.onceAllNote },
        { label: papers.yearlyLabel, value: decision.yearly, note: papers.yearlyNote },
        { label: papers.riseLabel, value: decision.rise, note: papers.riseNote(decision.end) },
      ],
    },
  ];
}
