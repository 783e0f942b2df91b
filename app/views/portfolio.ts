import type { QuestionnaireContent } from "../core/content";
import { byTopic, mediansOf, roundOf, valueOfTopic, type PortfolioRow } from "../core/mappe/portfolio";
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
  const { names, mappe } = messages;
  const profile = [organisation.land, organisation.sizeClass && mappe.overview.sizes[organisation.sizeClass]];
  return {
    ...{ id: row.id, name, state, round: String(roundOf(summary)), profile: profile.filter(Boolean).join(" · ") },
    progress:
      due === null
        ? mappe.gaps.of(summary.answered, summary.asked)
        : mappe.overview[state === "due-again" ? "dueSince" : "due"](shortDate(due)),
    topics: dimensionIds.map((id) => heatCell(valueOfTopic(summary, id)?.score ?? null, locale)),
    overall: heatCell(summary.overall.score, locale),
    secured:
      summary.overall.securedStage === null ? "–" : `${summary.overall.securedStage} ${names.stages[summary.overall.securedStage] ?? ""}`,
  };
}

/** More topics than so many are counted and not named. */
const mostNamed = 3;

/** The topics that share the greatest value; none of none. */
function topicsWithMost(values: { id: DimensionId; value: number }[]): { ids: DimensionId[]; value: number } {
  const value = Math.max(0, ...values.map((one) => one.value));
  return { ids: values.filter((one) => one.value === value).map(({ id }) => id), value };
}

/** What the rows have in common: medians, how many are how far, and the topics that are most often below stage 2. */
export function portfolioOverview(rows: readonly PortfolioRow[], names: QuestionnaireContent["text"]["de"]["dimensions"], locale: Locale) {
  const { messages } = locale;
  const { overview } = messages.mappe;
  const { overall, count, topics } = mediansOf(rows);
  const named = (ids: DimensionId[]) =>
    ids.length > mostNamed ? overview.topics(ids.length) : locale.list(ids.map((id) => names[id]?.short ?? id));
  const stages = byTopic(rows, ({ stage }) => stage);
  const weak = topicsWithMost([...stages].map(([id, all]) => ({ id, value: all.filter((stage) => stage < 2).length })));
  const countOf = (id: DimensionId) => stages.get(id)?.length ?? 0;
  const of = Math.max(...weak.ids.map(countOf));
  const weakest = weak.ids.filter((id) => countOf(id) === of);
  // As medians are shown: what looks the same is the same.
  const medians = [...topics].flatMap(([id, median]) => (median === null ? [] : [{ id, value: Math.round(median) }]));
  const strong = topicsWithMost(medians);
  return {
    title:
      count === 0 || medians.length === 0
        ? overview.titleNoValues
        : weak.value === 0
          ? overview.titleNoneWeak(count)
          : overview.title(named(weakest), weakest.length, weak.value, of),
    lead:
      strong.ids.length === 0
        ? null
        : strong.ids.length === medians.length && medians.length > 1
          ? overview.leadAll(locale.score(strong.value))
          : overview.lead(named(strong.ids), strong.ids.length, locale.score(strong.value)),
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
