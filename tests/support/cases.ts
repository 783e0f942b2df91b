/**
 * Which share of the cases a property tries. Under mutation it is a small one, because every property runs a thousand
 * times over there: fewer cases can only notice less.
 */
export const shareOfCases = Number(process.env.SHARE_OF_CASES ?? 1);

/** So many cases for a property; or fewer, as `shareOfCases` says. */
export const cases = (count: number): { numRuns: number } => ({ numRuns: Math.ceil(count * shareOfCases) });
