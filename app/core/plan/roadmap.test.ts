import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepFreeze, initiative } from "../../../tests/support/builders";
import { anyRoadmapInput, costOf, effortOf, lengthOf, mayStart, scoresAfter, tryAll } from "../../../tests/support/exhaustive-roadmap";
import { everywhere, highs, limits, planFor, planned, roadmapInput, stoppedFrom } from "../../../tests/support/roadmaps";
import type { Initiative } from "../initiatives/initiative";
import type { RoadmapInput } from "./problem";
import { roadmap, type Roadmap } from "./roadmap";

const runs = { numRuns: 250 };
const patience = 240_000;

/** Free of requirements, a quarter long, 100 € and 10 person-days unless told otherwise. */
const step = (id: string, lifts: Initiative["lifts"], overrides: Partial<Initiative> = {}) =>
  initiative(id, {
    tracks: ["municipality"],
    lifts,
    costEuro: everywhere(100),
    effortPersonDays: everywhere(10),
    durationMonths: [3, 3],
    ...overrides,
  });
const strategy = (level: number, place = 1) => ({ item: `strategy-${place}`, level });
const skills = (level: number, place = 1) => ({ item: `skills-${place}`, level });
const after = (...initiatives: string[]) => ({ requires: { initiatives, stages: [] } });
const onStage = (dimension: "strategy" | "skills", stage: number) => ({ requires: { initiatives: [], stages: [{ dimension, stage }] } });
const idsOf = ({ chosen }: Roadmap) => chosen.map(({ id }) => id);
const startsOf = ({ chosen }: Roadmap) => Object.fromEntries(chosen.map(({ id, start }) => [id, start]));
const reasonsOf = ({ leftOut }: Roadmap) => Object.fromEntries(leftOut.map(({ id, reason }) => [id, reason]));

describe("never beaten", () => {
  const budgetEuro = fc.integer({ min: 0, max: 30 }).map((hundreds) => hundreds * 100);

  it(
    "gains as much as the best of all sets of up to nine initiatives, and is the cheapest of the best",
    () => {
      // Time and people abound: nine quarters for nine initiatives of a quarter each.
      const setting = fc.record({ budgetEuro, quarters: fc.constant(9), personDaysPerQuarter: fc.constant(1000), longest: fc.constant(1) });
      fc.assert(
        fc.property(anyRoadmapInput(9, setting), (input) => {
          const all = tryAll(input, "in-some-order");
          const result = roadmap(input, highs, limits);
          if (all.length === 0) {
            expect(result.status).toBe("impossible");
            return;
          }
          const { gain, gap, costEuro, personDays, chosen } = planned(result);
          const best = Math.max(...all.map((one) => one.gain));
          expect(gain).toBeCloseTo(best, 6);
          expect(gap).toBe(0);
          const cheapest = Math.min(...all.filter((one) => one.gain > best - 1e-6).map((one) => one.costEuro));
          expect(costEuro).toBeCloseTo(cheapest, 6);
          const alike = all.filter((one) => one.gain > best - 1e-6 && one.costEuro < cheapest + 1e-6);
          expect(personDays).toBeCloseTo(Math.min(...alike.map((one) => one.personDays)), 6);
          expect(alike.map(({ ids }) => [...ids].sort())).toContainEqual(chosen.map(({ id }) => id).sort());
        }),
        runs,
      );
    },
    patience,
  );

  it(
    "gains as much as the best of all layouts, where quarters and people are short",
    () => {
      const setting = fc.record({
        budgetEuro,
        quarters: fc.integer({ min: 1, max: 4 }),
        personDaysPerQuarter: fc.integer({ min: 0, max: 10 }),
        longest: fc.constant(4),
      });
      fc.assert(
        fc.property(anyRoadmapInput(5, setting), (input) => {
          const all = tryAll(input, "laid-out");
          const result = roadmap(input, highs, limits);
          if (all.length === 0) {
            expect(result.status).toBe("impossible");
            return;
          }
          const { gain, gap } = planned(result);
          expect(gain).toBeCloseTo(Math.max(...all.map((one) => one.gain)), 6);
          expect(gap).toBe(0);
        }),
        runs,
      );
    },
    patience,
  );
});

