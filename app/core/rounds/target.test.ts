import { expect, it } from "vitest";
import { standingTo, targetsSchema } from "./target";

const target = { value: 60, by: "2027-12-31" };

it("says how many points are missing, and what the plan reaches", () => {
  expect(standingTo("skills", target, 48, 58, "2026-11-26")).toEqual({
    ...{ dimension: "skills", value: 60, by: "2027-12-31", now: 48, missing: 12, planned: 58, state: "open" },
  });
});

it.each([
  [60, "2028-01-01", "reached", 0],
  [59.9999999999, "2026-01-01", "reached", 0],
  [61, "2026-01-01", "reached", 0],
  [59, "2027-12-31", "open", 1],
  [59, "2028-01-01", "overdue", 1],
])("at %d on %s it is %s", (now, today, state, missing) => {
  expect(standingTo("skills", target, now, null, today)).toMatchObject({ state, missing });
});

it("says nothing where a topic has no value", () => {
  expect(standingTo("skills", target, null, null, "2028-01-01")).toMatchObject({ state: "unknown", missing: null });
});

it.each([
  ["0 points", { skills: { value: 0, by: "2027-12-31" } }],
  ["101 points", { skills: { value: 101, by: "2027-12-31" } }],
  ["half a point", { skills: { value: 50.5, by: "2027-12-31" } }],
  ["a day that there is not", { skills: { value: 50, by: "2027-02-30" } }],
  ["an unknown topic", { sports: { value: 50, by: "2027-12-31" } }],
])("%s are no target", (_name, targets) => {
  expect(targetsSchema.safeParse(targets).success).toBe(false);
});
