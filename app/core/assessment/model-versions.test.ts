import { describe, expect, it } from "vitest";
import { dimension, item } from "../../../tests/support/builders";
import type { Mapping } from "../questionnaire/mapping";
import type { Answers } from "./answer";
import { convertAnswers, readableVersion, sameItems, type Models } from "./model-versions";

const model = (modelVersion: string, items: ReturnType<typeof item>[], mapping: Mapping | null) => ({
  ...{ modelVersion, dimensions: [dimension("strategy", items)], mapping },
});
const models: Models = {
  "2.0.0": model("2.0.0", [item("goals"), item("council"), item("extra")], {
    from: "1.1.0",
    items: { goals: "same", backing: { to: "council", carries: "review" }, review: "none" },
  }),
  "1.0.0": model("1.0.0", [item("aims"), item("backing", { allowsNotApplicable: true }), item("review")], null),
  "1.1.0": model("1.1.0", [item("goals"), item("backing"), item("review")], {
    from: "1.0.0",
    items: { aims: { to: "goals", carries: "same" }, backing: "same", review: "review" },
  }),
};
const convert = (answers: Answers, modelVersion: string, to: string, previous = {}) =>
  convertAnswers({ modelVersion, answers, previous }, to, models);

describe("answers to an earlier version", () => {
  it("stay as they are under the same version", () => {
    const answers: Answers = { aims: { level: 1 } };
    expect(convert(answers, "1.0.0", "1.0.0")).toEqual({ modelVersion: "1.0.0", answers, previous: {}, dropped: [] });
  });

  it("carry over where the mapping says so, with all they hold, also to another id", () => {
    const goals = { level: 3, note: "Beschluss", evidence: "e", date: "2026-01-01", by: "Erika" } as const;
    expect(convert({ aims: goals, backing: { answer: "dk" } }, "1.0.0", "1.1.0")).toEqual({
      ...{ modelVersion: "1.1.0", answers: { goals, backing: { answer: "dk" } } },
      ...{ previous: {}, dropped: [] },
    });
  });

  it("are to be confirmed where the question has become sharper; what was noted stays with the question", () => {
    const review = { level: 2, note: "jährlich", date: "2026-01-01" } as const;
    expect(convert({ review }, "1.0.0", "1.1.0")).toEqual({
      ...{ modelVersion: "1.1.0", answers: { review: { note: "jährlich", date: "2026-01-01" } } },
      ...{ previous: { review: { modelVersion: "1.0.0", item: "review", answer: review } }, dropped: [] },
    });
  });

  it("are to be confirmed where today's question cannot be answered so", () => {
    const backing = { answer: "na", reason: "kein Rat" } as const;
    expect(convert({ backing }, "1.0.0", "1.1.0")).toMatchObject({ answers: {}, previous: { backing: { answer: backing } } });
  });

  it("go through every version in between", () => {
    const answers: Answers = { aims: { level: 1 }, backing: { level: 2 }, review: { level: 3 } };
    expect(convert(answers, "1.0.0", "2.0.0")).toEqual({
      ...{ modelVersion: "2.0.0", answers: { goals: { level: 1 } } },
      previous: { council: { modelVersion: "1.1.0", item: "backing", answer: { level: 2 } } },
      // Nobody has confirmed it under 1.1.0, and 2.0.0 does not ask for it.
      dropped: ["review"],
    });
  });

  it("that wait to be confirmed go on waiting, as they were first given", () => {
    const previous = { backing: { modelVersion: "0.9.0", item: "council-backing", answer: { level: 4 } } } as const;
    expect(convert({}, "1.1.0", "2.0.0", previous)).toMatchObject({ previous: { council: previous.backing } });
  });

  it("to a version that was never published are to be confirmed where the item is known", () => {
    const answers: Answers = { goals: { level: 1 }, aims: { level: 2 } };
    expect(convert(answers, "1.0.5", "1.1.0")).toEqual({
      ...{ modelVersion: "1.1.0", answers: {} },
      ...{ previous: { goals: { modelVersion: "1.0.5", item: "goals", answer: { level: 1 } } }, dropped: ["aims"] },
    });
  });
});

it("a version is read as itself or as the next that was published, and not where it is newer than all", () => {
  expect(["0.9.0", "1.0.0", "1.0.1", "2.0.0", "2.0.1"].map((version) => readableVersion(version, models))).toEqual([
    ...["1.0.0", "1.0.0", "1.1.0", "2.0.0", null],
  ]);
});

describe("items that mean the same under two versions", () => {
  it.each([
    ["1.1.0", "1.1.0", { goals: "goals", backing: "backing", review: "review" }],
    ["1.0.0", "1.1.0", { goals: "aims", backing: "backing" }],
    ["1.0.0", "2.0.0", { goals: "aims" }],
    ["1.1.0", "1.0.0", {}],
    ["0.9.0", "1.0.0", {}],
  ])("from %s to %s", (from, to, expected) => {
    expect(Object.fromEntries(sameItems(from, to, models))).toEqual(expected);
  });
});
