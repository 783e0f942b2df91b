import { isMore } from "./same";

const mostParts = 24;

/**
 * The largest amount of which all of these are whole multiples; 0 where none is found. Sums of them then differ by at
 * least that much or not at all, so that a search may stop once no better one is that far away.
 */
export function granuleOf(amounts: readonly number[]): number {
  const present = amounts.filter((amount) => isMore(amount, 0));
  if (present.length === 0) return 0;
  const least = Math.min(...present);
  for (let parts = 1; parts <= mostParts; parts += 1) {
    const counts = present.map((amount) => (amount * parts) / least);
    // The first parts that fit are the fewest, so that all of these counts have no divisor in common.
    if (counts.every((count) => !isMore(Math.abs(count - Math.round(count)), 0))) return least / parts;
  }
  return 0;
}
