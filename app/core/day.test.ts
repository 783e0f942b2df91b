import { expect, it } from "vitest";
import { dayOf } from "./day";

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
