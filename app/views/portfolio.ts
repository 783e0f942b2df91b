import type { Content } from "../core/content";
import { byQuestionnaire } from "../core/mappe/by-questionnaire";
import { byTopic, mediansOf, roundOf, valueOfTopic, type Medians, type PortfolioRow } from "../core/mappe/portfolio";
import { progressStates, type ProgressState } from "../core/mappe/progress-state";
import type { Stage } from "../core/score/stage";
import { stageOf } from "../core/score/stage";
import { dimensionIds, type DimensionId } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import { questionnaireName } from "./questionnaire-name";

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

function heatCell(value: number | null, { messages, score }: Locale): HeatCell {
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

/** Names of topics; where municipalities and companies have different ones, those of whom there are more. */
export function topicNames(
  rows: readonly Pick<PortfolioRow, "track" | "modelVersion">[],
  { questionnaires }: Pick<Content, "questionnaires">,
  { language }: Locale,
) {
  const [{ track } = { track: "municipality" as const }] = byQuestionnaire(rows);
  return questionnaires[track].text[language].dimensions;
}

/** What the rows have in common: medians, how many are how far, and the topics that are most often below stage 2. */
export function portfolioOverview(rows: readonly PortfolioRow[], content: Pick<Content, "questionnaires">, locale: Locale) {
  const { messages } = locale;
  const { overview } = messages.mappe;
  const all = mediansOf(rows);
  const count = all.reduce((sum, medians) => sum + medians.count, 0);
  const nameIn = (medians: Medians) => questionnaireName(medians, all, messages.names.trackGroups);
  const named = (ids: DimensionId[], names: ReturnType<typeof topicNames>, begins: boolean) =>
    ids.length > mostNamed
      ? overview.topics(ids.length)
      : locale.names(
          ids.map((id) => names[id]?.short ?? id),
          begins,
        );
  const stages = byTopic(rows, ({ stage }) => stage);
  const weak = topicsWithMost([...stages].map(([id, all]) => ({ id, value: all.filter((stage) => stage < 2).length })));
  const countOf = (id: DimensionId) => stages.get(id)?.length ?? 0;
  const of = Math.max(...weak.ids.map(countOf));
  const weakest = weak.ids.filter((id) => countOf(id) === of);
  const leads = all.flatMap((medians) => {
    // As medians are shown: what looks the same is the same.
    const values = [...medians.topics].flatMap(([id, median]) => (median === null ? [] : [{ id, value: Math.round(median) }]));
    const { ids, value } = topicsWithMost(values);
    if (ids.length === 0) return [];
    const isAll = ids.length === values.length && values.length > 1;
    const lead = isAll
      ? overview.leadAll(locale.score(value))
      : overview.lead(named(ids, topicNames([medians], content, locale), true), ids.length, locale.score(value));
    return [all.length > 1 ? overview.leadOf(nameIn(medians), lead) : lead];
  });
  return {
    title:
      count === 0 || leads.length === 0
        ? overview.titleNoValues
        : weak.value === 0
          ? overview.titleNoneWeak(count)
          : overview.title(named(weakest, topicNames(rows, content, locale), false), weakest.length, weak.value, of),
    lead: leads.length === 0 ? null : leads.join(" "),
    medians: all.map((medians) => ({
      name: all.length > 1 ? overview.medianFor(nameIn(medians)) : overview.median,
      overall: heatCell(medians.overall, locale),
      topics: dimensionIds.map((id) => heatCell(medians.topics.get(id) ?? null, locale)),
      count: overview.medianOf(medians.count),
    })),
    progress: progressStates.map((state) => ({
      state,
      text: overview.progress(messages.mappe.states[state], rows.filter((row) => row.state === state).length),
    })),
  };
}
