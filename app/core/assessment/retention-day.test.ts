import { expect, it } from "vitest";
import { graceLimit, nextRetentionDay } from "./retention";

const now = new Date("2026-11-26T12:00:00Z");

it.each([
  ["there was no run yet", null, now.toISOString()],
  ["the last run was yesterday", "2026-11-25T11:00:00.000Z", now.toISOString()],
  ["the service was off for a month: it catches up", "2026-10-20T12:00:00.000Z", "2026-10-23T12:00:00.000Z"],
  ["the clock has jumped 800 days ahead", "2024-09-16T12:00:00.000Z", "2024-09-19T12:00:00.000Z"],
  ["the clock was set back", "2029-01-01T00:00:00.000Z", now.toISOString()],
])("the day of retention where %s", (_what, last, next) => {
  expect(nextRetentionDay(last === null ? null : new Date(last), now).toISOString()).toBe(next);
});

it("grace ends so many days after the removal", () => {
  expect(graceLimit(now, 30).toISOString()).toBe("2026-10-27T12:00:00.000Z");
});