describe("whatever it plans", () => {
  const setting = fc.record({
    budgetEuro: fc.integer({ min: 0, max: 20 }).map((hundreds) => hundreds * 100),
    quarters: fc.integer({ min: 1, max: 5 }),
    personDaysPerQuarter: fc.nat(8),
    longest: fc.constant(4),
  });
  const inputs = anyRoadmapInput(9, setting);

  it(
    "keeps budget, capacity and order, and counts every step once",
    () => {
      fc.assert(
        fc.property(inputs, (input) => {
          const result = roadmap(input, highs, limits);
          fc.pre(result.status === "planned");
          const { chosen, quarters, costEuro, personDays, gain, overall, dimensions, leftOut } = planned(result);
          const own = (id: string) => input.initiatives.find((one) => one.id === id) ?? initiative("none");

          expect(costEuro).toBeCloseTo(
            chosen.reduce((sum, { id }) => sum + costOf(own(id)), 0),
            9,
          );
          expect(costEuro).toBeLessThanOrEqual(input.budgetEuro + 1e-6);
          expect(personDays).toBeCloseTo(
            quarters.reduce((sum, quarter) => sum + quarter.personDays, 0),
            9,
          );
          expect(quarters).toHaveLength(input.quarters);
          quarters.forEach((quarter, index) => {
            const running = chosen.filter(({ start, quarters: length }) => start <= index && index < start + length);
            expect(quarter.initiatives).toEqual(running.map(({ id }) => id));
            const days = running.reduce((sum, { id }) => sum + effortOf(own(id)) / lengthOf(own(id), input), 0);
            expect(quarter.personDays).toBeCloseTo(days, 9);
            expect(days).toBeLessThanOrEqual(input.personDaysPerQuarter + 1e-6);
          });
          for (const { id, start, quarters: length } of chosen) {
            expect(length).toBe(lengthOf(own(id), input));
            expect(start + length).toBeLessThanOrEqual(input.quarters);
            const finished = chosen.filter((other) => other.start + other.quarters <= start).map((other) => own(other.id));
            expect(mayStart(own(id), finished, input)).toBe(true);
          }

          const [before, then] = [
            scoresAfter(input, []),
            scoresAfter(
              input,
              chosen.map(({ id }) => own(id)),
            ),
          ];
          expect(overall.before).toBeCloseTo(before.overall, 9);
          expect(overall.after).toBeCloseTo(then.overall, 9);
          expect(gain).toBeCloseTo(then.overall - before.overall, 9);
          expect(chosen.reduce((sum, one) => sum + one.gain, 0)).toBeCloseTo(gain, 9);
          for (const one of dimensions) {
            expect(one.before).toBeCloseTo(before.dimension.get(one.id) ?? NaN, 9);
            expect(one.after).toBeCloseTo(then.dimension.get(one.id) ?? NaN, 9);
          }
          const ids = [...chosen, ...leftOut].map(({ id }) => id).sort();
          expect(ids).toEqual(input.initiatives.map(({ id }) => id).sort());
        }),
        runs,
      );
    },
    patience,
  );

  it(
    "is the same for the same answers, in whatever order catalogue, pins and exclusions come, and changes nothing it was given",
    () => {
      const shuffled = inputs.chain((input) =>
        fc.record({
          input: fc.constant(input),
          initiatives: fc.shuffledSubarray(input.initiatives, { minLength: input.initiatives.length }),
          pinned: fc.shuffledSubarray(input.pinned, { minLength: input.pinned.length }),
        }),
      );
      fc.assert(
        fc.property(shuffled, ({ input, ...order }) => {
          const other = { ...input, ...order, excluded: input.excluded.toReversed() };
          expect(roadmap(deepFreeze(other), highs, limits)).toEqual(roadmap(deepFreeze(input), highs, limits));
        }),
        { numRuns: 100 },
      );
    },
    patience,
  );
});

