import { expect, it } from "vitest";
import { dayOf, daysAfter, lastDayOf, momentOf } from "./day";

it.each([
  ["2026-07-14T22:40:00Z", "Europe/Berlin", "2026-07-15"],
  ["2026-07-14T21:59:59.999Z", "Europe/Berlin", "2026-07-14"],
  ["2026-12-31T22:59:59Z", "Europe/Berlin", "2026-12-31"],
  ["2026-12-31T23:00:00Z", "Europe/Berlin", "2027-01-01"],
  ["2026-07-14T22:40:00Z", "UTC", "2026-07-14"],
  ["2026-01-01T03:00:00Z", "America/New_York", "2025-12-31"],
])("%s falls in %s on %s", (time, timeZone, day) => {
  expect(dayOf(new Date(time), timeZone)).toBe(day);
});

it.each([
  ["2026", "2026-12-31"],
  ["2026-11", "2026-11-31"],
  ["2026-11-25", "2026-11-25"],
])("%s ends with %s", (date, day) => {
  expect(lastDayOf(date)).toBe(day);
});

it.each([
  ["2026-11-25", 60, "2027-01-24"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-11-25", 0, "2026-11-25"],
])("%s and %i days: %s", (day, days, later) => {
  expect(daysAfter(day, days)).toBe(later);
});

it.each([
  ["2026-11-27T22:59:59.999Z", "Europe/Berlin", "2026-11-27"],
  ["2026-11-27T23:00:00Z", "Europe/Berlin", "2026-11-28"],
  ["2026-11-27T23:00:00Z", "UTC", "2026-11-27"],
  ["2026-11-27T18:14:59Z", "Asia/Kathmandu", "2026-11-27"],
  ["2026-11-27T18:15:00Z", "Asia/Kathmandu", "2026-11-28"],
  ["2026-11-27T18:14:59Z", "Asia/Kathmandu", "2026-11-27"],
])("at %s it is in %s the day %s, whichever moment was asked for before", (now, timeZone, today) => {
  expect(momentOf(new Date(now), timeZone)).toEqual({ now: new Date(now), today });
});
