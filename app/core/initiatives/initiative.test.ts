import { expect, it } from "vitest";
import { initiative } from "../../../tests/support/builders";
import { initiativeSchema } from "./initiative";

const pathsOf = (raw: unknown) => initiativeSchema.safeParse(raw).error?.issues.map((issue) => issue.path.join("."));

it("takes a sound initiative as it is", () => {
  expect(initiativeSchema.parse(initiative("one"))).toEqual(initiative("one"));
});

it.each([
  ["one track", { tracks: ["sme"] }],
  ["a range of one value", { durationMonths: [3, 3] }],
  ["nothing it costs", { costEuro: { "employees-1-9": [0, 0] } }],
])("may have %s", (_what, change) => {
  expect(pathsOf({ ...initiative("one"), ...change })).toBeUndefined();
});

it.each<[string, object, string]>([
  ["a range that runs backwards", { costEuro: { "employees-1-9": [5, 4] } }, "costEuro.employees-1-9"],
  ["a negative effort", { effortPersonDays: { "employees-1-9": [-1, 4] } }, "effortPersonDays.employees-1-9.0"],
  ["a lift to level 0, which lifts nothing", { lifts: [{ item: "a", level: 0 }] }, "lifts.0.level"],
  ["a lift above level 4", { lifts: [{ item: "a", level: 5 }] }, "lifts.0.level"],
  ["no lift at all", { lifts: [] }, "lifts"],
  ["a text in one language only", { title: { de: "Titel" } }, "title.en"],
  ["lists of unequal length in the two languages", { firstSteps: { de: ["a", "b"], en: ["a"] } }, "firstSteps"],
  ["a key nobody knows", { cost: 3 }, ""],
])("refuses %s", (_what, change, path) => {
  expect(pathsOf({ ...initiative("one"), ...change })).toEqual([path]);
});
