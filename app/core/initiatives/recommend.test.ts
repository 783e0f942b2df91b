import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimension, dimensionScore, initiative, item, modelVersion, soundContent } from "../../../tests/support/builders";
import type { Answers, Level } from "../assessment/answer";
import type { Questionnaire } from "../questionnaire/questionnaire";
import { scoreDimension } from "../score/dimension-score";
import { scoreOverall } from "../score/overall-score";
import { sizeClasses, type Depth, type DimensionId, type SizeClass } from "../vocabulary";
import type { Initiative } from "./initiative";
import { itemStates, recommend } from "./recommend";

/** Strategy counts 1 and has items of weight 1 and 3; funding counts 3 and has one item. */
const questionnaire: Questionnaire = {
  track: "municipality",
  modelVersion,
  dimensions: [
    dimension("strategy", [item("light", { key: true, allowsNotApplicable: true }), item("heavy", { weight: 3 })]),
    dimension("funding", [item("money", { key: true, allowsNotApplicable: true })], { weight: 3 }),
  ],
};

type Setting = { answers?: Answers; depth?: Depth; weights?: Map<DimensionId, number>; sizeClass?: SizeClass };

function recommendFor(initiatives: Initiative[], { answers = {}, depth = "full", weights = new Map(), sizeClass }: Setting = {}) {
  const scores = questionnaire.dimensions.map((one) => scoreDimension(one, depth, answers, one.weight));
  return recommend(initiatives, "municipality", itemStates(questionnaire, depth, answers, weights), scores, sizeClass ?? null);
}
const lifting = (id: string, ...lifts: Initiative["lifts"]) => initiative(id, { lifts });
const answered: Answers = { light: { level: 1 }, heavy: { level: 0 }, money: { level: 2 } };
const notApplicable = { answer: "na", reason: "entfällt" } as const;

describe("the gain by hand", () => {
  const lift = lifting("lift", { item: "heavy", level: 4 });

  it.each<[string, Setting, number]>([
    ["weighs item and dimension", { answers: answered }, 18.75], // 100 × 1/4 × 3/4
    ["follows changed dimension weights", { answers: answered, weights: new Map([["funding", 1]]) }, 37.5],
    ["counts from where the item stands", { answers: { ...answered, heavy: { level: 3 } } }, 4.6875],
    ["counts an open item from level 0", { answers: {} }, 18.75],
    ["shares out the weight of an item that does not apply", { answers: { ...answered, light: notApplicable } }, 25],
    ["shares out the weight of a dimension that does not apply", { answers: { ...answered, money: notApplicable } }, 75],
  ])("%s", (_rule, setting, gain) => {
    expect(recommendFor([lift], setting).recommended).toMatchObject([{ gain, gainPerDay: gain / 2 }]);
  });

  it("adds up over the items, each from its level to the target, and says which were open", () => {
    const both = lifting("both", { item: "light", level: 2 }, { item: "money", level: 4 });
    expect(recommendFor([both], { answers: { light: { level: 1 }, money: { answer: "dk" } } }).recommended).toEqual([
      {
        initiative: both,
        gain: 25 * (1 / 16) + 100 * (3 / 4),
        gainPerDay: (25 * (1 / 16) + 100 * (3 / 4)) / 2,
        lifts: [
          { item: "light", from: 1, to: 2, open: false },
          { item: "money", from: 0, to: 4, open: true },
        ],
      },
    ]);
  });

  it("leaves an item alone that stands as high already, or higher", () => {
    const mixed = lifting("mixed", { item: "money", level: 1 }, { item: "light", level: 1 }, { item: "heavy", level: 4 });
    expect(recommendFor([mixed], { answers: answered }).recommended).toMatchObject([
      { gain: 18.75, lifts: [{ item: "heavy", from: 0, to: 4, open: false }] },
    ]);
  });

  it("counts key items only in the quick check", () => {
    const both = lifting("both", { item: "light", level: 4 }, { item: "heavy", level: 4 });
    expect(recommendFor([both], { depth: "quick" }).recommended).toMatchObject([{ gain: 25, lifts: [{ item: "light" }] }]);
  });
});

describe("not recommended", () => {
  it.each<[string, Initiative, Answers]>([
    ["what lifts nothing", lifting("a", { item: "money", level: 2 }), answered],
    ["what lifts only items that do not apply", lifting("b", { item: "money", level: 4 }), { ...answered, money: notApplicable }],
    ["what is for the other track", initiative("c", { tracks: ["sme"], lifts: [{ item: "money", level: 4 }] }), answered],
  ])("%s", (_rule, one, answers) => {
    expect(recommendFor([one], { answers })).toEqual({ recommended: [], postponed: [] });
  });

  it("anything where nothing is applicable", () => {
    const answers: Answers = { light: notApplicable, money: notApplicable };
    expect(recommendFor([lifting("a", { item: "light", level: 4 })], { answers, depth: "quick" }).recommended).toEqual([]);
  });
});

