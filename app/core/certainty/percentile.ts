/**
 * Type 7 of Hyndman and Fan (1996), what R and NumPy do unless told otherwise: linear between the two nearest ranks.
 * @param sorted ascending, at least one value.
 * @param share 0–1; 0.05 for the 5th percentile.
 */
export function percentile(sorted: Float64Array, share: number): number {
  const rank = (sorted.length - 1) * share;
  const below = Math.floor(rank);
  const low = sorted[below] as number;
  const high = sorted[Math.ceil(rank)] as number;
  return low + (rank - below) * (high - low);
}
