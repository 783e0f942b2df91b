import fc from "fast-check";
import { expect, it } from "vitest";
import { expiresOn, isExpiring, retentionLimit } from "./retention";

it.each([
  ["2026-11-21T12:34:56.789Z", 24, "2024-11-21T12:34:56.789Z"],
  ["2026-01-15T00:00:00.000Z", 1, "2025-12-15T00:00:00.000Z"],
  ["2026-08-31T12:00:00.000Z", 6, "2026-02-28T12:00:00.000Z"],
  ["2028-03-31T12:00:00.000Z", 1, "2028-02-29T12:00:00.000Z"],
  ["2028-02-29T12:00:00.000Z", 24, "2026-02-28T12:00:00.000Z"],
])("at %s, %i months reach back to %s", (now, months, limit) => {
  expect(retentionLimit(new Date(now), months).toISOString()).toBe(limit);
});

it.each([
  ["2026-11-21", 24, "2028-11-21"],
  ["2026-08-31", 6, "2027-02-28"],
  ["2027-08-31", 6, "2028-02-29"],
])("changed last on %s and kept for %i months, it goes on %s", (day, months, expires) => {
  expect(expiresOn(day, months)).toBe(expires);
});

it("nothing goes before the day that was told", () => {
  const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 48 }), (changed, now, months) => {
      const isRemoved = changed < retentionLimit(now, months);
      if (isRemoved) expect(now.toISOString().slice(0, 10) >= expiresOn(changed.toISOString().slice(0, 10), months)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it("is told in the last two months", () => {
  expect(["2026-09-20", "2026-09-21", "2026-11-21", "2026-12-01"].map((today) => isExpiring("2026-11-21", today))).toEqual([
    ...[false, true, true, true],
  ]);
});
