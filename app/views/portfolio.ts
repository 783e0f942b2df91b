import type { QuestionnaireContent } from "../core/content";
import { mediansOf, roundOf, valueOfTopic, type PortfolioRow } from "../core/mappe/portfolio";
import { progressStates, type ProgressState } from "../core/mappe/progress-state";
import type { Stage } from "../core/score/stage";
import { stageOf } from "../core/score/stage";
import { dimensionIds, type DimensionId } from "../core/vocabulary";
import type { Locale } from "../i18n/index";

/** A value in the heat map. `text` is the number, `spoken` what it means; both null where there is no value. */
export type HeatCell = { text: string; spoken: string; stage: Stage | null };

/** One organisation as the Übersicht shows it. */
export type PortfolioLine = {
  id: string;
  name: string;
  profile: string;
  round: string;
  state: ProgressState;
  /** How far, or when it is due again. */
  progress: string;
  topics: HeatCell[];
  overall: HeatCell;
  secured: string;
};

export function heatCell(value: number | null, { messages, score }: Locale): HeatCell {
  if (value === null) return { text: "–", spoken: messages.mappe.overview.noValue, stage: null };
  const stage = stageOf(value);
  return { text: score(value), spoken: messages.mappe.overview.stageOf(stage, messages.names.stages[stage] ?? ""), stage };
}

export function portfolioLine(row: PortfolioRow, name: string, locale: Locale): PortfolioLine {
  const { messages, shortDate } = locale;
  const { summary, state, due, organisation } = row;
  const { names, mappe, form } = messages;
  const profile = [organisation.land, organisation.sizeClass && mappe.overview.sizes[organisation.sizeClass]];
  return {
    ...{ id: row.id, name, state, round: String(roundOf(summary)), profile: profile.filter(Boolean).join(" · ") },
    progress: due === null ? form.progress(summary.answered, summary.asked) : `${mappe.overview.due} ${shortDate(due)}`,
    topics: dimensionIds.map((id) => heatCell(valueOfTopic(summary, id)?.score ?? null, locale)),
    overall: heatCell(summary.overall.score, locale),
    secured:
      summary.overall.securedStage === null ? "–" : `${summary.overall.securedStage} ${names.stages[summary.overall.securedStage] ?? ""}`,
  };
}

/** What the rows have in common: medians, how many are how far, and the topic that is most often below stage 2. */
export function portfolioOverview(rows: readonly PortfolioRow[], names: QuestionnaireContent["text"]["de"]["dimensions"], locale: Locale) {
  const { messages } = locale;
  const { overview } = messages.mappe;
  const { overall, count, topics } = mediansOf(rows);
  const short = (id: DimensionId) => names[id]?.short ?? id;
  const weak = dimensionIds
    .map((id) => {
      const stages = rows.flatMap(({ summary }) => valueOfTopic(summary, id)?.stage ?? []);
      return { id, of: stages.length, below: stages.filter((stage) => stage < 2).length };
    })
    .reduce((most, one) => (one.below > most.below ? one : most));
  const strong = [...topics]
    .flatMap(([id, median]) => (median === null ? [] : [{ id, median }]))
    .reduce<{ id: DimensionId; median: number } | null>((most, one) => (most === null || one.median > most.median ? one : most), null);
  return {
    title:
      count === 0 || weak.of === 0
        ? overview.titleNoValues
        : weak.below === 0
          ? overview.titleNoneWeak(count)
          : overview.title(short(weak.id), weak.below, weak.of),
    lead: strong === null ? null : overview.lead(short(strong.id), locale.score(strong.median)),
    medians: {
      overall: heatCell(overall, locale),
      topics: dimensionIds.map((id) => heatCell(topics.get(id) ?? null, locale)),
      count: overview.medianOf(count),
    },
    progress: progressStates.map((state) => ({
      state,
      text: overview.progress(messages.mappe.states[state], rows.filter((row) => row.state === state).length),
    })),
  };
}
