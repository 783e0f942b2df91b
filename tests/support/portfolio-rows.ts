import type { Level } from "../../app/core/assessment/answer";
import type { Content } from "../../app/core/content";
import { portfolioRow, type PortfolioRow } from "../../app/core/mappe/portfolio";
import { summaryOf } from "../../app/core/mappe/summary";
import { sizeClasses, type Track } from "../../app/core/vocabulary";

/** How an organisation answers: a level for each question by its place, or nothing. */
export type Pattern = (item: number, organisation: number) => Level | "dk" | null;

/** A spread as in a real Kreis: each stands a little differently, some answers are open. The same numbers always give the same. */
export const mixedPattern: Pattern = (item, organisation) => {
  const value = (item * 7 + organisation * 13 + ((item * organisation) % 11)) % 17;
  return value === 16 ? "dk" : ([0, 1, 1, 2, 3, 1, 0, 2, 1, 3, 2, 1, 4, 0, 1, 2][value] as Level);
};

/** Organisations as the Übersicht has them. @param today ISO date. */
export function portfolioRows(content: Content, count: number, today: string, pattern: Pattern = mixedPattern, track: Track = "municipality") {
  const questionnaire = content.questionnaires[track];
  const items = questionnaire.dimensions.flatMap((dimension) => dimension.items.map(({ id }) => id));
  return Array.from({ length: count }, (_, organisation): PortfolioRow => {
    const answers = Object.fromEntries(
      items.flatMap((id, item) => {
        const given = pattern(item, organisation);
        return given === null ? [] : [[id, given === "dk" ? { answer: "dk" as const } : { level: given }]];
      }),
    );
    const sizes = sizeClasses[track];
    const profile = { name: `Stadt ${organisation + 1}`, land: "NW" as const, sizeClass: sizes[organisation % sizes.length] };
    const common = { track, modelVersion: questionnaire.modelVersion, aiUse: "trial" as const, organisation: profile };
    const rounds = { closed: 0, lastClosedOn: null, begunOn: null };
    const summary = summaryOf({ ...common, depth: "full", answers, weights: {}, rounds }, content);
    const changedOn = `2026-${String(3 + (organisation % 8)).padStart(2, "0")}-15`;
    return portfolioRow({ id: `organisation-${organisation}`, ...common, facts: {}, changedOn, summary }, today);
  });
} // prettier-ignore
