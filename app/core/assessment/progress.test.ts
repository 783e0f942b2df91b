import { expect, it } from "vitest";
import { dimension, item, modelVersion } from "../../../tests/support/builders";
import { isAnswered, type Answer, type Answers } from "./answer";
import { progressOf, totalOf } from "./progress";

const questionnaire = {
  track: "sme" as const,
  modelVersion,
  contradictions: [],
  dimensions: [
    dimension("strategy", [item("a", { key: true }), item("b"), item("c"), item("d")]),
    dimension("funding", [item("e", { key: true }), item("f")]),
  ],
};

it.each<[string, Answer | undefined, boolean]>([
  ["a level", { level: 0 }, true],
  ["don't know", { answer: "dk" }, true],
  ["does not apply", { answer: "na", reason: "x" }, true],
  ["only a note", { note: "x" }, false],
  ["nothing", undefined, false],
])("%s counts as answered or not", (_kind, answer, answered) => {
  expect(isAnswered(answer)).toBe(answered);
});

it("counts per dimension, in the chosen depth, and in all", () => {
  const answers: Answers = {
    a: { level: 0 },
    b: { answer: "dk" },
    c: { answer: "na", reason: "x" },
    d: { note: "x" },
    e: { note: "x" },
  };
  const full = progressOf(questionnaire, { depth: "full", aiUse: "unknown", answers });
  expect(full).toEqual([
    { dimension: "strategy", answered: 3, asked: 4 },
    { dimension: "funding", answered: 0, asked: 2 },
  ]);
  expect(totalOf(full)).toEqual({ answered: 3, asked: 6 });
  expect(totalOf(progressOf(questionnaire, { depth: "quick", aiUse: "unknown", answers }))).toEqual({ answered: 1, asked: 2 });
});