describe("by hand", () => {
  it("takes what is free where there is no money", () => {
    const free = step("free", [strategy(2)], { costEuro: everywhere(0) });
    const plan = planFor({ budgetEuro: 0, initiatives: [free, step("paid", [skills(4)])] });
    expect(plan).toMatchObject({ gain: 12.5, gap: 0, costEuro: 0, personDays: 10, overall: { before: 0, after: 12.5 } });
    expect(idsOf(plan)).toEqual(["free"]);
  });

  it("counts a step once, however many lift it, and says who brought it", () => {
    const plan = planFor({ initiatives: [step("a", [strategy(2)]), step("b", [strategy(3), skills(1)])], pinned: ["a"] });
    expect(plan.gain).toBe(25);
    expect(plan.chosen).toMatchObject([
      { id: "a", gain: 12.5, lifts: [{ item: "strategy-1", from: 0, to: 2 }] },
      {
        id: "b",
        gain: 12.5,
        lifts: [
          { item: "strategy-1", from: 2, to: 3 },
          { item: "skills-1", from: 0, to: 1 },
        ],
      },
    ]);
    expect(plan.dimensions).toEqual([
      { id: "strategy", before: 0, after: 37.5 },
      { id: "skills", before: 0, after: 12.5 },
    ]);
  });

  it("prefers what gains as much for less money, then for less effort, then the earlier id", () => {
    const lifts = [strategy(2)];
    const dear = step("a", lifts, { costEuro: everywhere(200) });
    const slow = step("b", lifts, { effortPersonDays: everywhere(20) });
    expect(idsOf(planFor({ initiatives: [dear, slow, step("d", lifts), step("c", lifts)] }))).toEqual(["c"]);
    expect(idsOf(planFor({ initiatives: [dear, slow, step("d", lifts)] }))).toEqual(["d"]);
    expect(idsOf(planFor({ initiatives: [dear, slow] }))).toEqual(["b"]);
  });

  it("is empty, and proven, where nothing gains", () => {
    expect(planFor({ initiatives: [] })).toMatchObject({ chosen: [], gain: 0, gap: 0, leftOut: [], costEuro: 0 });
  });

  it("follows changed weights of dimensions", () => {
    const initiatives = [step("a", [strategy(2)]), step("b", [skills(3)])];
    expect(idsOf(planFor({ initiatives, budgetEuro: 100 }))).toEqual(["b"]);
    expect(idsOf(planFor({ initiatives, budgetEuro: 100, weights: new Map([["strategy", 2]]) }))).toEqual(["a"]);
  });
});

describe("requirements", () => {
  const base = step("base", [strategy(1)]);
  const built = step("built", [skills(4)], after("base"));

  it("come first, and are taken for the sake of what stands on them", () => {
    expect(startsOf(planFor({ initiatives: [base, built] }))).toEqual({ base: 0, built: 1 });
  });
  it("count as there where all that they lift is reached or does not apply", () => {
    const both = step("base", [strategy(1), strategy(2, 2)]);
    const plan = planFor({
      initiatives: [both, built],
      answers: { "strategy-1": { level: 1 }, "strategy-2": { answer: "na", reason: "entfällt" } },
    });
    expect(startsOf(plan)).toEqual({ built: 0 });
  });
  it("do not count as there where the quick check does not ask for what they lift, but are taken although they gain nothing", () => {
    const unasked = step("base", [strategy(1, 2)]);
    expect(planFor({ initiatives: [unasked, built], depth: "quick" }).chosen).toMatchObject([
      { id: "base", gain: 0, lifts: [] },
      { id: "built", gain: 50 },
    ]);
    const known = planFor({ initiatives: [unasked, built], depth: "quick", answers: { "strategy-2": { level: 1 } } });
    expect(idsOf(known)).toEqual(["built"]);
  });
});

