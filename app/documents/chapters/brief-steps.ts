import type { StepView } from "../../views/plan";
import { facts, heading, lead, paragraph, table } from "../blocks";
import type { Block } from "../document";
import { planFigure } from "../figures";
import type { DocumentInput } from "../material";
import { leftOutByReason, yearsTable } from "./plan";

/** So many measures are told; the others stand in the table of costs and in the annex. */
const toldSteps = 5;
const toldLeftOut = 4;

/** The measures of the plan with why, how to begin, who, what it takes and who helps. */
export function stepsPages(input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { papers } = locale.messages;
  const { planned } = view.plan;
  if (!planned || !view.decision) return [];
  // What would bring most first, as the list has it.
  const listed = view.list.entries.map(({ id }) => id);
  const place = ({ id }: { id: string }) => (listed.includes(id) ? listed.indexOf(id) : listed.length);
  const leftOut = planned.leftOut.filter(({ isChoice }) => isChoice).sort((a, b) => place(a) - place(b));
  return [
    heading(1, papers.steps.title(planned.steps.length, view.decision.end)),
    lead(papers.steps.lead),
    ...planned.steps.slice(0, toldSteps).flatMap((step, index) => stepBlocks(step, index + 1, input)),
    ...(planned.steps.length > toldSteps
      ? [
          heading(2, papers.steps.others),
          paragraph(locale.list(planned.steps.slice(toldSteps).map(({ title }, index) => `${toldSteps + index + 1} ${title}`))),
        ]
      : []),
    ...(leftOut.length > 0
      ? [
          heading(2, papers.steps.notInPlan),
          ...leftOutByReason(leftOut.slice(0, toldLeftOut)),
          ...(leftOut.length > toldLeftOut ? [paragraph(papers.steps.notInPlanMore(leftOut.length - toldLeftOut))] : []),
        ]
      : []),
  ];
}

function stepBlocks(step: StepView, number: number, { locale }: DocumentInput): Block[] {
  const { result, papers } = locale.messages;
  const { steps: words } = papers;
  const paying = payersOf(step);
  return [
    heading(2, `${number} ${step.title}`),
    facts([
      ...(step.answersDuties.length > 0 ? ([[words.duty, step.answersDuties.join("; ")]] as const) : []),
      [words.why, step.summary],
      [result.list.firstHalfHour, step.firstHalfHour],
      [words.who, `${step.responsible}, ${papers.decision.until} ${step.untilText}`],
      [words.needs, [step.cost, step.effort, step.yearly].filter(Boolean).join(" · ")],
      ...(paying.length > 0 ? ([[result.list.payer, paying.join("; ")]] as const) : []),
      ...(step.help.length > 0 ? ([[result.list.freeHelp, helpOf(step)]] as const) : []),
    ]),
  ];
}

/** The programmes that could pay, each with until when. */
export const payersOf = ({ funding }: Pick<StepView, "funding">): string[] =>
  funding.filter(({ isUsable }) => isUsable).map(({ name, when }) => [name, when].filter(Boolean).join(", "));

export const helpOf = ({ help }: Pick<StepView, "help">): string =>
  help.map(({ name, phone, ends }) => [name, phone, ends].filter(Boolean).join(", ")).join("; ");

/** What runs when, what that takes of people and money, and what it changes. */
export function wayPage({ view, locale }: DocumentInput): Block[] {
  const { papers, roadmap, report, names } = locale.messages;
  const { planned } = view.plan;
  if (!planned || !view.decision) return [];
  const changed = planned.dimensions.filter(({ before, after }) => before !== after);
  return [
    heading(1, papers.calendar.title(view.decision.end)),
    planFigure(planned, locale),
    table(
      "",
      [
        { title: papers.calendar.quarter, share: 2 },
        { title: papers.calendar.from, share: 3 },
        { title: papers.calendar.starts, share: 8 },
        { title: names.personDays, share: 3, numeric: true },
      ],
      planned.quarters.map((quarter, index) => [
        quarter.name,
        quarter.from,
        planned.steps.flatMap((step, place) => (step.plannedValues.start === index ? [`${place + 1} ${step.title}`] : [])).join("\n") ||
          "–",
        quarter.personDays,
      ]),
    ),
    ...yearsTable(planned, locale),
    ...(changed.length > 0
      ? [
          heading(2, papers.calendar.changed),
          table(
            "",
            [
              { title: report.dimension, share: 6 },
              { title: roadmap.before, share: 2, numeric: true },
              { title: roadmap.after, share: 2, numeric: true },
            ],
            changed.map(({ name, before, after }) => [name, before, after]),
          ),
        ]
      : []),
  ];
}
