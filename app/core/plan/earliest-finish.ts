import type { ScoredItem } from "../score/scored-items";
import { isReady } from "./levels";
import type { Option } from "./option";

/**
 * The quarters after which each of these is finished at the earliest, if all of them are done and staff were
 * unlimited. No layout is faster, and leaving some out makes none of the others earlier.
 * @returns nothing for those that can never start.
 */
export function earliestFinish(items: readonly ScoredItem[], chosen: readonly Option[]): Map<string, number> {
  const finish = new Map<string, number>();
  for (let now = 0; now < Infinity;) {
    const finished = chosen.filter(({ id }) => (finish.get(id) ?? Infinity) <= now);
    for (const one of chosen) if (!finish.has(one.id) && isReady(one, items, finished)) finish.set(one.id, now + one.quarters);
    now = Math.min(...[...finish.values()].filter((end) => end > now));
  }
  return finish;
}
