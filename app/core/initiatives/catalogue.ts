import { isReached, type Standings } from "../assessment/standing";
import type { AiUse } from "../vocabulary";
import type { Initiative } from "./initiative";

/** What only begins something lifts nothing where that has begun (`onlyBelow`). */
const liftsFor = ({ lifts, onlyBelow }: Initiative, standings: Standings): Initiative["lifts"] =>
  onlyBelow?.every((one) => isReached(standings, one)) ? [] : lifts;

/**
 * The catalogue for an organisation: what it lifts there, and without what is not required of those who use AI so (`unless`).
 * @param duties ids of those that bind it or may come to.
 */
export const catalogueFor = (
  initiatives: readonly Initiative[],
  standings: Standings,
  aiUse: AiUse,
  duties: ReadonlySet<string>,
): Initiative[] =>
  initiatives.map((one) => ({
    ...one,
    lifts: one.onlyForDuties && !one.duties.some((id) => duties.has(id)) ? [] : liftsFor(one, standings),
    requires: { ...one.requires, items: one.requires.items.filter(({ unless }) => !unless?.includes(aiUse)) },
  }));

/** Every item it lifts has the target level or does not apply. */
export function isFulfilled({ lifts }: Pick<Initiative, "lifts">, standings: Standings): boolean {
  return lifts.every((lift) => isReached(standings, lift));
}
