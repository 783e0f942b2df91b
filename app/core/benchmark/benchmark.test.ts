import { describe, expect, it } from "vitest";
import { dimensionScore, region } from "../../../tests/support/builders";
import { dimensionIds } from "../vocabulary";
import { bandOf, compareWithRegions, overallBand, positionOf, type EvidenceBand, type Position } from "./benchmark";

it.each([
  ["positive", "a", [60, 90]],
  ["positive", "b", [50, 80]],
  ["positive", "c", [40, 75]],
  ["mixed", "a", [30, 65]],
  ["mixed", "b", [30, 65]],
  ["mixed", "c", [30, 65]],
  ["negative", "a", [10, 40]],
  ["negative", "b", [10, 40]],
  ["negative", "c", [10, 40]],
] as const)("a %s cell of strength %s is the band %j", (direction, strength, band) => {
  expect(bandOf({ direction, strength })).toEqual(band);
});

describe("the position to the band 40–75", () => {
  const band: EvidenceBand = [40, 75];

  it.each<[number, Position]>([
    [0, "below"],
    [39.9, "below"],
    [40, "within"],
    [60, "within"],
    [75, "within"],
    [75.1, "above"],
    [100, "above"],
  ])("of a score of %d without open answers is %s", (score, position) => {
    expect(positionOf({ score, lower: score, upper: score }, band)).toBe(position);
  });

  it.each<[string, number, number, number, Position]>([
    ["the interval stays in the band", 60, 40, 75, "within"],
    ["the upper bound leaves the band", 60, 50, 75.1, "unclear"],
    ["the lower bound leaves the band", 60, 39.9, 70, "unclear"],
    ["the lower bound reaches down into the band", 80, 75, 90, "unclear"],
    ["the interval stays above", 80, 75.1, 90, "above"],
    ["the upper bound reaches up into the band", 30, 20, 40, "unclear"],
    ["the interval stays below", 30, 20, 39.9, "below"],
  ])("where %s (%d, %d–%d) is %s", (_case, score, lower, upper, position) => {
    expect(positionOf({ score, lower, upper }, band)).toBe(position);
  });

  it("takes a value that missed the edge by a rounding error as lying on it", () => {
    const [low, high] = [40 - 1e-12, 75 + 1e-12];
    expect(positionOf({ score: low, lower: low, upper: high }, band)).toBe("within");
  });

  it.each([
    ["score", { score: null, lower: 10, upper: 20 }],
    ["bounds", { score: null, lower: null, upper: null }],
    ["lower bound", { score: 10, lower: null, upper: 20 }],
    ["upper bound", { score: 10, lower: 10, upper: null }],
  ])("is unclear without %s", (_what, values) => {
    expect(positionOf(values, band)).toBe("unclear");
  });
});

it("compares every region with every dimension, and says where a document is silent", () => {
  const valley = region("valley", [{ dimension: "funding", direction: "negative", strength: "a" }]);
  const coast = region("coast", [{ dimension: "strategy", direction: "positive", strength: "b" }]);
  const dimensions = [dimensionScore("strategy", 50), dimensionScore("funding", 50)];
  expect(compareWithRegions(dimensions, [valley, coast])).toEqual([
    { region: "valley", dimension: "strategy", band: null, position: "no-evidence" },
    { region: "valley", dimension: "funding", band: [10, 40], position: "above" },
    { region: "coast", dimension: "strategy", band: [50, 80], position: "within" },
    { region: "coast", dimension: "funding", band: null, position: "no-evidence" },
  ]);
});

describe("the band of a whole region", () => {
  const cells = (count: number) =>
    dimensionIds.slice(0, count).map((dimension) => ({ dimension, direction: "negative", strength: "a" }) as const);

  it("needs evidence in 65 % of the dimensions: six of nine, not five", () => {
    expect(overallBand(region("valley", cells(5)))).toBeNull();
    expect(overallBand(region("valley", cells(6)))).toEqual([10, 40]);
  });
  it("is the mean of its bands", () => {
    const mixed = [...cells(6), { dimension: "cooperation", direction: "positive", strength: "b" } as const];
    expect(overallBand(region("valley", mixed))).toEqual([(6 * 10 + 50) / 7, (6 * 40 + 80) / 7]);
  });
});
