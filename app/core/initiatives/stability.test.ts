import { expect, it } from "vitest";
import { answersOf, standardModel } from "../../../tests/support/standard-model";
import { initiative } from "../../../tests/support/builders";
import { standingsOf } from "../assessment/standing";
import { createRandom } from "../certainty/random";
import { oneRater } from "../certainty/rater-error";
import { createRater } from "../certainty/rating";
import { seedOf } from "../certainty/seed";
import { scoredItems } from "../score/scored-items";
import { stabilityOf } from "./stability";

const model = standardModel();
const seed = seedOf({ track: "municipality", depth: "full", modelVersion: "1.0.0" });

/** One for each of these items, to a level, the first of least effort. */
function stability(lifts: [string, string, number][], answers = answersOf(2), draws?: number) {
  const assessment = { depth: "full" as const, aiUse: "unknown" as const, answers };
  const items = scoredItems(model, assessment);
  const initiatives = lifts.map(([id, item, level], index) => {
    const days = 1 + index;
    const effortPersonDays = { "inhabitants-under-20000": { once: [days, days] as [number, number], yearly: [0, 0] as [number, number] } };
    return initiative(id, { tracks: ["municipality"], lifts: [{ item, level, step: 1 }], effortPersonDays });
  });
  const sizeClass = "inhabitants-under-20000" as const;
  const input = {
    track: "municipality" as const,
    sizeClass,
    initiatives,
    items,
    standings: standingsOf(model, assessment),
    due: new Set<string>(),
  };
  return { items, found: stabilityOf(model, input, seed, oneRater, draws) };
}

it("is the share of the first draws of the rating in which an initiative has something to lift", () => {
  const { items, found } = stability([["one", "strategy-1", 2]], answersOf(2), 200);
  const draw = createRater(model, items, oneRater, createRandom(seed));
  const levels = new Float64Array(items.length);
  let below = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    draw(levels);
    if ((levels[0] ?? 0) < 2) below += 1;
  }
  expect(found).toEqual([{ id: "one", share: below / 200 }]);
  expect(below).toBeGreaterThan(50);
  expect(below).toBeLessThan(150);
});

it("counts the first five of each list, the most frequent first, equal ones by id", () => {
  const open = answersOf({ strategy: [null, null, null, null], funding: [null, null, null, 2] }, 2);
  const { found } = stability(
    [
      ["z", "strategy-1", 4],
      ["y", "strategy-2", 4],
      ["b", "strategy-3", 4],
      ["a", "funding-4", 2],
      ["x", "strategy-4", 4],
      ["v", "funding-2", 1],
    ],
    open,
    200,
  );
  const shares = Object.fromEntries(found.map(({ id, share }) => [id, share]));
  expect(found.slice(0, 4)).toEqual(["b", "x", "y", "z"].map((id) => ({ id, share: 1 })));
  // The fifth place goes to the better of two, wherever that has something to lift.
  const [a = 0, v = 0] = [shares.a, shares.v];
  expect(a + v).toBeCloseTo(1, 9);
  expect(found.slice(4).map(({ id }) => id)).toEqual(a > v ? ["a", "v"] : ["v", "a"]);
});

it("takes a thousand draws", () => {
  const one: [string, string, number][] = [["one", "strategy-1", 2]];
  expect(stability(one).found).toEqual(stability(one, answersOf(2), 1_000).found);
});
