import type { Content } from "../core/content";
import { daysOf } from "../core/plan/days";
import type { NoRoadmap } from "../core/plan/roadmap";
import { isNoted, noStep } from "../core/plan/settings";
import type { Track } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import type { RoadmapData } from "./report-data";

export type RoadmapView = ReturnType<typeof roadmapView>;

/** A roadmap in words of one language, with what people have noted about its steps. */
export function roadmapView({ plan, settings, steps, firstDay, saved }: RoadmapData, track: Track, content: Content, locale: Locale) {
  const { messages, translate, score, points, euros, span, date, language } = locale;
  const text = content.questionnaires[track].text[language].dimensions;
  const byId = new Map(content.initiatives.map((initiative) => [initiative.id, initiative]));
  const titleOf = (id: string) => {
    const initiative = byId.get(id);
    return initiative ? translate(initiative.title) : id;
  };
  const days = (value: number) => span(Math.round(value * 10) / 10, Math.round(value * 10) / 10);
  const money = (value: number) => euros(value, value);
  const { roadmap } = plan;
  const quarterNames = Array.from({ length: settings.quarters }, (_, quarter) => messages.roadmap.quarter(quarter + 1));

  const planned = roadmap.status === "planned" && {
    gain: messages.roadmap.gain(score(roadmap.overall.before), score(roadmap.overall.after)),
    used: messages.roadmap.used(
      money(roadmap.costEuro),
      money(settings.budgetEuro),
      days(roadmap.personDays),
      days(settings.personDaysPerQuarter * settings.quarters),
    ),
    proof: roadmap.gap < 0.005 ? messages.roadmap.optimal : messages.roadmap.gap(points(roadmap.gap)),
    chosen: roadmap.chosen.map((one) => {
      const { start, end } = daysOf(firstDay, one.start, one.quarters);
      const initiative = byId.get(one.id);
      return {
        id: one.id,
        title: titleOf(one.id),
        dimension: initiative ? (text[initiative.dimension]?.name ?? initiative.dimension) : "",
        legalDuty: initiative?.legalDuty ?? false,
        quarter: one.start + 1,
        values: { start: one.start, quarters: one.quarters, costEuro: one.costEuro, personDays: one.personDays },
        days: { start, end },
        start: `${messages.roadmap.quarter(one.start + 1)} (${date(start)})`,
        end: date(end),
        cost: money(one.costEuro),
        effort: days(one.personDays),
        gain: messages.report.gain(points(one.gain)),
        step: steps.get(one.id) ?? noStep,
      };
    }),
    dimensions: roadmap.dimensions.map(({ id, before, after }) => ({
      id,
      name: text[id]?.name ?? id,
      before: score(before),
      after: score(after),
    })),
    quarters: roadmap.quarters.map((quarter, index) => ({
      name: quarterNames[index] ?? "",
      from: date(daysOf(firstDay, index, 1).start),
      initiatives: quarter.initiatives.map(titleOf),
      personDays: days(quarter.personDays),
    })),
    leftOut: roadmap.leftOut.map(({ id, reason }) => ({ id, title: titleOf(id), reason: messages.roadmap.reasons[reason] })),
  };
  const chosen = planned ? planned.chosen : [];
  return {
    /** What people keep track of: the chosen, and what they have noted about others that an earlier roadmap had chosen. */
    steps: [
      ...chosen.map(({ id, title, step }) => ({ id, title, ...step })),
      ...[...steps]
        .filter(([id, step]) => byId.has(id) && isNoted(step) && !chosen.some((one) => one.id === id))
        .map(([id, step]) => ({ id, title: `${titleOf(id)} (${messages.roadmap.notPlanned})`, ...step })),
    ],
    /** Where nobody has set a frame yet, the roadmap follows suggested values. */
    suggested: !saved,
    frame: messages.document.frame(
      money(settings.budgetEuro),
      days(settings.personDaysPerQuarter),
      messages.roadmap.quartersOf(settings.quarters),
    ),
    planned: planned || null,
    impossible: roadmap.status === "planned" ? null : whyNot(roadmap),
    quarterNames,
    frontier: plan.frontier.map(({ budgetEuro, score: reachable, atMost }) => ({
      values: { budget: budgetEuro, score: reachable, atMost },
      budget: money(Math.round(budgetEuro)),
      score: reachable === null ? "–" : score(reachable),
      atMost: atMost === null ? "–" : score(atMost),
    })),
  };

  function whyNot(none: NoRoadmap): string[] {
    const { infeasible } = messages.roadmap;
    if (none.status === "out-of-time") return [infeasible.other];
    if ("needed" in none)
      return [
        none.reason === "over-budget"
          ? infeasible.budget(money(none.needed), money(settings.budgetEuro))
          : infeasible.capacity(days(none.needed), days(settings.personDaysPerQuarter * settings.quarters)),
      ];
    if (none.reason === "does-not-fit") return [infeasible.other];
    return none.pinned.map(
      ({ id, reason }) => `${titleOf(id)}: ${reason === "unknown" ? infeasible.other : messages.roadmap.reasons[reason]}`,
    );
  }
}
