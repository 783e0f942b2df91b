import { describe, expect, it } from "vitest";
import { reportFor } from "../../../tests/support/report";
import { roundInput, twoModels } from "../../../tests/support/rounds";
import { answersOf, type Given } from "../../../tests/support/standard-model";
import { toReportFile } from "../report-file";
import type { RoundInput } from "./change";
import type { RoundsInput } from "./history";

const content = twoModels();
const date = "2026-11-26";
const four = (value: Given) => [value, value, value, value];
const closed = (closedOn: string, more: Partial<RoundInput> = {}, samePeople = false) => ({ ...roundInput(more), closedOn, samePeople });
/** The report of today's answers with these rounds. */
const reported = (rounds: Partial<RoundsInput>, answers = answersOf(2)) => {
  const { track, depth, aiUse, modelVersion } = roundInput();
  const assessment = { track, depth, aiUse, modelVersion, organisation: {}, answers };
  return reportFor(assessment, content, date, { rounds: { closed: [], running: null, targets: {}, ...rounds } });
};

describe("a point", () => {
  it("of a closed round has the numbers of its report", () => {
    const { history } = reported({ closed: [closed("2026-05-12")] });
    expect(history.points).toHaveLength(1);
    expect(history.points[0]).toMatchObject({ number: 1, date: "2026-05-12", isRunning: false, modelVersion: "1.0.0", depth: "full" });
    // Case 1 of the method.
    expect(history.points[0]).toMatchObject({ score: 50, lower: 50, upper: 50 });
    expect(history.points[0]?.band?.low).toBeCloseTo(31.94, 2);
    expect(history.points[0]?.band?.high).toBeCloseTo(62.5, 2);
  });

  it("of the round under way is the report's own", () => {
    const { history, overall, certainty, dimensions } = reported({ running: roundInput() });
    expect(history.points).toMatchObject([{ number: 1, date, isRunning: true, score: overall.score }]);
    expect(history.points[0]?.band).toEqual({ low: certainty.rating?.overall.low, high: certainty.rating?.overall.high });
    expect(history.points[0]?.dimensions.map(({ score }) => score)).toEqual(dimensions.map(({ score }) => score));
  });

  it("keeps its own weights", () => {
    const weighted = closed("2026-05-12", { weights: { strategy: 2 }, answers: answersOf({ strategy: four(4) }, 2) });
    expect(reported({ closed: [weighted] }).history.points[0]?.score).toBeCloseTo(60, 9);
  });

  it("has no band without a number, and goes no deeper than it was answered", () => {
    const open = closed("2026-05-12", { answers: answersOf({ strategy: four(2) }) });
    const quick = closed("2026-06-12", { answers: Object.fromEntries(Object.entries(answersOf(2)).filter(([id]) => id.endsWith("-1"))) });
    const { points } = reported({ closed: [open, quick] }).history;
    expect(points[0]).toMatchObject({ score: null, band: null, depth: "full" });
    expect(points[1]).toMatchObject({ score: 50, band: null, depth: "quick" });
  });
});

describe("a step", () => {
  it("leads from each round to the next, and knows who answered", () => {
    const { steps } = reported({
      closed: [closed("2025-05-12"), closed("2026-05-12", { answers: answersOf(3) }, true)],
      running: roundInput({ answers: answersOf(3) }),
    }).history;
    expect(steps.map(({ from, to, samePeople, threshold, isBeyondNoise }) => [from, to, samePeople, threshold, isBeyondNoise])).toEqual([
      [1, 2, true, 5, true],
      [2, 3, null, 13, false],
    ]);
    expect(steps[0]?.overall?.changed).toBeCloseTo(25, 9);
  });

  it("is secured in a topic whose bands lie apart", () => {
    const [before, after] = [answersOf({ strategy: four(0) }, 2), answersOf({ strategy: four(4) }, 2)];
    const { steps } = reported({ closed: [closed("2025-05-12", { answers: before }), closed("2026-05-12", { answers: after })] }).history;
    expect(steps[0]?.overlapping).not.toContain("strategy");
    expect(steps[0]?.overlapping).toHaveLength(8);
  });
});

it("targets stand to what is in place today and to what the plan reaches", () => {
  const { history, plan } = reported({ targets: { skills: { value: 70, by: "2027-12-31" } } });
  const planned = plan.status === "planned" ? plan.dimensions.find(({ id }) => id === "skills")?.after : undefined;
  expect(history.targets).toEqual([
    { dimension: "skills", value: 70, by: "2027-12-31", now: 50, missing: 20, planned: planned ?? null, state: "open" },
  ]);
});

it("a quick check stands to no target", () => {
  const keys = Object.fromEntries(Object.entries(answersOf(2)).filter(([id]) => id.endsWith("-1")));
  const assessment = { ...roundInput(), depth: "quick" as const, organisation: {}, answers: keys };
  const rounds = { closed: [], running: null, targets: { skills: { value: 70, by: "2027-12-31" } } };
  expect(reportFor(assessment, content, date, { rounds }).history.targets).toMatchObject([{ now: null, state: "unknown" }]);
});

describe("the report file", () => {
  it("says nothing of the first round", () => {
    expect(toReportFile(reported({ running: roundInput() })).history).toBeNull();
  });

  it("tells rounds, changes and targets", () => {
    const targets = { skills: { value: 70, by: "2027-12-31" } };
    const { history } = toReportFile(
      reported({ closed: [closed("2025-05-12"), closed("2026-05-12", { answers: answersOf(3) })], targets }),
    );
    expect(history?.rounds.map(({ number, score, running }) => [number, score, running])).toEqual([
      [1, 50, false],
      [2, 75, false],
    ]);
    expect(history?.rounds[0]?.band?.[0]).toBeCloseTo(31.94, 2);
    expect(history?.changes[0]).toMatchObject({ overall: { before: 50, after: 75, changed: 25, clarified: 0 }, beyondNoise: true });
    expect(history?.changes[0]?.items).toHaveLength(36);
    expect(history?.targets).toMatchObject([{ dimension: "skills", missing: 20 }]);
    expect(toReportFile(reported({ targets })).history?.targets).toHaveLength(1);
  });
});
