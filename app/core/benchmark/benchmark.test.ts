import { describe, expect, it } from "vitest";
import { dimensionScore, region } from "../../../tests/support/builders";
import { dimensionIds } from "../vocabulary";
import { codingAgreement, cohensKappa } from "./coding-agreement";
import { bandOf, compareWithRegions, overallBand, positionOf, type EvidenceBand } from "./benchmark";

it("has a band for each direction and strength", () => {
  const of = (direction: "positive" | "mixed" | "negative") =>
    (["a", "b", "c"] as const).map((strength) => bandOf({ direction, strength }));
  expect(of("positive")).toEqual([[60, 90], [50, 80], [40, 75]]); // prettier-ignore
  expect(new Set(of("mixed").map(String))).toEqual(new Set(["30,65"]));
  expect(new Set(of("negative").map(String))).toEqual(new Set(["10,40"]));
});

describe("a position", () => {
  const band: EvidenceBand = [30, 65];
  const at = (score: number | null, overrides = {}, rating: { low: number; high: number } | null = null) =>
    positionOf(dimensionScore("skills", score, overrides), rating, band);
  it.each([
    [29.9, "below"],
    [30, "within"],
    [30 - 1e-12, "within"],
    [65, "within"],
    [65 + 1e-12, "within"],
    [65.1, "above"],
    [null, "unclear"],
  ] as const)("of %s", (score, position) => {
    expect(at(score)).toBe(position);
  });
  it("is unclear where open answers or the rating cross into another zone", () => {
    expect(at(60, { lower: 60, upper: 66 })).toBe("unclear");
    expect(at(60, {}, { low: 29, high: 62 })).toBe("unclear");
    expect(at(60, {}, { low: 55, high: 66 })).toBe("unclear");
    expect(at(60, {}, { low: 55, high: 64 })).toBe("within");
    expect(at(80, {}, { low: 66, high: 90 })).toBe("above");
    expect(at(50, { lower: null, upper: null })).toBe("unclear");
  });
});

describe("like with like", () => {
  const valley = region("valley", [
    { dimension: "skills", direction: "positive", strength: "a", speaksOf: "municipality" },
    { dimension: "funding", direction: "negative", strength: "c", speaksOf: "sme" },
    { dimension: "strategy", direction: "mixed", strength: "a", speaksOf: "region" },
  ]);
  const scores = (["strategy", "funding", "skills", "security"] as const).map((id) => dimensionScore(id, 50));
  const compare = (track: "municipality" | "sme") =>
    compareWithRegions(track, scores, [valley], new Map()).map(({ dimension, band, position, others }) => [
      dimension,
      band,
      position,
      others.length,
    ]);

  it("compares only with evidence that speaks of the respondent's kind", () => {
    expect(compare("municipality")).toEqual([
      ["strategy", null, "other-subject", 1],
      ["funding", null, "other-subject", 1],
      ["skills", [60, 90], "below", 0],
      ["security", null, "no-evidence", 0],
    ]);
    expect(compare("sme")[1]).toEqual(["funding", [10, 40], "above", 0]);
    expect(compare("sme")[2]).toEqual(["skills", null, "other-subject", 1]);
  });
  it("looks at the rating of each dimension", () => {
    const rating = new Map([["skills" as const, { low: 40, high: 61 }]]);
    expect(compareWithRegions("municipality", scores, [valley], rating)[2]?.position).toBe("unclear");
  });
  it("has an overall band from 65 % of the dimensions on, of that kind alone", () => {
    const of = (count: number) =>
      region("r", dimensionIds.slice(0, count).map((dimension) => ({ dimension, direction: "positive", strength: "a", speaksOf: "sme" }))); // prettier-ignore
    expect(overallBand(of(6), "sme")).toEqual([60, 90]);
    expect(overallBand(of(5), "sme")).toBeNull();
    expect(overallBand(of(9), "municipality")).toBeNull();
  });
});

describe("agreement of two codings", () => {
  it("is κ as Cohen's paper computes it", () => {
    // 20 of 50 both yes, 15 both no, 5 and 10 apart: observed 0.7, by chance 0.5.
    const pairs = [...Array<[string, string]>(20).fill(["y", "y"]), ...Array<[string, string]>(5).fill(["y", "n"]), ...Array<[string, string]>(10).fill(["n", "y"]), ...Array<[string, string]>(15).fill(["n", "n"])]; // prettier-ignore
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 9);
  });
  it("is 1 where both always say the same", () => {
    expect(cohensKappa([["a", "a"]])).toBe(1);
  });
  it("counts the cells that both have seen", () => {
    const cell = (first: "a" | "c" | null, second: "a" | "c" | null) => ({
      ...{ region: "r", dimension: "skills" as const, speaksOf: "sme" as const, settled: null },
      first: first && { direction: "positive" as const, strength: first },
      second: second && { direction: "positive" as const, strength: second },
    });
    const agreement = codingAgreement({
      date: "2026",
      how: { de: "x", en: "x" },
      cells: [cell("a", "a"), cell("a", "c"), cell(null, "a")],
    });
    expect(agreement).toMatchObject({ cells: 2, direction: { agreed: 2, kappa: 1 }, strength: { agreed: 1 } });
  });
});
