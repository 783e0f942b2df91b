import { expect, it } from "vitest";
import { dimensionScore, initiative } from "../../tests/support/builders";
import { toReportFile, type Report } from "./report-file";

const report: Report = {
  track: "municipality",
  depth: "quick",
  modelVersion: "1.2.3",
  contentVersion: "abcd1234",
  date: "2026-11-22",
  organisation: { name: "Musterstadt" },
  answers: { "strategy-key": { level: 3, note: "vertraulich" } },
  dimensions: [
    dimensionScore("strategy", 62.5, { lower: 125 / 3, upper: 75, coverage: 2 / 3 }),
    dimensionScore("funding", null, { lower: 0, upper: 100, coverage: 0 }),
    dimensionScore("skills", null, { lower: null, upper: null, coverage: null, reason: "nothing-applicable" }),
  ],
  overall: {
    arithmetic: 50.123456789012,
    geometric: 33.987654321098,
    lower: 45,
    upper: 200 / 3,
    stage: 2,
    securedStage: 0,
    bottleneck: ["data-protection"],
    reason: null,
  },
  coverage: 0.5,
  benchmark: [
    { region: "valley", dimension: "funding", band: [10, 40], position: "above" },
    { region: "valley", dimension: "skills", band: null, position: "no-evidence" },
  ],
  recommended: [
    {
      initiative: initiative("learn", { dimension: "skills" }),
      gain: 100 / 48,
      gainPerDay: 1,
      lifts: [
        { item: "skills-key", from: 0, to: 2, open: true },
        { item: "skills-more", from: 1, to: 2, open: false },
      ],
    },
  ],
  postponed: [{ initiative: initiative("later"), missing: [{ dimension: "skills", stage: 2 }] }],
};

it("writes the interchange format of the method, section 10: these keys, no others, and unrounded numbers", () => {
  expect(toReportFile(report)).toStrictEqual({
    format: "ki-pegel/report",
    version: 1,
    track: "municipality",
    depth: "quick",
    modelVersion: "1.2.3",
    dimensions: [
      { id: "strategy", score: 62.5, lower: 125 / 3, upper: 75, coverage: 2 / 3, stage: 3, reason: null },
      { id: "funding", score: null, lower: 0, upper: 100, coverage: 0, stage: null, reason: "coverage-below-two-thirds" },
      { id: "skills", score: null, lower: null, upper: null, coverage: null, stage: null, reason: "nothing-applicable" },
    ],
    overall: {
      arithmetic: 50.123456789012,
      geometric: 33.987654321098,
      lower: 45,
      upper: 200 / 3,
      stage: 2,
      securedStage: 0,
      bottleneck: ["data-protection"],
    },
    benchmark: [
      { region: "valley", dimension: "funding", band: [10, 40], position: "above" },
      { region: "valley", dimension: "skills", band: null, position: "no-evidence" },
    ],
    initiatives: [{ id: "learn", gain: 100 / 48, dimension: "skills", calledForBy: ["skills-key", "skills-more"] }],
  });
});

it("survives JSON without a loss", () => {
  const file = toReportFile(report);
  expect(JSON.parse(JSON.stringify(file))).toStrictEqual(file);
});
