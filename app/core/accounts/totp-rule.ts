/** Half minutes since 1970: a code of a time-based one-time password is of one of them (RFC 6238). */
export const totpSeconds = 30;
/** How many half minutes a clock may be off, to either side. */
export const totpWindow = 1;

/**
 * Of which half minute a code is, where it counts. A code counts once: neither it nor an earlier one is taken again.
 * @param offset half minutes from now to that of the code; null: it is of none in the window.
 * @param last half minute of the last code that was taken; null: none was.
 */
export function acceptedStep(offset: number | null, last: number | null, now: Date): number | null {
  if (offset === null || Math.abs(offset) > totpWindow) return null;
  const step = Math.floor(now.getTime() / 1000 / totpSeconds) + offset;
  return last !== null && step <= last ? null : step;
}

/** As people type a code: with spaces, or none. */
export const bareCode = (typed: string): string => typed.replace(/[\s-]/g, "").toUpperCase();
