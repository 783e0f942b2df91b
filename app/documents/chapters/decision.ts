import type { DecisionView } from "../../views/decision";
import type { PlannedView } from "../../views/plan";
import { heading, hint, paragraph, steps, table } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";

/** What there is to decide, what it costs, and what else could be done. Nothing where there is no plan. */
export function decisionPage(input: DocumentInput): Block[] {
  const { view, locale } = input;
  const { decision } = locale.messages.papers;
  const title = heading(1, decision.title[view.track]);
  if (!view.decision || !view.plan.planned) return view.pointsWithoutPlan.length > 0 ? [title, ...withoutPlan(input)] : [];
  return [
    title,
    ...(view.plan.offer ? [hint(view.plan.offer.told)] : []),
    paragraph(decision.lead[view.track]),
    ...decisionPoints(view.decision.points),
    heading(2, decision.costsTitle),
    ...costs(view.decision, view.plan.planned, input),
    heading(2, decision.waysTitle),
    waysTable(view.decision, input),
    hint(decision.waysNote(view.decision.end)),
  ];
}

/** What can be decided although there is no plan, or why there is none. */
export function withoutPlan({ view, locale }: DocumentInput): Block[] {
  const { lead } = locale.messages.papers.decision;
  const points = view.pointsWithoutPlan;
  return points.length > 0 ? [paragraph(lead[view.track]), ...decisionPoints(points)] : [paragraph(view.noSteps)];
}

export function decisionPoints(points: DecisionView["points"]): Block[] {
  return steps(points.map(({ title, text }) => [{ text: `${title}. `, strong: true }, { text }]));
}

/**
 * What the figures are and how far the money and time of the plan go, then the figures: a table may end with its page.
 * @param before a table of the same figures that goes first.
 * @param most so many measures have a row of their own where there are no more than two others.
 */
export const costs = (
  decision: DecisionView,
  planned: PlannedView,
  input: DocumentInput,
  { before = [], most = Infinity }: { before?: Block[]; most?: number } = {},
): Block[] => [
  hint(input.locale.messages.papers.decision.costsHint),
  // The table asks for the middles; how sure money and time are is said of the limits.
  paragraph([planned.frame, ...planned.risk].join(" ")),
  ...before,
  costsTable(decision, planned, input, planned.steps.length > most + 2 ? most : planned.steps.length),
  ...(decision.offices ? [hint(decision.offices)] : []),
];

/** Each measure with its cost, who does it and by when; what the others cost together, and all of them. */
function costsTable(decision: DecisionView, planned: PlannedView, input: DocumentInput, told: number): Block {
  const { locale } = input;
  const { report, papers } = locale.messages;
  const { decision: words } = papers;
  return table(
    "",
    [
      { title: words.measure, share: 46 },
      { title: words.onceAndRange, share: 29, numeric: true },
      { title: words.yearly, share: 19, numeric: true },
      { title: words.days, share: 11, numeric: true },
      { title: report.owner, share: 43 },
      { title: words.until, share: 21 },
    ],
    [
      ...planned.steps
        .slice(0, told)
        .map((step, index) => [
          [{ text: `${index + 1} ${step.title}` }, ...(step.isDuty ? [{ text: ` · ${papers.steps.duty}`, muted: true }] : [])],
          [{ text: step.plannedCost }, ...(step.cost === step.plannedCost ? [] : [{ text: `\n${step.cost}`, muted: true }])],
          step.plannedYearly ?? "–",
          step.plannedEffort,
          step.responsible,
          locale.shortDate(step.step.due || step.days.end),
        ]),
      ...(told < planned.steps.length ? [restRow(planned.steps.slice(told), input)] : []),
      [
        strongText(words.sum),
        [...strongText(planned.cost), ...(decision.range ? [{ text: `\n${decision.range}`, muted: true }] : [])],
        decision.yearly,
        decision.personDays,
        "–",
        "–",
      ],
    ],
  );
}

/** What the measures without a row of their own cost together, and when the last of them is done. */
function restRow(steps: PlannedView["steps"], { locale }: DocumentInput) {
  const { decision: words, steps: own } = locale.messages.papers;
  const sum = (of: (step: PlannedView["steps"][number]) => number) => steps.reduce((all, step) => all + of(step), 0);
  const money = (low: number, high = low) => locale.euros(Math.round(low), Math.round(high));
  const [yearly, days] = [
    sum(({ plannedValues }) => plannedValues.yearlyEuro),
    Math.round(sum(({ plannedValues }) => plannedValues.personDays)),
  ];
  const range = money(
    sum(({ values }) => values.cost?.[0] ?? 0),
    sum(({ values }) => values.cost?.[1] ?? 0),
  );
  const ends = steps.map(({ step, days: { end } }) => step.due || end).sort();
  return [
    [{ text: words.rest(steps.length) }, ...(steps.some(({ isDuty }) => isDuty) ? [{ text: ` · ${own.duty}`, muted: true }] : [])],
    [{ text: money(sum(({ plannedValues }) => plannedValues.costEuro)) }, { text: `\n${range}`, muted: true }],
    yearly > 0 ? money(yearly) : "–",
    locale.span(days),
    words.inReport,
    locale.shortDate(ends.at(-1) ?? ""),
  ];
}

const strongText = (text: string) => [{ text, strong: true }];

export function waysTable({ ways }: DecisionView, { locale }: DocumentInput): Block {
  const { decision: words } = locale.messages.papers;
  return table(
    "",
    [
      { title: words.way, share: 9 },
      { title: words.once, share: 5, numeric: true },
      { title: words.yearly, share: 5, numeric: true },
      { title: words.days, share: 4, numeric: true },
      { title: words.score, share: 5, numeric: true },
      { title: words.consequence, share: 15 },
    ],
    ways.map(({ name, cost, yearly, personDays, score, consequence }, index) => [
      index === ways.length - 1 ? strongText(name) : name,
      cost,
      yearly,
      personDays,
      score,
      consequence,
    ]),
  );
}
