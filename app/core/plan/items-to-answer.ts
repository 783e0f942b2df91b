import type { Initiative } from "../initiatives/initiative";
import type { ScoredItem } from "../score/scored-items";

/**
 * The items that a finished initiative offers for a new answer (method, section 7): those it lifts further than they are
 * answered today.
 * @param items see `scoredItems`: what is not asked or does not apply is not offered.
 */
export function itemsToAnswer({ lifts }: Pick<Initiative, "lifts">, items: readonly ScoredItem[]): ScoredItem[] {
  return items.filter(({ id, level }) => lifts.some((lift) => lift.item === id && lift.level > (level ?? -1)));
}
