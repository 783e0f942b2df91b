import { bullets, heading, hint, lead, paragraph, table } from "../blocks";
import type { Block } from "../document";
import { frontierFigure, planFigure } from "../figures";
import type { DocumentInput } from "../material";
import type { RoadmapView } from "../../views/roadmap-view";

/** What to do in which quarter with the money and time there is. Nothing where the reader left the roadmap out. */
export function roadmapChapter({ roadmap: view, locale, include }: DocumentInput): Block[] {
  if (!view) return [];
  const { roadmap, document } = locale.messages;
  return [
    heading(1, roadmap.title),
    ...(view.suggested ? [paragraph(document.suggestedFrame)] : []),
    lead(view.frame),
    ...(view.impossible ? [paragraph(roadmap.infeasible.title), ...bullets(view.impossible)] : []),
    ...(view.planned ? plan(view.planned, view, locale, include.appendix) : []),
    ...frontier(view, locale),
  ];
}

type Locale = DocumentInput["locale"];

function plan(planned: NonNullable<RoadmapView["planned"]>, view: RoadmapView, locale: Locale, withLeftOut: boolean): Block[] {
  const { roadmap, report, names } = locale.messages;
  return [
    paragraph(`${planned.gain}. ${planned.used}.`),
    paragraph(`${planned.proof} ${roadmap.countsOpen}`),
    heading(2, roadmap.plan),
    ...(planned.chosen.length > 0 ? [planFigure(planned, view.quarterNames, locale)] : []),
    table(
      "",
      [
        { title: report.sections.initiatives, share: 6 },
        { title: roadmap.start, share: 4 },
        { title: roadmap.end, share: 3 },
        { title: report.cost, share: 2, numeric: true },
        { title: names.personDays, share: 3, numeric: true },
        { title: roadmap.status, share: 3 },
      ],
      planned.chosen.map((one) => [
        one.title,
        one.start,
        one.end,
        one.cost,
        one.effort,
        [roadmap.statuses[one.step.status], one.step.owner, one.step.due && `${roadmap.due} ${locale.date(one.step.due)}`, one.step.note]
          .filter(Boolean)
          .join(", "),
      ]),
    ),
    table(
      roadmap.daysInQuarter,
      [
        { title: roadmap.quarters, share: 3 },
        { title: report.sections.initiatives, share: 8 },
        { title: roadmap.daysInQuarter, share: 3, numeric: true },
      ],
      planned.quarters.map(({ name, from, initiatives, personDays }) => [`${name} (${from})`, initiatives.join("\n") || "–", personDays]),
    ),
    heading(2, roadmap.lifted),
    table(
      "",
      [
        { title: report.dimension, share: 5 },
        { title: roadmap.before, share: 2, numeric: true },
        { title: roadmap.after, share: 2, numeric: true },
      ],
      planned.dimensions.map(({ name, before, after }) => [name, before, after]),
    ),
    ...(withLeftOut && planned.leftOut.length > 0
      ? [
          heading(2, roadmap.leftOut),
          table(
            "",
            [
              { title: report.sections.initiatives, share: 5 },
              { title: report.why, share: 5 },
            ],
            planned.leftOut.map(({ title, reason }) => [title, reason]),
          ),
        ]
      : []),
  ];
}

function frontier(view: RoadmapView, locale: Locale): Block[] {
  const { roadmap } = locale.messages;
  if (view.frontier.length === 0) return [];
  return [
    heading(2, roadmap.frontier),
    hint(roadmap.frontierLead),
    frontierFigure(view, locale),
    table(
      "",
      [
        { title: roadmap.money, share: 1, numeric: true },
        { title: roadmap.reachable, share: 1, numeric: true },
        { title: roadmap.atMost, share: 1, numeric: true },
      ],
      view.frontier.map(({ budget, score, atMost }) => [budget, score, atMost]),
    ),
  ];
}
