import { describe, expect, it } from "vitest";
import { levels, type Level } from "../../app/core/assessment/answer";
import { createRandom } from "../../app/core/certainty/random";
import { standardModel } from "../support/standard-model";
import { figuresOf, mean, quickFiguresOf, securedFiguresOf } from "./figures";
import { drawOrganisation, strengths, type Truth } from "./organisations";
import { agreed, answersFrom, drawOpen, drawRatings, nothingUnknown, realUnknown } from "./raters";
import { evidenceTables } from "./tables";
import { casesOf, type World } from "./world";

const model = standardModel();
const random = (seed = "00000001") => createRandom(seed);
const organisations = (count: number, strength: keyof typeof strengths = "mid") => {
  const next = random();
  return Array.from({ length: count }, () => drawOrganisation(model, strengths[strength], next));
};
const all = (level: Level): Truth => new Map(Array.from({ length: 1_000 }, (_, number) => [`item-${number}`, level]));
const shareOf = (truth: Truth, level: Level) => mean([...truth.values()].map((one) => (one === level ? 1 : 0)));

describe("organisations", () => {
  it("stand at every level in all 36 items, most of them at the beginning", () => {
    const drawn = organisations(200);
    expect(drawn.every(({ size }) => size === 36)).toBe(true);
    const shares = levels.map((level) => mean(drawn.map((truth) => shareOf(truth, level))));
    expect(Math.min(...shares)).toBeGreaterThan(0.05);
    expect(shares[0]).toBeGreaterThan(shares[4] ?? 1);
  });

  it("differ more from one another where questions hang together more", () => {
    const spread = (strength: keyof typeof strengths) => {
      const means = organisations(300, strength).map((truth) => mean([...truth.values()]));
      return mean(means.map((one) => (one - mean(means)) ** 2));
    };
    expect(spread("strong")).toBeGreaterThan(spread("mid"));
    expect(spread("mid")).toBeGreaterThan(spread("weak"));
  });
});

describe("raters", () => {
  it("err to both sides alike where they are not lenient", () => {
    const rated = drawRatings(all(2), { mean: 0, deviation: 0 }, random());
    expect([1, 2, 3].map((level) => shareOf(rated, level as Level))).toEqual([0.17, 0.66, 0.17].map((share) => expect.closeTo(share, 1)));
  });

  it("spread a part of a level over the items, and never leave the scale", () => {
    expect(mean([...drawRatings(all(2), { mean: 0.3, deviation: 0 }, random()).values()])).toBeCloseTo(2.3, 1);
    expect(shareOf(drawRatings(all(4), { mean: 2, deviation: 0 }, random()), 4)).toBe(1);
    expect(shareOf(drawRatings(all(0), { mean: -2, deviation: 0 }, random()), 0)).toBe(1);
  });

  it("agree on the lower median", () => {
    const of = (...given: Level[]) => given.map((level): Truth => new Map([["item", level]])) as [Truth, ...Truth[]];
    expect(agreed(of(3, 2)).get("item")).toBe(2);
    expect(agreed(of(4, 1, 3)).get("item")).toBe(3);
  });

  it("know less of what is not there", () => {
    expect(drawOpen(all(0), realUnknown, random()).size).toBeGreaterThan(drawOpen(all(4), realUnknown, random()).size);
    expect(drawOpen(all(0), nothingUnknown, random()).size).toBe(0);
  });

  it("answer as the product takes it", () => {
    const ratings: Truth = new Map([
      ["known", 3],
      ["unknown", 1],
    ]);
    expect(answersFrom(ratings, new Set(["unknown"]), true)).toEqual({
      known: { level: 3, evidence: "a document" },
      unknown: { answer: "dk" },
    });
  });
});

/** A smaller run than `npm run evidence`; at 200 organisations a share of 90 % comes out 4 points higher or lower by chance. */
describe("what the method page says, within chance", () => {
  const size = { organisations: 200, draws: 200 };
  const ordinary: World = {
    strength: strengths.mid,
    leniency: { mean: 0, deviation: 0.25 },
    unknown: realUnknown,
    people: 1,
    evidence: false,
  };
  const complete: World = { ...ordinary, unknown: nothingUnknown };
  const cases = casesOf(ordinary, size);
  const open = figuresOf(cases);
  const lenient = { mean: 0.3, deviation: 0.25 };

  it("one person, a fifth of the answers open", () => {
    expect(mean(cases.map(({ said }) => said.coverage))).toBeCloseTo(0.8, 1);
    expect(open.bias).toBeGreaterThan(-3.9);
    expect(open.bias).toBeLessThan(-1.7);
    expect(open.numbered).toBeGreaterThan(0.87);
    expect(open.bandHolds).toBeGreaterThan(0.89);
    expect(open.bothHold).toBeGreaterThan(0.95);
    expect(open.rangeHolds).toBeLessThan(0.8);
    expect(open.width).toBeGreaterThan(17);
    expect(open.width).toBeLessThan(21);
  });

  it("everything answered: a lenient person reads 7 points too high, two people are the careful ones", () => {
    const one = figuresOf(casesOf({ ...complete, leniency: lenient }, size));
    const two = figuresOf(casesOf({ ...complete, leniency: lenient, people: 2 }, size));
    const twoFair = figuresOf(casesOf({ ...complete, people: 2 }, size));
    expect(one.bias).toBeGreaterThan(6);
    expect(one.bias).toBeLessThan(8.5);
    expect(Math.abs(two.bias)).toBeLessThan(2);
    expect(two.bandHolds).toBeGreaterThan(one.bandHolds);
    expect(two.width).toBeLessThan(one.width);
    expect(twoFair.bias).toBeGreaterThan(-7);
    expect(twoFair.bias).toBeLessThan(-4.5);
  });

  it("evidence that makes nobody more careful costs certainty", () => {
    const named = figuresOf(casesOf({ ...complete, evidence: true }, size));
    expect(named.bandHolds).toBeGreaterThan(0.78);
    expect(named.bandHolds).toBeLessThan(0.93);
    expect(named.width).toBeLessThan(18);
  });

  it("the secured stage is right about as often as is said, and the words keep their order", () => {
    const { all, stable, likely, borderline } = securedFiguresOf(casesOf({ ...complete, leniency: { mean: 0, deviation: 0.3 } }, size));
    expect(Math.abs(all.stated - all.right)).toBeLessThan(0.06);
    expect(all.amongTheTwoNamed).toBeGreaterThan(0.94);
    expect(stable.right).toBeGreaterThan(likely.right);
    expect(likely.right).toBeGreaterThan(borderline.right);
    expect(stable.cases + likely.cases + borderline.cases).toBe(size.organisations);
  });

  it("the sentences of the quick check are true", () => {
    const quick = quickFiguresOf(casesOf(complete, size));
    expect(quick.expected).toBeGreaterThan(0.8);
    expect(quick.belowHalf).toBeGreaterThan(0.9);
    expect(quick.halfOrMore).toBeGreaterThan(0.88);
    expect(quick.holdingBack).toBeGreaterThan(0.95);
  });
});

it("comes out the same every time, with a cell for every column", () => {
  const small = { organisations: 5, draws: 20 };
  const tables = evidenceTables(small);
  expect(evidenceTables(small)).toEqual(tables);
  expect(tables.every(({ head, rows }) => rows.length > 1 && rows.every((row) => row.length === head.length))).toBe(true);
});
