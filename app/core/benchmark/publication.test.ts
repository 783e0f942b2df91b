import { describe, expect, it } from "vitest";
import { isDue, isNarrower, isSafeDifference, isSafeRemainder } from "./publication";

describe("a cohort is due", () => {
  it.each<[string, number, number | null, number, boolean]>([
    ["with five, of whom each would see four others", 5, null, 0, false],
    ["for the first time with six, of whom each sees five others", 6, null, 0, true],
    ["not again with seven changes", 13, 6, 7, false],
    ["again with eight changes", 14, 6, 8, true],
    ["not with eight changes that leave five", 5, 13, 8, false],
    ["with eight changes among forty", 48, 40, 8, true],
    ["not with eight changes among forty-one", 49, 41, 8, false],
    ["with a fifth of changes", 50, 41, 9, true],
    ["with a fifth of changes, all of them leaving", 800, 1000, 200, true],
    ["not with one less", 801, 1000, 199, false],
  ])("%s: %d now, %s published, %d changes", (_what, size, published, changes, due) => {
    expect(isDue(size, published, changes)).toBe(due);
  });
});

it.each([
  [0, true],
  [1, false],
  [7, false],
  [8, true],
  [1000, true],
])("a difference of %d organisations is safe: %s", (organisations, safe) => {
  expect(isSafeDifference(organisations)).toBe(safe);
});

it.each([
  ["sme/employees-1-9", "sme", true],
  ["sme/employees-1-9/NW", "sme", true],
  ["sme", "sme", false],
  ["sme", "sme/employees-1-9", false],
  ["sme/employees-10-49", "sme/employees-1", false],
])("%s is narrower than %s: %s", (cohort, than, narrower) => {
  expect(isNarrower(cohort, than)).toBe(narrower);
});

describe("what is left of a wider cohort is safe", () => {
  /** A narrower cohort of `size` inside one of `whole`. */
  const inside = (cohort: string, whole: number, size: number) => ({ cohort, difference: whole - size });

  it.each<[string, number, { cohort: string; difference: number }[], boolean]>([
    ["where nothing is shown beside it", 6, [], true],
    ["where it is the narrower one itself", 6, [inside("t/s/NW", 6, 6)], true],
    ["where eight are left", 20, [inside("t/s/NW", 20, 12)], true],
    ["but not where seven are left", 20, [inside("t/s/NW", 20, 13)], false],
    ["but not where one is left after two", 21, [inside("t/s/NW", 21, 10), inside("t/s/BY", 21, 10)], false],
    ["where two make it up", 20, [inside("t/s/NW", 20, 10), inside("t/s/BY", 20, 10)], true],
    ["where a disjoint one takes nothing away", 6, [{ cohort: "t/s/NW", difference: 12 }], true],
    ["where one that has hardly any of it in it takes nothing away", 10, [{ cohort: "t/s/NW", difference: 14 }], true],
    ["but not where most of a newer one is in it", 12, [{ cohort: "t/s/NW", difference: 7 }], false],
  ])("%s", (_what, size, parts, safe) => {
    expect(isSafeRemainder("t/s", size, parts)).toBe(safe);
  });

  it("across levels, by the selection that leaves least, each organisation subtracted once", () => {
    const small = inside("t/small", 30, 10);
    const large = [inside("t/large/NW", 30, 9), inside("t/large/BY", 30, 9)];
    expect(isSafeRemainder("t", 30, [small, inside("t/small/NW", 30, 10)])).toBe(true);
    expect(isSafeRemainder("t", 30, [small, ...large])).toBe(false);
    expect(isSafeRemainder("t", 28, [inside("t/small", 28, 10), inside("t/large/NW", 28, 9), inside("t/large/BY", 28, 9)])).toBe(true);
    // The size class has not been renewed for long; its Länder have.
    expect(isSafeRemainder("t", 30, [small, inside("t/large", 30, 6), ...large])).toBe(false);
  });
});
