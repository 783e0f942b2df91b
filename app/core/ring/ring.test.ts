import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimensionIds } from "../vocabulary";
import {
  changesIn, figureOf, figuresOf, isRenewalDue, positionIn, ringValuesOf, sameSetting, shownFigures, type RingSetting, type RingState, type RingValues,
} from "./ring"; // prettier-ignore

const values = (overall: number, topic = overall): RingValues => ({
  overall,
  topics: Object.fromEntries(dimensionIds.map((id) => [id, topic])),
});

describe("the published figures (method, section 6 and worked case 22)", () => {
  it("of eight values are 35 · 45 · 55, of the first six the median alone, of the first five nothing", () => {
    const eight = [20, 30, 35, 40, 45, 50, 55, 80];
    expect(figureOf(eight)).toEqual({ n: 8, lower: 35, median: 45, upper: 55 });
    expect(figureOf(eight.slice(0, 7))).toEqual({ n: 7, lower: null, median: 40, upper: null });
    expect(figureOf(eight.slice(0, 6))).toEqual({ n: 6, lower: null, median: 40, upper: null });
    expect(figureOf(eight.slice(0, 5))).toBeNull();
  });
  it("draw the middle half at least ten points about the median, within 0 and 100", () => {
    expect(figureOf(Array<number>(8).fill(50))).toMatchObject({ lower: 40, median: 50, upper: 60 });
    expect(figureOf(Array<number>(8).fill(2))).toMatchObject({ lower: 0, median: 0, upper: 10 });
    expect(figureOf(Array<number>(8).fill(98))).toMatchObject({ lower: 90, median: 100, upper: 100 });
    expect(figureOf([0, 0, 0, 50, 50, 100, 100, 100])).toMatchObject({ lower: 0, median: 50, upper: 100 });
  });
  it("round half upwards to fives", () => {
    expect(figureOf([42, 42, 42, 43, 43, 43])).toMatchObject({ median: 45 });
    expect(figureOf([42, 42, 42, 42, 42, 42])).toMatchObject({ median: 40 });
  });
  it("hold nothing but multiples of five, in order, whatever is brought", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 30 }), (all) => {
        const { lower, median, upper } = figureOf(all) ?? {};
        const [low, middle, high] = [lower ?? -1, median ?? -1, upper ?? -1];
        expect([low % 5, middle % 5, high % 5]).toEqual([0, 0, 0]);
        expect(low <= middle && middle <= high && low >= 0 && high <= 100).toBe(true);
        expect(figureOf(all.toReversed())).toEqual(figureOf(all));
      }),
    );
  });
  it("count the values of each topic by itself", () => {
    const without = { overall: 50, topics: { strategy: 50 } };
    const figures = figuresOf([...Array.from({ length: 5 }, () => values(50)), without]);
    expect([figures.overall?.n, figures.topics.strategy?.n, figures.topics.skills]).toEqual([6, 6, undefined]);
  });
  it("disappear at once where fewer than six values are left, topic by topic", () => {
    const figures = figuresOf(Array.from({ length: 8 }, () => values(50)));
    const six = Array.from({ length: 6 }, () => values(10));
    expect(shownFigures(figures, six)).toEqual(figures);
    expect(shownFigures(figures, six.slice(1))).toEqual({ overall: null, topics: {} });
    const [first, ...rest] = six;
    expect(first && shownFigures(figures, [{ overall: 10, topics: { strategy: 10 } }, ...rest])).toEqual({
      overall: figures.overall,
      topics: { strategy: figures.topics.strategy },
    });
    expect(shownFigures(null, six)).toEqual({ overall: null, topics: {} });
  });
});

describe("one's own position", () => {
  it("is under, at or over the middle half, or the median where there is none; equal is at", () => {
    const half = { n: 8, lower: 35, median: 45, upper: 55 };
    expect([34, 35, 45, 55, 56].map((value) => positionIn(value, half))).toEqual(["under", "at", "at", "at", "over"]);
    const middle = { n: 6, lower: null, median: 45, upper: null };
    expect([44, 45, 46].map((value) => positionIn(value, middle))).toEqual(["under", "at", "over"]);
  });
});

