import { isDue } from "../../../core/duties/find-duties";
import { daysAfter, lastDayOf } from "../../../core/day";
import type { DimensionId, Track } from "../../../core/vocabulary";
import type { DocumentInput } from "../../material";

/** What is due: a duty, a step of the plan, or money that ends. `day` is an ISO day; null: at once. */
export type DueEntry = {
  kind: "duty" | "step" | "funding";
  day: string | null;
  urgency: "overdue" | "now" | "soon" | "later";
  what: string;
  who: string | null;
};

type Topic = { id: DimensionId; name: string; score: number | null };

/**
 * One organisation among others, in the words of one language. Plain data: it can be sent to another process. Values
 * 0–100, amounts in euros, days ISO.
 */
export type PortfolioEntry = {
  name: string;
  track: Track;
  modelVersion: string;
  place: string | null;
  size: string | null;
  depth: string;
  date: string;
  score: number | null;
  lower: number | null;
  upper: number | null;
  reason: string | null;
  stage: number | null;
  stageName: string | null;
  securedStage: number | null;
  coverage: number;
  /** Without values after a quick check: nine answers carry none of a topic. */
  topics: Topic[];
  weakest: string[];
  dutiesOpen: number;
  measures: {
    id: string;
    title: string;
    kind: string;
    topic: string;
    rise: number;
    cost: readonly [number, number];
    isPlanned: boolean;
  }[];
  /** The most urgent first. */
  due: DueEntry[];
};

/**
 * An organisation with what there is to open of it: `href` is an address, or a file beside the workbook. `key`: what whoever advises
 * it calls it by.
 */
export type PortfolioMember = { entry: PortfolioEntry; key: string | null; links: readonly { title: string; href: string }[] };

/** @param name by which the others know it, where its report has none. */
export function portfolioEntry(input: DocumentInput, name: string): PortfolioEntry {
  const { report, view, locale } = input;
  const { names, result } = locale.messages;
  const { overall, organisation, depth } = report;
  const planned = new Set(view.plan.planned?.steps.map(({ id }) => id));
  const quick = depth === "quick";
  const topics = report.dimensions.map(({ id, score }) => ({
    ...{ id, name: view.topics.find((topic) => topic.id === id)?.short ?? id },
    score: quick ? null : score,
  }));
  return {
    ...{ name: organisation.name ?? name, track: report.track, modelVersion: report.modelVersion, date: report.date, depth: names.depths[depth] },
    place: organisation.land ? names.laender[organisation.land] : null,
    size: organisation.sizeClass ? names.sizeClasses[organisation.sizeClass] : null,
    ...{ score: overall.score, lower: overall.lower, upper: overall.upper, coverage: overall.coverage },
    reason: overall.reason && result.reasons[overall.reason],
    stage: quick ? null : overall.stage,
    stageName: quick ? null : view.overview.stage,
    securedStage: quick ? null : overall.securedStage,
    topics,
    weakest: view.overview.weakest === null ? [] : report.extremes.weakest.flatMap((id) => topics.find((topic) => topic.id === id)?.name ?? []),
    dutiesOpen: report.duties.filter(isDue).length,
    measures: view.list.entries.map(({ id, title, kindName, dimensionName, riseValue, values }) => ({
      ...{ id, title, kind: kindName, topic: dimensionName, rise: riseValue, cost: values.cost, isPlanned: planned.has(id) },
    })),
    due: dueOf(input),
  };
} // prettier-ignore

/** So many days ahead is soon. */
const soonDays = 30;

function dueOf({ report, view }: DocumentInput): DueEntry[] {
  const { date } = report;
  const urgencyOf = (day: string | null): DueEntry["urgency"] =>
    day === null ? "now" : day < date ? "overdue" : day <= daysAfter(date, soonDays) ? "soon" : "later";
  const duties = view.duties.groups
    .flatMap(({ duties: own }) => own)
    .filter(({ isMissing }) => isMissing)
    .map(({ title, owner, untilDay }) => ({ kind: "duty" as const, day: untilDay, what: title, who: owner }));
  const steps = (view.plan.planned?.steps ?? [])
    .filter(({ step }) => step.status !== "done")
    .map(({ title, responsible, step, days }) => ({ kind: "step" as const, day: step.due || days.end, what: title, who: responsible }));
  const useful = new Set(report.list.entries.flatMap(({ initiative }) => initiative.funding));
  const funding = view.money.open.flatMap(({ id, name, endsSoon }) => {
    const endsOn = report.funding.find(({ programme }) => programme.id === id)?.programme.endsOn ?? null;
    return endsSoon && endsOn !== null && useful.has(id) ? [{ kind: "funding" as const, day: lastDayOf(endsOn), what: name, who: null }] : [];
  });
  return [...duties, ...steps, ...funding].map((one) => ({ ...one, urgency: urgencyOf(one.day) })).sort(byUrgency);
} // prettier-ignore

const urgencies = ["overdue", "now", "soon", "later"] as const;

/** Then the earlier day first. */
export const byUrgency = (one: DueEntry, other: DueEntry): number =>
  urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) || (one.day ?? "").localeCompare(other.day ?? "");
