import { describe, expect, it } from "vitest";
import { isConfirmed, isLive, isSeenAnew, sessionEnds } from "./session-rule";

const limits = { idleHours: 12, days: 7 };
const now = new Date("2026-11-26T12:00:00.000Z");
const session = (begunAt: string, seenAt: string) => isLive({ begunAt: `${begunAt}.000Z`, seenAt: `${seenAt}.000Z` }, now, limits);

describe("a session", () => {
  it.each([
    ["2026-11-26T11:00:00", "2026-11-26T11:00:00", true],
    ["2026-11-19T12:00:01", "2026-11-26T11:59:00", true],
    ["2026-11-19T12:00:00", "2026-11-26T11:59:00", false],
    ["2026-11-25T12:00:00", "2026-11-26T00:00:01", true],
    ["2026-11-25T12:00:00", "2026-11-26T00:00:00", false],
  ])("begun %s and seen %s: %s", (begun, seen, live) => expect(session(begun, seen)).toBe(live));

  it("ends for the database as it does for a request", () => {
    expect(sessionEnds(now, limits)).toEqual({ begunBefore: "2026-11-19T12:00:00.000Z", seenBefore: "2026-11-26T00:00:00.000Z" });
  });

  it("is noted as seen every five minutes", () => {
    expect([isSeenAnew("2026-11-26T11:55:01.000Z", now), isSeenAnew("2026-11-26T11:55:00.000Z", now)]).toEqual([false, true]);
  });

  it("is confirmed for a quarter of an hour", () => {
    expect([isConfirmed("2026-11-26T11:45:01.000Z", now), isConfirmed("2026-11-26T11:45:00.000Z", now)]).toEqual([true, false]);
  });
});
