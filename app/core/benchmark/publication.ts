/**
 * When a cohort may be shown, and when what is shown of it may change (method, section 6).
 *
 * Readers never see live counts but a *state*: the set of contributions at the moment it was published. Somebody who
 * compares two states learns something about the organisations in which they differ, and about nobody else. So a state
 * is published only where it differs from every state ever published by no organisation at all or by so many that five
 * remain even when three of them work together and subtract what they know. All numbers here count organisations that
 * have a score in the dimension in question: a score that is missing hides nobody.
 */

/** Fewer others than this are never shown. */
export const minimumPeers = 5;

/** Who may pool what they know about themselves; a consultant with three clients is one reader. */
const assumedColluders = 3;

/** A state is made of this many, so that each of them is compared with `minimumPeers` others. */
export const minimumPublished = minimumPeers + 1;

/** Two states that differ at all differ by this many. */
export const minimumDifference = minimumPeers + assumedColluders;

/** Renewing with a fifth keeps what all states together hold to a few times the contributions, however large a cohort grows. */
const renewedShare = 0.2;

/**
 * Whether a cohort is to be published, if that is safe.
 * @param size how many contribute now.
 * @param published how many are in the state that is shown; null: none is.
 * @param changes in how many organisations the two differ.
 */
export function isDue(size: number, published: number | null, changes: number): boolean {
  if (size < minimumPublished) return false;
  return published === null || changes >= Math.max(minimumDifference, Math.ceil(published * renewedShare));
}

/** @param organisations in how many two states differ: present in one only, or with another score. */
export function isSafeDifference(organisations: number): boolean {
  return organisations === 0 || organisations >= minimumDifference;
}

/** A state of a narrower cohort and in how many organisations it differs from the one of the wider. */
export type Part = { cohort: string; difference: number };

export const isNarrower = (cohort: string, than: string) => cohort.startsWith(`${than}/`);

/**
 * Whether a wider cohort minus narrower ones shown beside it, in whichever selection leaves least, is nothing or many.
 * Exact while nobody has moved from one cohort to another between their states.
 * @param size of the wider state.
 * @param parts all narrower ones that are shown.
 */
export function isSafeRemainder(cohort: string, size: number, parts: Part[]): boolean {
  const covered = coveredBy(parts, cohort, size);
  return covered === 0 || isSafeDifference(size - covered);
}

/** By how much subtracting narrower cohorts, none of them inside another, can bring the wider one down at most. */
function coveredBy(parts: Part[], cohort: string, size: number): number {
  const inside = parts.filter((part) => isNarrower(part.cohort, cohort));
  const depth = cohort.split("/").length + 1;
  const next = new Set(inside.map((part) => part.cohort.split("/").slice(0, depth).join("/")));
  let covered = 0;
  for (const child of next) {
    const whole = inside.find((part) => part.cohort === child);
    covered += Math.max(0, whole ? size - whole.difference : 0, coveredBy(inside, child, size));
  }
  return covered;
}