describe("the order", () => {
  const lifts = [{ item: "money", level: 4 }];
  const order = (initiatives: Initiative[], sizeClass?: SizeClass) =>
    recommendFor(initiatives, { ...(sizeClass && { sizeClass }) }).recommended.map((one) => one.initiative.id);
  const days = (small: number, large: number) =>
    Object.fromEntries(
      sizeClasses.municipality.map((size, index): [SizeClass, [number, number]] => [size, index < 2 ? [small, small] : [large, large]]),
    );

  it("puts legal duties first, then the greater gain per person-day", () => {
    const duty = initiative("duty", { lifts: [{ item: "light", level: 1 }], legalDuty: true, law: ["act"] });
    const quick = initiative("quick", { lifts, effortPersonDays: days(1, 1) });
    const great = initiative("great", { lifts, effortPersonDays: days(5, 5) });
    const small = lifting("small", { item: "light", level: 1 });
    expect(order([small, great, duty, quick])).toEqual(["duty", "quick", "great", "small"]);
  });

  it("breaks ties by id, duties too", () => {
    expect(order(["b", "c", "a"].map((id) => initiative(id, { lifts })))).toEqual(["a", "b", "c"]);
    expect(order(["b", "a"].map((id) => initiative(id, { lifts, legalDuty: true })))).toEqual(["a", "b"]);
  });

  it("goes by the effort in the organisation's size class, and by the mean of the track where that is unknown", () => {
    const forSmall = initiative("for-small", { lifts, effortPersonDays: days(1, 20) });
    const forLarge = initiative("for-large", { lifts, effortPersonDays: days(10, 2) });
    expect(order([forLarge, forSmall], "inhabitants-under-20000")).toEqual(["for-small", "for-large"]);
    expect(order([forSmall, forLarge], "inhabitants-100000-plus")).toEqual(["for-large", "for-small"]);
    expect(order([forSmall, forLarge])).toEqual(["for-large", "for-small"]); // means 10.5 and 6
  });

  it("takes the middle of the range", () => {
    const [one] = recommendFor([initiative("one", { lifts, effortPersonDays: { "inhabitants-under-20000": [2, 8] } })], {
      sizeClass: "inhabitants-under-20000",
    }).recommended;
    expect(one).toMatchObject({ gain: 75, gainPerDay: 15 });
  });

  it("leaves the other track's effort out where the size class is unknown", () => {
    const both = initiative("both", { lifts, effortPersonDays: { ...days(5, 5), "employees-1-9": [500, 500] } });
    expect(recommendFor([both]).recommended).toMatchObject([{ gain: 75, gainPerDay: 15 }]);
  });
});

describe("an initiative that stands on a stage", () => {
  const stages: Initiative["requires"]["stages"] = [
    { dimension: "strategy", stage: 2 },
    { dimension: "funding", stage: 3 },
  ];
  const demanding = initiative("demanding", { lifts: [{ item: "money", level: 4 }], requires: { initiatives: [], stages } });
  const items = itemStates(questionnaire, "full", {}, new Map());
  const at = (strategy: number | null, funding: number | null) =>
    recommend([demanding], "municipality", items, [dimensionScore("strategy", strategy), dimensionScore("funding", funding)], null);

  it("is recommended once every stage is reached", () => {
    expect(at(50, 75)).toMatchObject({ recommended: [{ initiative: { id: "demanding" } }], postponed: [] });
  });
  it("is postponed until then, with the stages that are missing", () => {
    expect(at(50, 50)).toEqual({ recommended: [], postponed: [{ initiative: demanding, missing: [stages[1]] }] });
    expect(at(25, 50).postponed).toEqual([{ initiative: demanding, missing: stages }]);
  });
  it("is postponed where the dimension has no score, or does not occur", () => {
    expect(at(50, null).postponed).toEqual([{ initiative: demanding, missing: [stages[1]] }]);
    expect(recommend([demanding], "municipality", items, [], null).postponed).toEqual([{ initiative: demanding, missing: stages }]);
  });
});

it("the gain is the rise of the overall score, computed from scratch, whatever the levels and weights", () => {
  const { dimensions, ...rest } = soundContent().questionnaires.municipality;
  const ids = dimensions.flatMap(({ items }) => items.map(({ id }) => id));
  const weight = fc.double({ min: 0.1, max: 10, noNaN: true });
  const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
  const lifts = fc.uniqueArray(fc.record({ item: fc.constantFrom(...ids), level: fc.integer({ min: 1, max: 4 }) }), {
    selector: (lift) => lift.item,
    minLength: 1,
  });
  const weights = fc.array(weight, { minLength: ids.length, maxLength: ids.length });
  const levels = fc.array(level, { minLength: ids.length, maxLength: ids.length });

  fc.assert(
    fc.property(levels, weights, weights, lifts, (answeredLevels, itemWeights, dimensionWeights, lifted) => {
      const weighted = dimensions.map((one, index) => ({
        ...one,
        weight: dimensionWeights[index] ?? 1,
        items: one.items.map((own) => ({ ...own, weight: itemWeights[ids.indexOf(own.id)] ?? 1 })),
      }));
      const before = new Map(ids.map((id, index) => [id, answeredLevels[index] ?? 0]));
      const after = new Map(before);
      for (const lift of lifted) after.set(lift.item, Math.max(lift.level, before.get(lift.item) ?? NaN) as Level);
      const answersOf = (all: Map<string, Level>): Answers => Object.fromEntries([...all].map(([id, own]) => [id, { level: own }]));
      const scoresOf = (all: Map<string, Level>) => weighted.map((one) => scoreDimension(one, "full", answersOf(all), one.weight));
      const overall = (all: Map<string, Level>) => scoreOverall(scoresOf(all)).arithmetic ?? NaN;

      const items = itemStates({ ...rest, dimensions: weighted }, "full", answersOf(before), new Map());
      const { recommended } = recommend([initiative("one", { lifts: lifted })], "municipality", items, scoresOf(before), null);
      expect(recommended[0]?.gain ?? 0).toBeCloseTo(overall(after) - overall(before), 8);
    }),
  );
});