describe("stages", () => {
  // Stage 1 begins at 12.5 points of the dimension: one level of one of its two items.
  const upper = step("upper", [skills(4)], onStage("strategy", 1));

  it("are fulfilled where the score of the dimension has them, although open answers could lower it", () => {
    const { questionnaire } = roadmapInput();
    // Two thirds of the weight are answered: 50 points, and 33 if the rest were at level 0. Stage 2 begins at 37.5.
    const dimensions = questionnaire.dimensions.map((one) => ({
      ...one,
      items: one.items.map((own, index) => ({ ...own, weight: 2 - index })),
    }));
    const input = { questionnaire: { ...questionnaire, dimensions }, answers: { "strategy-1": { level: 2 } } } as const;
    expect(startsOf(planFor({ ...input, initiatives: [step("upper", [skills(4)], onStage("strategy", 2))] }))).toEqual({ upper: 0 });
  });
  it("are fulfilled where too much is open for a score, but enough is known for the stage", () => {
    expect(startsOf(planFor({ initiatives: [upper], answers: { "strategy-1": { level: 4 } } }))).toEqual({ upper: 0 });
  });
  it("can be reached on the way, and what stands on them then waits", () => {
    expect(startsOf(planFor({ initiatives: [upper, step("lift", [strategy(1)])] }))).toEqual({ lift: 0, upper: 1 });
  });
  it("are worth a lift that would not pay for itself", () => {
    const initiatives = [upper, step("lift", [strategy(1)]), step("rival", [skills(2, 2)])];
    expect(idsOf(planFor({ initiatives, budgetEuro: 200 }))).toEqual(["lift", "upper"]);
  });
  it("are not reached by the initiative itself, nor by two that wait for each other", () => {
    const itself = step("itself", [strategy(4)], onStage("strategy", 1));
    const [a, b] = [step("a", [strategy(4)], onStage("skills", 1)), step("b", [skills(4)], onStage("strategy", 1))];
    expect(reasonsOf(planFor({ initiatives: [itself] }))).toEqual({ itself: "stage-missing" });
    expect(reasonsOf(planFor({ initiatives: [a, b] }))).toEqual({ a: "stage-missing", b: "stage-missing" });
    // A third could help either, but there is no money for three: the best pair is not the pair that helps itself.
    const third = step("third", [skills(1, 2)]);
    const plan = planFor({ initiatives: [a, b, third], budgetEuro: 200 });
    expect(startsOf(plan)).toEqual({ third: 0, a: 1 });
    expect(plan.gap).toBe(0);
  });
  it("do not depend on how much the dimension counts", () => {
    const initiatives = [upper, step("lift", [strategy(1)])];
    expect(idsOf(planFor({ initiatives, weights: new Map([["strategy", 1e-9]]) }))).toEqual(["lift", "upper"]);
  });
});

describe("the quarters", () => {
  it("spread the effort evenly over the length, the middle of the months rounded up to quarters", () => {
    const long = step("long", [strategy(4)], { durationMonths: [3, 6], effortPersonDays: everywhere(20, 40) });
    const { quarters } = planFor({ initiatives: [long], quarters: 3 });
    expect(quarters).toEqual([
      { initiatives: ["long"], personDays: 15 },
      { initiatives: ["long"], personDays: 15 },
      { initiatives: [], personDays: 0 },
    ]);
  });
  it("stretch what would take more people than there are", () => {
    const { chosen } = planFor({
      initiatives: [step("heavy", [strategy(4)], { effortPersonDays: everywhere(25) })],
      personDaysPerQuarter: 10,
    });
    expect(chosen).toMatchObject([{ id: "heavy", start: 0, quarters: 3 }]);
  });
  it("never hold more than there are people for", () => {
    const initiatives = [step("a", [strategy(1)]), step("b", [strategy(1, 2)]), step("c", [skills(1)])];
    expect(planFor({ initiatives, personDaysPerQuarter: 20 }).quarters.map(({ personDays }) => personDays)).toEqual([20, 10, 0, 0]);
  });

  /** As one choice all three would go; by quarter, the long one and the wide one cannot both run beside the first. */
  const tight: Partial<RoadmapInput> = {
    quarters: 2,
    personDaysPerQuarter: 10,
    initiatives: [
      step("first", [strategy(2)], { effortPersonDays: everywhere(4) }),
      step("second", [skills(3)], { effortPersonDays: everywhere(8), ...after("first") }),
      step("third", [strategy(1, 2)], { effortPersonDays: everywhere(7) }),
    ],
  };
  it("decide together with the choice where the best choice cannot be laid out", () => {
    const plan = planFor(tight);
    expect(startsOf(plan)).toEqual({ first: 0, second: 1 });
    expect(plan).toMatchObject({ gain: 31.25, gap: 0 });
    expect(reasonsOf(plan)).toEqual({ third: "does-not-fit" });
  });
  it("start nothing beside what it requires, there neither", () => {
    const initiatives = [
      step("first", [strategy(2)], { effortPersonDays: everywhere(2) }),
      step("second", [skills(3)], { effortPersonDays: everywhere(8), ...after("first") }),
      step("third", [strategy(1, 2)], { effortPersonDays: everywhere(10) }),
    ];
    expect(planFor({ quarters: 2, personDaysPerQuarter: 10, initiatives })).toMatchObject({ gain: 31.25, gap: 0 });
  });
  it("take the choice with the least effort where the cheapest of the best cannot be laid out", () => {
    const initiatives = [
      ...(tight.initiatives ?? []),
      step("light", [strategy(1, 2)], { effortPersonDays: everywhere(6), costEuro: everywhere(500) }),
    ];
    const plan = planFor({ ...tight, initiatives });
    expect(startsOf(plan)).toEqual({ first: 0, light: 0, second: 1 });
    expect(plan).toMatchObject({ gain: 37.5, gap: 0, costEuro: 700 });
    // It needed no third step, which would have been the ninth run.
    expect(roadmap(roadmapInput({ ...tight, initiatives }), highs, stoppedFrom(9))).toEqual(plan);
  });
  it("keep what could be laid out, and tell the gap, where the time is over for that", () => {
    const result = planned(roadmap(roadmapInput(tight), highs, stoppedFrom(5)));
    expect(result).toMatchObject({ gain: 31.25, gap: 6.25 });
  });
  it("refuse pinned initiatives that cannot be laid out", () => {
    const pinned = ["first", "second", "third"];
    expect(roadmap(roadmapInput({ ...tight, pinned }), highs, limits)).toEqual({ status: "impossible", reason: "does-not-fit" });
    expect(roadmap(roadmapInput({ ...tight, pinned }), highs, stoppedFrom(5))).toEqual({ status: "out-of-time" });
  });
});

