import { describe, expect, it } from "vitest";
import { allAnswered, modelVersion, soundContent } from "../../../tests/support/builders";
import type { Answers } from "../assessment/answer";
import type { Distributions } from "./distributions";
import { compileModel, inputGroups, type InputGroup } from "./model";
import { findingOf, sensitivity } from "./sensitivity";

const content = soundContent();
const sensitivityOf = (answers: Answers, distributions?: Distributions, samples = 1_000) =>
  sensitivity(
    compileModel({ track: "sme", depth: "full", modelVersion, organisation: {}, answers }, content, new Map(), distributions),
    samples,
  );
const still: Distributions = { weightSpread: 0, geometricShare: 0, openPoints: [50, 50], noise: 0, noiseWithoutEvidence: 0 };
const mixed: Answers = { ...allAnswered(2), "funding-key": { answer: "dk" }, "skills-key": { level: 0 }, "security-key": { level: 4 } };

describe("one source of uncertainty alone", () => {
  it.each<[InputGroup, Partial<Distributions>]>([
    ["weights", { weightSpread: 0.25 }],
    ["aggregation", { geometricShare: 0.5 }],
    ["open-answers", { openPoints: [0, 100] }],
    ["rater-noise", { noise: 0.05, noiseWithoutEvidence: 0.1 }],
  ])("explains everything: %s", (group, source) => {
    const result = sensitivityOf(mixed, { ...still, ...source });
    expect(result?.finding).toBe(group);
    for (const { group: own, first, total } of result?.groups ?? []) {
      expect(Math.abs(first.value - (own === group ? 1 : 0))).toBeLessThan(0.1);
      expect(Math.abs(total.value - (own === group ? 1 : 0))).toBeLessThan(0.1);
    }
  });
});

it("gives seed, samples, variance and every group in its order", () => {
  const result = sensitivityOf(mixed);
  expect(result).toMatchObject({ samples: 1_000, seed: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(result?.variance).toBeGreaterThan(0);
  expect(result?.groups.map(({ group }) => group)).toEqual(inputGroups);
});

it("gives the same numbers for the same assessment", () => {
  expect(sensitivityOf(mixed)).toEqual(sensitivityOf(Object.fromEntries(Object.entries(mixed).reverse())));
});

it("finds the open answers where nothing is answered, and not where nothing is open", () => {
  expect(sensitivityOf({})?.finding).toBe("open-answers");
  const answered = sensitivityOf(allAnswered(3));
  expect(answered?.finding).toBe("rater-noise");
  expect(answered?.groups[2]).toEqual({
    group: "open-answers",
    first: { value: 0, low: 0, high: 0 },
    total: { value: 0, low: 0, high: 0 },
  });
});

it("finds nothing where nothing is uncertain", () => {
  expect(sensitivityOf(mixed, still)).toMatchObject({ variance: 0, finding: "none" });
});

it("says nothing where nothing is applicable", () => {
  const nothing = Object.keys(allAnswered(0)).map((id) => [id, { answer: "na", reason: "gibt es hier nicht" }] as const);
  expect(sensitivityOf(Object.fromEntries(nothing))).toBeNull();
});

it("refuses a number of samples that is none", () => {
  expect(() => sensitivityOf(mixed, undefined, 0)).toThrow(RangeError);
});

describe("the finding", () => {
  const estimate = (value: number) => ({ value, low: value, high: value });
  const groups = (...pairs: [number, number][]) =>
    pairs.map(([first, total], index) => ({ group: inputGroups[index] as InputGroup, first: estimate(first), total: estimate(total) }));

  it("is the group with the largest first-order index", () => {
    expect(findingOf(groups([0.3, 0.3], [0.1, 0.5], [0.2, 0.2], [0.25, 0.3]))).toBe("weights");
    expect(findingOf(groups([0.1, 0.1], [0.1, 0.1], [0.2, 0.2], [0.6, 0.6]))).toBe("rater-noise");
  });
  it("passes over a group without any influence, however little the others have", () => {
    expect(findingOf(groups([0, 0], [-0.02, 0.3], [0, 0], [-0.01, 0.7]))).toBe("rater-noise");
  });
  it("is none where no group has any", () => {
    expect(findingOf(groups([0, 0], [0, 0], [0, 0], [0, 0]))).toBe("none");
    expect(findingOf([])).toBe("none");
  });
});
