import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initiative, modelVersion, soundContent } from "../../../tests/support/builders";
import type { Answer, Answers, Level } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import type { Content } from "../content";
import type { Initiative } from "../initiatives/initiative";
import { itemStates, recommend } from "../initiatives/recommend";
import { scoreDimension } from "../score/dimension-score";
import { stageOf } from "../score/stage";
import { dimensionIds, sizeClasses } from "../vocabulary";
import { createDraw, drawInputs, evaluate } from "./draw";
import { createFirstFive } from "./first-five";
import { compileModel } from "./model";
import { createRandom } from "./random";

const itemIds = dimensionIds.flatMap((id) => [`${id}-key`, `${id}-more`]);
const assess = (answers: Answers, organisation: Assessment["organisation"] = {}): Assessment => ({
  track: "municipality",
  depth: "full",
  modelVersion,
  organisation,
  answers,
});

/** The ids of the first five in the middle of every distribution. */
function firstFiveOf(initiatives: Initiative[], answers: Answers): string[] {
  const model = compileModel(assess(answers), { ...soundContent(), initiatives });
  const draw = createDraw(model);
  evaluate(model, new Float64Array(model.groupOf.length).fill(0.5), draw);
  return [...createFirstFive(model)(draw)].map((index) => model.candidates[index]?.id ?? "nobody");
}

describe("by hand", () => {
  const lifting = (id: string, level: number, overrides: Partial<Initiative> = {}) =>
    initiative(id, { lifts: [{ item: "strategy-key", level }], ...overrides });

  it("puts duties first, then the greater gain, then the id, and leaves the sixth out", () => {
    const duty = { legalDuty: true, law: ["act"] };
    const list = [
      lifting("e", 2),
      lifting("d", 2),
      lifting("c", 4),
      lifting("b", 3),
      lifting("z", 1, duty),
      lifting("y", 2, duty),
      lifting("a", 1),
    ];
    expect(firstFiveOf(list, {})).toEqual(["y", "z", "c", "b", "d"]);
  });

  it("keeps a sixth duty out, and a great gain behind five duties", () => {
    const duties = ["a", "b", "c", "d", "e", "f"].map((id) => lifting(id, 1, { legalDuty: true }));
    expect(firstFiveOf([...duties, lifting("great", 4)], {})).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("leaves places empty where fewer have a gain", () => {
    const list = [lifting("one", 3), lifting("none", 2), initiative("elsewhere", { lifts: [{ item: "unknown", level: 4 }] })];
    expect(firstFiveOf(list, { "strategy-key": { level: 2 } })).toEqual(["one", "nobody", "nobody", "nobody", "nobody"]);
  });

  it("asks for the stages that an initiative stands on, which a dimension without a score never reaches", () => {
    const demanding = lifting("demanding", 4, { requires: { initiatives: [], stages: [{ dimension: "skills", stage: 2 }] } });
    const skills = (key: Answer, more: Answer) => firstFiveOf([demanding], { "skills-key": key, "skills-more": more })[0];
    expect(skills({ level: 2 }, { level: 2 })).toBe("demanding");
    expect(skills({ level: 1 }, { level: 1 })).toBe("nobody");
    expect(skills({ answer: "dk" }, { level: 4 })).toBe("nobody");
  });

  it("counts open items as level 0, wherever their points were drawn", () => {
    const list = [
      initiative("open", { lifts: [{ item: "funding-key", level: 2 }] }),
      initiative("answered", { lifts: [{ item: "skills-key", level: 2 }] }),
    ];
    expect(firstFiveOf(list, { "skills-key": { level: 1 } }).slice(0, 2)).toEqual(["open", "answered"]);
  });
});

describe("of any draw", () => {
  const answer = fc.constantFrom<Answer>(
    { level: 0 },
    { level: 1 },
    { level: 2 },
    { level: 3 },
    { level: 4 },
    { answer: "dk" },
    { answer: "na", reason: "x" },
  );
  const answers = fc
    .array(answer, { minLength: 18, maxLength: 18 })
    .map((list): Answers => Object.fromEntries(itemIds.map((id, index) => [id, list[index] as Answer])));
  const stages = fc.array(fc.record({ dimension: fc.constantFrom(...dimensionIds), stage: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 1,
  });
  const lifts = fc.uniqueArray(fc.record({ item: fc.constantFrom(...itemIds), level: fc.integer({ min: 1, max: 4 }) }), {
    selector: ({ item }) => item,
    minLength: 1,
    maxLength: 4,
  });
  const initiatives = fc
    .array(fc.record({ lifts, stages, legalDuty: fc.boolean(), days: fc.integer({ min: 1, max: 9 }), ours: fc.boolean() }), {
      maxLength: 15,
    })
    .map((list) =>
      list.map(({ lifts, stages, legalDuty, days, ours }, index) =>
        initiative(`initiative-${index}`, {
          lifts,
          legalDuty,
          tracks: ours ? ["municipality", "sme"] : ["sme"],
          requires: { initiatives: [], stages },
          effortPersonDays: Object.fromEntries(
            [...sizeClasses.municipality, ...sizeClasses.sme].map((size, place) => [size, [days, days + place]]),
          ),
        }),
      ),
    );

  it("are those that the recommendations begin with, computed from scratch from the draw's levels and weights", () => {
    fc.assert(
      fc.property(answers, initiatives, fc.integer({ min: 0, max: 0xffffffff }), (given, list, number) => {
        const content: Content = { ...soundContent(), initiatives: list };
        const { dimensions, ...rest } = content.questionnaires.municipality;
        const assessment = assess(given, { sizeClass: "inhabitants-20000-49999" });
        const model = compileModel(assessment, content);
        const draw = createDraw(model);
        const inputs = new Float64Array(model.groupOf.length);
        const firstFive = createFirstFive(model);
        const random = createRandom(number.toString(16).padStart(8, "0"));
        // Three draws in a row: none may leave anything behind for the next.
        for (let round = 0; round < 3; round += 1) {
          drawInputs(inputs, random);
          evaluate(model, inputs, draw);

          const applicable = dimensions
            .flatMap((one) => one.items)
            .filter(({ id }) => !("answer" in given[id]! && given[id].answer === "na"));
          const at = (id: string) => applicable.findIndex((item) => item.id === id);
          const drawn: Answers = Object.fromEntries(
            Object.entries(given).map(([id, own]) => [id, "level" in own ? { level: draw.levels[at(id)] as Level } : own]),
          );
          const place = (id: string) => model.dimensions.findIndex((dimension) => dimension.id === id);
          const weighted = dimensions.map((dimension) => ({
            ...dimension,
            weight: draw.dimensionWeights[place(dimension.id)] ?? 1,
            items: dimension.items.map((item) => ({ ...item, weight: draw.itemWeights[at(item.id)] ?? 1 })),
          }));
          const scores = dimensions.map((dimension) => {
            const score = scoreDimension(dimension, "full", given, 1);
            return { ...score, stage: score.score === null ? null : stageOf(draw.points[place(dimension.id)] as number) };
          });
          const states = itemStates({ ...rest, dimensions: weighted }, "full", drawn, new Map());
          const { recommended } = recommend(list, "municipality", states, scores, "inhabitants-20000-49999");
          const ids = [...firstFive(draw)].filter((index) => index >= 0).map((index) => model.candidates[index]?.id);
          expect(ids).toEqual(recommended.slice(0, 5).map((one) => one.initiative.id));
        }
      }),
      { numRuns: 300 },
    );
  });
});
