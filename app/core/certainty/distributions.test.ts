import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Level } from "../assessment/answer";
import { drawnFactor, drawnLevel, drawnPoints, lacksEvidence, methodDistributions } from "./distributions";
import { createRandom } from "./random";

const count = 100_000;

/** Checks mean and variance of a sample against the distribution's, each within five standard errors. */
function expectMoments(draw: (uniform: number) => number, mean: number, variance: number): void {
  const random = createRandom("5eed5eed");
  const values = Array.from({ length: count }, () => draw(random()));
  const sampleMean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.map((value) => (value - sampleMean) ** 2);
  const sampleVariance = squares.reduce((sum, value) => sum + value, 0) / count;
  const spreadOfSquares = squares.reduce((sum, value) => sum + (value - sampleVariance) ** 2, 0) / count;
  expect(Math.abs(sampleMean - mean)).toBeLessThanOrEqual(5 * Math.sqrt(variance / count));
  expect(Math.abs(sampleVariance - variance)).toBeLessThanOrEqual(5 * Math.sqrt(spreadOfSquares / count));
}

it("are those of the method, section 4", () => {
  expect(methodDistributions).toEqual({
    weightSpread: 0.25,
    geometricShare: 0.5,
    openPoints: [0, 100],
    noise: 0.05,
    noiseWithoutEvidence: 0.1,
  });
});

describe("a weight", () => {
  it("is multiplied by U(0.75, 1.25)", () => {
    expect([0, 0.5, 1].map((uniform) => drawnFactor(uniform, 0.25))).toEqual([0.75, 1, 1.25]);
    expectMoments((uniform) => drawnFactor(uniform, 0.25), 1, 0.5 ** 2 / 12);
  });
});

describe("an open item", () => {
  it("is worth U(0, 100)", () => {
    expect([0, 0.5, 1].map((uniform) => drawnPoints(uniform, [0, 100]))).toEqual([0, 50, 100]);
    expectMoments((uniform) => drawnPoints(uniform, [0, 100]), 50, 100 ** 2 / 12);
  });
  it("is worth what it is told otherwise", () => {
    expect(drawnPoints(0.5, [20, 40])).toBe(30);
  });
});

describe("an answered item", () => {
  it.each<[Level, Level, Level]>([
    [0, 0, 1],
    [1, 0, 2],
    [2, 1, 3],
    [3, 2, 4],
    [4, 3, 4],
  ])("of level %d moves to %d or %d, or stays", (level, down, up) => {
    const drawn = (uniform: number) => drawnLevel(uniform, level, 0.1);
    expect([0, 0.0999, 0.1, 0.5, 0.8999, 0.9, 0.9999].map(drawn)).toEqual([down, down, level, level, level, up, up]);
  });

  it.each([0.05, 0.1])("moves with probability %d each way", (noise) => {
    expectMoments((uniform) => drawnLevel(uniform, 2, noise), 2, 2 * noise);
    expectMoments((uniform) => drawnLevel(uniform, 0, noise), noise, noise * (1 - noise));
    expectMoments((uniform) => drawnLevel(uniform, 4, noise), 4 - noise, noise * (1 - noise));
  });

  it("stays where there is no noise", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (uniform) => {
        expect(drawnLevel(uniform, 2, 0)).toBe(2);
      }),
    );
  });

  it.each<[Answer, boolean]>([
    [{ level: 2 }, false],
    [{ level: 3 }, true],
    [{ level: 4 }, true],
    [{ level: 4, evidence: "" }, true],
    [{ level: 4, note: "steht im Beschluss" }, true],
    [{ level: 3, evidence: "Beschluss vom 3. März" }, false],
    [{ answer: "dk" }, false],
    [{ answer: "na", reason: "gibt es hier nicht" }, false],
    [{ note: "offen" }, false],
  ])("%j lacks evidence: %s", (answer, lacking) => {
    expect(lacksEvidence(answer)).toBe(lacking);
  });
});
