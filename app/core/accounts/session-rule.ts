/** How long a session lasts: without a request, in hours, and at the longest, in days. */
export type SessionLimits = { idleHours: number; days: number };

/** ISO 8601 in UTC. */
export type SessionTimes = { begunAt: string; seenAt: string };

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

/** Before these moments a session must have begun or been seen last to be over. */
export const sessionEnds = (now: Date, { idleHours, days }: SessionLimits): { begunBefore: string; seenBefore: string } => ({
  begunBefore: new Date(now.getTime() - days * day).toISOString(),
  seenBefore: new Date(now.getTime() - idleHours * hour).toISOString(),
});

export function isLive({ begunAt, seenAt }: SessionTimes, now: Date, limits: SessionLimits): boolean {
  const { begunBefore, seenBefore } = sessionEnds(now, limits);
  return begunAt > begunBefore && seenAt > seenBefore;
}

/** When a session was seen is written down so seldom that a page costs no write. */
export const isSeenAnew = (seenAt: string, now: Date): boolean => now.getTime() - Date.parse(seenAt) >= 5 * minute;

/** Before address, password, second factor or the account itself change, somebody has proved who they are within so many minutes. */
export const confirmedMinutes = 15;
export const isConfirmed = (confirmedAt: string, now: Date): boolean => now.getTime() - Date.parse(confirmedAt) < confirmedMinutes * minute;
