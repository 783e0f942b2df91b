import { describe, expect, it } from "vitest";
import { allAnswered, deepFreeze, modelVersion, soundContent, byId } from "../../tests/support/builders";
import type { Assessment } from "./assessment/assessment";
import { assess } from "./assess";
import { dimensionIds } from "./vocabulary";

const content = soundContent();
const assessment = (overrides: Partial<Assessment> = {}): Assessment => ({
  track: "municipality",
  depth: "full",
  modelVersion,
  organisation: {},
  answers: allAnswered(2),
  ...overrides,
});
const report = (overrides: Partial<Assessment> = {}) => assess(assessment(overrides), content, "2026-11-22");

it("leads from answers over scores and benchmark to initiatives", () => {
  const made = report({ answers: { ...allAnswered(2), "skills-key": { level: 0 }, "skills-more": { level: 0 } } });
  expect(made.dimensions.map(({ id, score }) => [id, score])).toEqual(dimensionIds.map((id) => [id, id === "skills" ? 0 : 50]));
  expect(made.overall).toMatchObject({ lower: 400 / 9, stage: 2, securedStage: 0, bottleneck: ["skills"] });
  expect(made.overall.arithmetic).toBeCloseTo(400 / 9, 12);
  expect(made.coverage).toBe(1);
  expect(made.benchmark).toHaveLength(9);
  expect(made.benchmark[0]).toEqual({ region: "valley", dimension: "strategy", band: [60, 90], position: "below" });
  // Both lift skills from 0: the second by 1 and 4 levels, the first by 3, each level worth 25/18 points.
  expect(made.recommended.slice(0, 2).map(({ initiative, gain }) => [initiative.id, gain])).toEqual([
    ["skills-second", expect.closeTo((5 * 25) / 18, 10)],
    ["skills-first", expect.closeTo((3 * 25) / 18, 10)],
  ]);
  expect(made.postponed).toEqual([]);
});

it("carries what the report must print: date, versions, track, depth, who answered what", () => {
  const organisation = { name: "Musterstadt", land: "NW" } as const;
  const answers = { "funding-key": { level: 4 } } as const;
  expect(report({ organisation, answers, depth: "quick", modelVersion: "1.0.0" })).toMatchObject({
    date: "2026-11-22",
    modelVersion,
    contentVersion: "abcd1234",
    track: "municipality",
    depth: "quick",
    organisation,
    answers,
  });
});

it("asks only the key items in the quick check", () => {
  const answers = { ...allAnswered(4), ...Object.fromEntries(dimensionIds.map((id) => [`${id}-key`, { level: 1 as const }])) };
  expect(report({ answers, depth: "quick" }).overall).toMatchObject({ arithmetic: 25, lower: 25, upper: 25 });
  expect(report({ answers }).overall).toMatchObject({ arithmetic: 62.5 });
});

it("goes by the questionnaire and the initiatives of the track", () => {
  const other = soundContent();
  byId(other.initiatives, "funding-first").tracks = ["sme"];
  const idsFor = (track: Assessment["track"]) =>
    assess(assessment({ track }), other, "2026-11-22").recommended.map(({ initiative }) => initiative.id);
  expect(idsFor("sme")).toContain("funding-first");
  expect(idsFor("municipality")).not.toContain("funding-first");
});

it("orders by the effort in the organisation's size class", () => {
  const other = soundContent();
  for (const { id, effortPersonDays } of other.initiatives)
    if (id === "funding-first") effortPersonDays["inhabitants-100000-plus"] = [0.1, 0.1];
  const firstFor = (organisation: Assessment["organisation"]) =>
    assess(assessment({ organisation }), other, "2026-11-22").recommended[0]?.initiative.id;
  expect(firstFor({ sizeClass: "inhabitants-100000-plus" })).toBe("funding-first");
  expect(firstFor({ sizeClass: "inhabitants-under-20000" })).not.toBe("funding-first");
});

describe("changed weights of dimensions", () => {
  const answers = { ...allAnswered(2), "funding-key": { level: 4 }, "funding-more": { level: 4 } } as const;
  const weighted = assess(assessment({ answers }), content, "2026-11-22", new Map([["funding", 8]]));

  it("move the overall score", () => {
    expect(report({ answers }).overall.arithmetic).toBeCloseTo(500 / 9, 12);
    expect(weighted.overall.arithmetic).toBe(75);
  });
  it("move the gains", () => {
    const gainOf = ({ recommended }: typeof weighted) =>
      recommended.find(({ initiative }) => initiative.id === "skills-first")?.gain ?? NaN;
    expect(gainOf(weighted)).toBeCloseTo((gainOf(report({ answers })) * 9) / 16, 10);
  });
});

it("gives the same report for the same arguments, and changes none of them", () => {
  const frozen = deepFreeze({ assessment: assessment(), content: soundContent() });
  const first = assess(frozen.assessment, frozen.content, "2026-11-22");
  expect(assess(frozen.assessment, frozen.content, "2026-11-22")).toEqual(first);
  expect(assess(structuredClone(frozen.assessment), soundContent(), "2026-11-22")).toEqual(first);
});