describe("what is left out", () => {
  it.each<[string, Partial<RoadmapInput>, string]>([
    ["everything it lifts is reached", { answers: { "skills-1": { level: 4 } } }, "no-gain"],
    ["nothing it lifts applies", { answers: { "skills-1": { answer: "na", reason: "entfällt" } } }, "no-gain"],
    ["the user has taken it out", { excluded: ["own"] }, "excluded"],
    ["it costs more than there is", { budgetEuro: 99 }, "over-budget"],
    ["there are never as many people", { personDaysPerQuarter: 2 }, "over-capacity"],
    ["there are no people at all", { personDaysPerQuarter: 0 }, "over-capacity"],
  ])("because %s", (_rule, overrides, reason) => {
    expect(reasonsOf(planFor({ initiatives: [step("own", [skills(4)])], ...overrides }))).toEqual({ own: reason });
  });

  it("because it would take longer than the horizon", () => {
    const own = step("own", [skills(4)], { durationMonths: [12, 18] });
    expect(reasonsOf(planFor({ initiatives: [own] }))).toEqual({ own: "does-not-fit" });
  });
  it("because others lift what it lifts", () => {
    const initiatives = [step("own", [skills(2)]), step("other", [skills(4)])];
    expect(reasonsOf(planFor({ initiatives }))).toEqual({ own: "not-worth-it" });
  });
  it("because what it requires cannot be in, wherever in the chain", () => {
    const initiatives = [step("base", [strategy(1)]), step("own", [skills(4)], after("base")), step("top", [skills(4, 2)], after("own"))];
    const missing = { own: "requirement-missing", top: "requirement-missing" };
    expect(reasonsOf(planFor({ initiatives, excluded: ["base"] }))).toEqual({ base: "excluded", ...missing });
    expect(reasonsOf(planFor({ initiatives: initiatives.slice(1) }))).toEqual(missing);
  });
  it("because nobody has time for what it requires", () => {
    const initiatives = [step("base", [strategy(1)]), step("own", [skills(4)], { ...after("base"), effortPersonDays: everywhere(0) })];
    expect(reasonsOf(planFor({ initiatives, personDaysPerQuarter: 0 }))).toEqual({ base: "over-capacity", own: "requirement-missing" });
  });
  it("because its stage is out of reach with what was chosen", () => {
    const initiatives = [step("lift", [strategy(1)]), step("own", [skills(1)], onStage("strategy", 1)), step("best", [skills(4, 2)])];
    expect(reasonsOf(planFor({ initiatives, budgetEuro: 100 }))).toEqual({ lift: "over-budget", own: "stage-missing" });
  });
  it("because it, with what it requires, is more than is left", () => {
    // The quick check does not ask for what the base lifts: it gains nothing by itself.
    const initiatives = [
      step("base", [strategy(1, 2)], { effortPersonDays: everywhere(30) }),
      step("own", [skills(1)], { ...after("base"), effortPersonDays: everywhere(12) }),
      step("best", [strategy(4)]),
    ];
    const plan = planFor({ initiatives, depth: "quick", personDaysPerQuarter: 10, quarters: 5 });
    expect(reasonsOf(plan)).toEqual({ base: "not-worth-it", own: "over-capacity" });
  });
  it("says nothing of the other track", () => {
    expect(planFor({ initiatives: [step("own", [skills(4)], { tracks: ["sme"] })] }).leftOut).toEqual([]);
  });
});

