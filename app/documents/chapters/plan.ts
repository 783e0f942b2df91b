import type { FrontierView, PlannedView } from "../../views/plan";
import { bullets, heading, hint, lead, paragraph, strong, table } from "../blocks";
import type { Block } from "../document";
import { frontierFigure, planFigure } from "../figures";
import type { DocumentInput } from "../material";

/** What to do in which quarter with the money and time there is. Nothing where the reader left the plan out. */
export function planChapter(input: DocumentInput): Block[] {
  const { view, locale, include } = input;
  if (!include.roadmap) return [];
  const { plan } = view;
  const { plan: words } = locale.messages.result;
  const instead = plan.none ?? plan.empty;
  if (instead) return [heading(1, words.title), lead(instead)];
  return [
    heading(1, words.title),
    ...(plan.suggested ? [paragraph(words.suggested)] : []),
    lead(plan.frame),
    ...(plan.offer ? [paragraph(plan.offer.told)] : []),
    ...(plan.impossible ? [paragraph(words.impossible), ...bullets(plan.impossible)] : []),
    ...(plan.planned ? planned(plan.planned, locale, include.appendix) : []),
    ...targets(input),
    ...(plan.nearest ? [heading(2, words.nearest), ...planned(plan.nearest, locale, false)] : []),
  ];
}

function planned(plan: PlannedView, locale: DocumentInput["locale"], withLeftOut: boolean): Block[] {
  const { roadmap, report } = locale.messages;
  return [
    paragraph([plan.score, plan.secured].filter(Boolean).join(". ") + "."),
    paragraph([plan.used, plan.cautious, plan.running].filter(Boolean).join(". ") + "."),
    paragraph([...plan.risk, plan.proof].join(" ")),
    heading(2, roadmap.plan),
    ...(plan.steps.length > 0 ? [planFigure(plan, locale)] : []),
    stepsTable(plan, locale),
    ...yearsTable(plan, locale),
    ...(plan.dimensions.length > 0
      ? [
          heading(2, roadmap.lifted),
          table(
            "",
            [
              { title: report.dimension, share: 5 },
              { title: roadmap.before, share: 2, numeric: true },
              { title: roadmap.after, share: 2, numeric: true },
            ],
            plan.dimensions.map(({ name, before, after }) => [name, before, after]),
          ),
        ]
      : []),
    ...(plan.frontier ? frontier(plan.frontier, locale) : []),
    ...(withLeftOut && plan.leftOut.length > 0 ? [heading(2, roadmap.leftOut), ...leftOutByReason(plan.leftOut)] : []),
  ];
}

/** The money of each year; nothing where the plan asks for none. */
export function yearsTable({ values, yearTitle, years }: PlannedView, { messages }: DocumentInput["locale"]): Block[] {
  const { plan: words } = messages.result;
  if (values.costEuro + values.runningEuro === 0) return [];
  return [
    table(
      "",
      [
        { title: yearTitle, share: 2 },
        { title: words.onceColumn, share: 2, numeric: true },
        { title: words.runningColumn, share: 2, numeric: true },
      ],
      years.map(({ year, once, running }) => [year, once, running]),
    ),
  ];
}

/** A reason that many share is told once, with all that it holds for. */
export const leftOutByReason = (leftOut: PlannedView["leftOut"]): Block[] =>
  bullets(
    [...new Set(leftOut.map(({ reason }) => reason))].map((reason) => [
      strong(`${reason}: `),
      { text: leftOut.flatMap((one) => (one.reason === reason ? [one.title] : [])).join("; ") },
    ]),
  );

/** What topics are to reach, and which steps serve that. */
function targets({ view, locale }: DocumentInput): Block[] {
  const { targets: words } = locale.messages.rounds;
  if (view.targets.length === 0) return [];
  return [
    heading(2, words.title),
    ...bullets(
      view.targets.map(({ name, target, standing, plan, isOpen, steps }) => {
        const serving = steps.length === 0 ? words.noSteps : `${words.steps} ${locale.list(steps.map(({ title }) => title))}.`;
        return `${name}: ${[target, standing, plan].filter(Boolean).join("; ")}.${isOpen ? ` ${serving}` : ""}`;
      }),
    ),
  ];
}

function stepsTable(plan: PlannedView, locale: DocumentInput["locale"]): Block {
  const { roadmap, report, papers, result } = locale.messages;
  return table(
    "",
    [
      { title: papers.decision.measure, share: 17 },
      { title: roadmap.start, share: 9 },
      { title: roadmap.end, share: 9 },
      { title: report.cost, share: 8, numeric: true },
      { title: papers.decision.days, share: 5, numeric: true },
      { title: report.owner, share: 14 },
      { title: roadmap.status, share: 6 },
    ],
    plan.steps.map((one) => [
      [{ text: one.title }, ...(one.isDuty ? [{ text: `\n${result.plan.duty}`, muted: true }] : [])],
      locale.shortDate(one.days.start),
      locale.shortDate(one.step.due || one.days.end),
      [one.plannedCost, one.plannedYearly && `${result.plan.runningColumn} ${one.plannedYearly}`].filter(Boolean).join("\n"),
      one.plannedEffort,
      one.responsible,
      [roadmap.statuses[one.step.status], one.step.note].filter(Boolean).join(", "),
    ]),
  );
}

function frontier(told: FrontierView, locale: DocumentInput["locale"]): Block[] {
  const { roadmap } = locale.messages;
  return [
    heading(2, roadmap.frontier),
    hint(told.lead),
    ...(told.points.length > 1 ? [frontierFigure(told, locale)] : []),
    paragraph(told.text),
    table(
      "",
      [
        { title: roadmap.money, share: 1, numeric: true },
        { title: roadmap.reachable, share: 1, numeric: true },
      ],
      told.rows.map(({ budget, score }) => [budget, score]),
    ),
  ];
}
