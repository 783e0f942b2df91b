/** For how many months before it goes an assessment says so. */
const warningMonths = 2;

/**
 * The day on which an assessment goes at the earliest, if nobody changes any part of it until then.
 * @param lastChange ISO date of the last change.
 * @returns ISO date.
 */
export const expiresOn = (lastChange: string, months: number): string => addMonths(lastChange, months);

/** Whether an assessment that goes on `expires` has to say so today; both are ISO dates. */
export const isExpiring = (expires: string, today: string): boolean => today >= addMonths(expires, -warningMonths);

/** The moment before which an assessment must have been changed last to be removed. */
export function retentionLimit(now: Date, months: number): Date {
  const limit = new Date(now);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  // A 31st without a counterpart runs over into the next month, which would remove too early: take the last day instead.
  if (limit.getUTCDate() !== now.getUTCDate()) limit.setUTCDate(0);
  return limit;
}

function addMonths(day: string, months: number): string {
  return retentionLimit(new Date(`${day}T00:00:00Z`), -months)
    .toISOString()
    .slice(0, 10);
}

const day = 24 * 60 * 60 * 1000;
/** As many days as the day of retention may go on in one run, so that it catches up after the service was off. */
const mostDaysAtOnce = 3;

/**
 * The day by which retention goes: the clock's, unless that has jumped ahead since the last run.
 * @param last day of the last run; null: there was none.
 */
export function nextRetentionDay(last: Date | null, now: Date): Date {
  const furthest = last === null ? now.getTime() : last.getTime() + mostDaysAtOnce * day;
  return new Date(Math.min(now.getTime(), furthest));
}

/** The moment before which an assessment must have been removed to be deleted for good. */
export const graceLimit = (now: Date, days: number): Date => new Date(now.getTime() - days * day);
