import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allAnswered, modelVersion } from "../../../tests/support/builders";
import type { Answers } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import { dimensionIds, type DimensionId } from "../vocabulary";
import { hash, seedOf } from "./seed";

it.each<[string, number]>([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("hashes as published for FNV-1a: %j", (text, value) => {
  expect(hash(text)).toBe(value);
});

const base: Assessment = { track: "municipality", depth: "full", modelVersion, organisation: {}, answers: allAnswered(2) };
const seed = (overrides: Partial<Assessment> = {}, weights: [DimensionId, number][] = []) =>
  seedOf({ ...base, ...overrides }, new Map(weights));
const withAnswer = (answer: Answers[string]) => seed({ answers: { ...base.answers, "skills-key": answer } });

it("is eight hexadecimal digits, whatever the assessment", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (version) => {
      expect(seed({ modelVersion: version })).toMatch(/^[0-9a-f]{8}$/);
    }),
    { numRuns: 1_000 },
  );
});

it("is the same whatever the order in which answers and weights are kept", () => {
  const entries = Object.entries(base.answers);
  const weights = dimensionIds.map((id, index): [DimensionId, number] => [id, index + 1]);
  const shuffled = <Entry>(list: Entry[]) => fc.shuffledSubarray(list, { minLength: list.length });
  fc.assert(
    fc.property(shuffled(entries), shuffled(weights), (answers, others) => {
      expect(seed({ answers: Object.fromEntries(answers) }, others)).toBe(seed({}, weights));
    }),
  );
});

describe("changes with", () => {
  it.each<[string, string]>([
    ["the track", seed({ track: "sme" })],
    ["the depth", seed({ depth: "quick" })],
    ["the model version", seed({ modelVersion: "1.2.4" })],
    ["a level", withAnswer({ level: 3 })],
    ["an item that does not apply", withAnswer({ answer: "na", reason: "gibt es hier nicht" })],
    ["an item nobody knows", withAnswer({ answer: "dk" })],
    ["a weight", seed({}, [["skills", 2]])],
  ])("%s", (_what, other) => {
    expect(other).not.toBe(seed());
  });

  it("the answers and weights, not only with what they are", () => {
    const two = (key: number, more: number) => ({ answers: { "skills-key": { level: key }, "skills-more": { level: more } } as Answers });
    expect(seed(two(1, 3))).not.toBe(seed(two(3, 1)));
    expect(seed({}, [["skills", 2]])).not.toBe(seed({}, [["funding", 2]]));
  });

  it("evidence where it counts: at level 3 and 4", () => {
    for (const level of [3, 4] as const) expect(withAnswer({ level, evidence: "Beschluss" })).not.toBe(withAnswer({ level }));
    for (const level of [0, 1, 2] as const) expect(withAnswer({ level, evidence: "Beschluss" })).toBe(withAnswer({ level }));
  });
});

describe("does not change with", () => {
  it("notes, reasons and the organisation", () => {
    expect(withAnswer({ level: 2, note: "Frau Yıldız fragen" })).toBe(seed());
    expect(withAnswer({ answer: "na", reason: "a" })).toBe(withAnswer({ answer: "na", reason: "b" }));
    expect(seed({ organisation: { name: "Musterstadt", sizeClass: "inhabitants-under-20000" } })).toBe(seed());
  });

  it("the way in which an item is open", () => {
    const { "skills-key": _, ...rest } = base.answers;
    expect(seed({ answers: rest })).toBe(withAnswer({ answer: "dk" }));
    expect(seed({ answers: rest })).toBe(withAnswer({ note: "offen" }));
  });
});