describe("what the user sets", () => {
  const duty = step("duty", [strategy(1)], { legalDuty: true, costEuro: everywhere(900) });
  const great = step("great", [skills(4)], { costEuro: everywhere(900) });

  it("keeps a pinned initiative in, gain or not", () => {
    expect(idsOf(planFor({ initiatives: [duty, great], pinned: ["duty"] }))).toEqual(["duty"]);
    expect(planFor({ initiatives: [great], pinned: ["great"], answers: { "skills-1": { level: 4 } } })).toMatchObject({
      gain: 0,
      chosen: [{ id: "great", gain: 0 }],
    });
  });
  it("forces the legal duties that are not fulfilled, and only then", () => {
    const initiatives = [duty, great];
    expect(idsOf(planFor({ initiatives }))).toEqual(["great"]);
    expect(idsOf(planFor({ initiatives, forceDuties: true }))).toEqual(["duty"]);
    expect(idsOf(planFor({ initiatives, forceDuties: true, answers: { "strategy-1": { level: 1 } } }))).toEqual(["great"]);
  });

  const refusal = (overrides: Partial<RoadmapInput>, own = limits) => roadmap(roadmapInput(overrides), highs, own);
  it("is refused where a pinned initiative cannot be in, with the reason for each", () => {
    const initiatives = [
      duty,
      step("built", [skills(1)], after("duty")),
      step("high", [skills(1)], onStage("skills", 4)),
      step("long", [skills(1)], { durationMonths: [36, 36] }),
    ];
    expect(refusal({ initiatives, pinned: ["long", "high", "built", "typo"], excluded: ["duty"], forceDuties: true })).toEqual({
      status: "impossible",
      reason: "pinned-unavailable",
      pinned: [
        { id: "built", reason: "requirement-missing" },
        { id: "duty", reason: "excluded" },
        { id: "high", reason: "stage-missing" },
        { id: "long", reason: "does-not-fit" },
        { id: "typo", reason: "unknown" },
      ],
    });
  });
  it("is refused where the pinned ones and what they require cost more than there is, with what they cost", () => {
    const initiatives = [duty, step("built", [skills(1)], { ...after("duty"), costEuro: everywhere(150, 250) }), great];
    expect(refusal({ initiatives, pinned: ["built"] })).toEqual({ status: "impossible", reason: "over-budget", needed: 1100 });
  });
  it("is refused where they take more person-days than there are, with what they take", () => {
    const initiatives = ["a", "b", "c"].map((id, index) => step(id, [skills(index + 1)], { effortPersonDays: everywhere(20) }));
    expect(refusal({ initiatives, pinned: ["a", "b", "c"], personDaysPerQuarter: 14 })).toEqual({
      status: "impossible",
      reason: "over-capacity",
      needed: 60,
    });
  });
  it("is answered with the time being over where the solver could find nothing in it", () => {
    expect(refusal({ initiatives: [great] }, stoppedFrom(1))).toEqual({ status: "out-of-time" });
    const initiatives = [duty, great];
    const pinned = ["duty", "great"];
    expect(refusal({ initiatives, pinned }, stoppedFrom(2))).toEqual({ status: "out-of-time" });
    expect(refusal({ initiatives, pinned }, stoppedFrom(3))).toEqual({ status: "out-of-time" });
  });
  it("keeps the choice that gains most where the time is over before the cheapest of its kind was found", () => {
    expect(planned(refusal({ initiatives: [great, step("twin", [skills(4)])] }, stoppedFrom(2)))).toMatchObject({ gain: 25, gap: 0 });
  });
});
