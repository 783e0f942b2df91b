import type { AppLoadContext } from "@remix-run/node";
import type { RoadmapSettings } from "../core/roadmap/settings";
import type { SizeClass } from "../core/vocabulary";
import type { Readable } from "./access";

/** A first suggestion, ours, so that nobody starts from an empty form. Euros over a year; person-days a quarter. */
const suggestions: Record<SizeClass, [budgetEuro: number, personDaysPerQuarter: number]> = {
  "inhabitants-under-20000": [20_000, 20],
  "inhabitants-20000-49999": [50_000, 40],
  "inhabitants-50000-99999": [100_000, 60],
  "inhabitants-100000-plus": [250_000, 120],
  "employees-1-9": [5_000, 6],
  "employees-10-49": [15_000, 15],
  "employees-50-249": [50_000, 40],
};
const suggestionWithoutSize = [20_000, 20] as const;

/** The saved settings of an assessment, or a suggestion, and what follows from them. */
export async function roadmapOf(assessment: Readable, { content, planning, now }: Pick<AppLoadContext, "content" | "planning" | "now">) {
  const { settings: saved, updatedAt, steps } = await assessment.roadmap();
  const sizeClass = assessment.organisation.sizeClass ?? null;
  const [budgetEuro, personDaysPerQuarter] = sizeClass ? suggestions[sizeClass] : suggestionWithoutSize;
  const settings: RoadmapSettings = saved ?? { budgetEuro, personDaysPerQuarter, quarters: 4, pinned: [], excluded: [], forceDuties: true };
  const plan = await planning.plan({
    ...settings,
    questionnaire: content.questionnaires[assessment.track],
    depth: assessment.depth,
    answers: assessment.answers,
    weights: new Map(),
    initiatives: content.initiatives,
    sizeClass,
  });
  return { saved: saved !== null, settings, steps, plan, firstDay: nextQuarter(updatedAt ? new Date(updatedAt) : now) };
}

/** The first day of the calendar quarter after this moment. */
function nextQuarter(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), (Math.floor(moment.getUTCMonth() / 3) + 1) * 3, 1));
}

/** First and last day, as ISO dates, of some quarters from `start` on, counted from the first day of the roadmap. */
export function daysOf(firstDay: Date, start: number, quarters: number): { start: string; end: string } {
  const day = (months: number, days: number) =>
    new Date(Date.UTC(firstDay.getUTCFullYear(), firstDay.getUTCMonth() + months, 1 + days)).toISOString().slice(0, 10);
  return { start: day(start * 3, 0), end: day((start + quarters) * 3, -1) };
}