describe("what a member brings", () => {
  const setting: RingSetting = { rule: "anonymous", track: "sme", modelVersion: "2.0.0" };
  const dimensions = dimensionIds.map((id) => ({ id, score: id === "skills" ? null : 43.4, lower: 43.4, upper: 60, stage: 2 as const }));
  const overall = { score: 41.5, lower: 41.5, upper: 50, coverage: 0.75, stage: 2 as const, securedStage: 1 as const };
  const rest = { answered: 30, asked: 36, rounds: 0, lastClosedOn: null, isBetweenRounds: false, levels: "" };
  const assessment = { track: "sme" as const, modelVersion: "2.0.0", summary: { depth: "full" as const, overall, dimensions, ...rest } };
  const summary = (more: object) => ({ ...assessment, summary: { ...assessment.summary, ...more } });

  it("are whole numbers of the value and of the topics that have one", () => {
    const brought = ringValuesOf(assessment, setting);
    expect(brought).toMatchObject({ overall: 42, topics: { strategy: 43 } });
    expect(Object.keys(brought?.topics ?? {})).toHaveLength(8);
  });
  it("is nothing of another questionnaire, a quick check, or with more than a quarter open", () => {
    expect(ringValuesOf({ ...assessment, modelVersion: "1.0.0" }, setting)).toBeNull();
    expect(ringValuesOf(assessment, { ...setting, track: "municipality" })).toBeNull();
    expect(ringValuesOf(summary({ depth: "quick" }), setting)).toBeNull();
    expect(ringValuesOf(summary({ overall: { ...overall, coverage: 0.74 } }), setting)).toBeNull();
    expect(ringValuesOf(summary({ overall: { ...overall, score: null } }), setting)).toBeNull();
  });
  it("a rule is the one that was agreed to only where all of it is", () => {
    expect(sameSetting(setting, { ...setting })).toBe(true);
    for (const other of [{ rule: "open" }, { track: "municipality" }, { modelVersion: "1.0.0" }] as const)
      expect(sameSetting(setting, { ...setting, ...other })).toBe(false);
  });
});

describe("when figures are published anew", () => {
  const published = (count: number): RingState[] =>
    Array.from({ length: count }, () => ({ now: values(50), isIn: true, published: { values: values(50) } }));
  const change = (state: RingState): RingState => ({ ...state, now: values(51) });
  const leave = (state: RingState): RingState => ({ ...state, now: null, isIn: false });
  const newcomer: RingState = { now: values(20), isIn: true, published: null };
  const some = (count: number, of: (state: RingState) => RingState, all: RingState[]) =>
    all.map((one, index) => (index < count ? of(one) : one));

  it("is when five have joined, left or changed, whoever they are", () => {
    for (const of of [change, leave]) {
      expect(isRenewalDue(some(4, of, published(12)), 0)).toBe(false);
      expect(isRenewalDue(some(5, of, published(12)), 0)).toBe(true);
    }
    expect(isRenewalDue([...published(8), ...Array<RingState>(4).fill(newcomer)], 0)).toBe(false);
    expect(isRenewalDue([...some(2, change, published(8)), newcomer, newcomer], 1)).toBe(true);
  });
  it("counts once who left and joined again, whether with another value or the same", () => {
    expect(changesIn(published(8), 0)).toBe(0);
    expect(changesIn(some(1, change, published(8)), 0)).toBe(1);
  });
  it("counts nobody who joined and left between two publications", () => {
    expect(changesIn([...published(8), { now: null, isIn: false, published: null }], 0)).toBe(0);
  });
  it("counts who brings a value no more, and who brings one at last", () => {
    expect(
      changesIn(
        some(1, (state) => ({ ...state, now: null }), published(8)),
        0,
      ),
    ).toBe(1);
    expect(changesIn([{ now: values(1), isIn: true, published: { values: null } }], 0)).toBe(1);
    expect(changesIn([{ now: null, isIn: true, published: { values: null } }], 0)).toBe(0);
  });
  it("is never below six values, however much has changed", () => {
    expect(isRenewalDue(Array<RingState>(5).fill(newcomer), 9)).toBe(false);
    expect(isRenewalDue(Array<RingState>(6).fill(newcomer), 0)).toBe(true);
    expect(isRenewalDue(some(7, leave, published(12)), 0)).toBe(false);
  });
});
