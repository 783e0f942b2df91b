import type { Content } from "../../core/content";
import { dayOf } from "../../core/day";
import type { PortfolioRow } from "../../core/mappe/portfolio";
import { summaryOf, type AssessmentSummary } from "../../core/mappe/summary";
import type { Stores } from "../../../db/index";
import type { MappeLine } from "../../../db/portfolios";

/** The day of the last change, by the summary that is kept of it: a time zone is slow to ask a thousand times. */
const changeDays = new WeakMap<AssessmentSummary, string>();

function changeDayOf({ updatedAt, summary }: MappeLine, timeZone: string): string {
  const known = summary && changeDays.get(summary);
  if (known) return known;
  const day = dayOf(new Date(updatedAt), timeZone);
  if (summary) changeDays.set(summary, day);
  return day;
}

/** So long ago must the last change be that another one cannot have the same time, in milliseconds. */
const settled = 2_000;

/**
 * Assessments with where they stand. What is kept is taken as it is; what has changed since, or was never asked for, is worked
 * out now and kept (docs/decisions/0051).
 * @param lines whose owners have agreed that the Mappe sees them.
 */
export async function summarised(
  lines: MappeLine[],
  portfolios: Stores["portfolios"],
  content: Content,
  timeZone: string,
  now: Date,
): Promise<Omit<PortfolioRow, "state" | "due">[]> {
  const stale = lines.filter(({ summary }) => summary === null);
  const facts = stale.length > 0 ? await portfolios.facts(stale.map(({ id }) => id)) : new Map<string, never>();
  const made = stale.map((line) => {
    const { answers, closed, lastClosedOn } = facts.get(line.id) ?? { answers: {}, closed: 0, lastClosedOn: null };
    const summary = summaryOf({ ...line, answers, rounds: { closed, lastClosedOn, begunOn: line.begunOn } }, content);
    return { id: line.id, updatedAt: line.updatedAt, summary };
  });
  const lasting = made.filter(({ updatedAt }) => Date.parse(updatedAt) < now.getTime() - settled);
  if (lasting.length > 0) await portfolios.keep(content.version, lasting);
  const fresh = new Map(made.map(({ id, summary }) => [id, summary]));
  return lines.flatMap((line) => {
    const { id, track, modelVersion, aiUse, organisation, facts: told } = line;
    const summary = line.summary ?? fresh.get(id);
    return summary ? [{ id, track, modelVersion, aiUse, organisation, facts: told, summary, changedOn: changeDayOf(line, timeZone) }] : [];
  });
}
