import { describe, expect, it } from "vitest";
import { modelVersion, soundContent } from "../../../tests/support/builders";
import type { Assessment } from "../../core/assessment/assessment";
import { parseSaveFile } from "../../core/assessment/parse-save-file";
import { toSaveFile } from "../../core/assessment/save-file";
import { answerChangesSchema, assessmentFileSchema, readAnswerChanges } from "./assessment-input";
import { toOpenApi } from "./openapi";
import { apiOperations } from "./operations";

const content = soundContent();
const stored: Assessment = {
  track: "sme",
  depth: "full",
  aiUse: "unknown",
  modelVersion,
  organisation: {},
  answers: { "strategy-key": { level: 1 } },
};
const file = (more: object = {}) => ({ ...toSaveFile(stored), ...more });
const refuses = (read: () => unknown): boolean => {
  try {
    read();
    return false;
  } catch {
    return true;
  }
};

const answers: [string, unknown][] = [
  ["level 0", { level: 0 }],
  ["level 4 with remarks", { level: 4, note: "n", evidence: "e" }],
  ["don't know", { answer: "dk" }],
  ["does not apply", { answer: "na", reason: "r" }],
  ["a note alone", { note: "n" }],
  ["level 5", { level: 5 }],
  ["level -1", { level: -1 }],
  ["level 1.5", { level: 1.5 }],
  ["level as text", { level: "1" }],
  ["another word", { answer: "maybe" }],
  ["two answers", { level: 1, answer: "dk" }],
  ["no reason", { answer: "na" }],
  ["an unknown key", { level: 1, score: 2 }],
  ["a number", 3],
  ["a list", []],
  ["a note too long", { level: 1, note: "x".repeat(10_001) }],
];

describe("what the description says of an input is what is read", () => {
  it.each<[string, object]>([
    ["as it is", {}],
    [
      "with an organisation",
      { organisation: { name: "N", land: "NW", sizeClass: "employees-1-9", sector: "crafts", ownership: "private" } },
    ],
    ["without one", { organisation: undefined }],
    ["another format", { format: "x" }],
    ["another version", { version: 2 }],
    ["another track", { track: "land" }],
    ["another depth", { depth: "deep" }],
    ["a version that is none", { modelVersion: "1" }],
    ["an unknown key", { extra: 1 }],
    ["an unknown Land", { organisation: { land: "XX" } }],
    ["answers in a list", { answers: [] }],
    ["no answers", { answers: undefined }],
    ...answers.map(([kind, answer]): [string, object] => [`an answer: ${kind}`, { answers: { "strategy-more": answer } }]),
  ])("a file %s", (_kind, more) => {
    const sent: unknown = JSON.parse(JSON.stringify(file(more)));
    expect(parseSaveFile(sent, content.models).assessment === null).toBe(!assessmentFileSchema.safeParse(sent).success);
  });

  it.each([...answers, ["null", null] as [string, unknown]])("a change: %s", (_kind, answer) => {
    const sent = { "strategy-more": answer };
    expect(refuses(() => readAnswerChanges(sent, stored, content))).toBe(!answerChangesSchema.safeParse(sent).success);
  });
});

it("changes are read cleaned, in their order, with null for what is withdrawn", () => {
  const sent = { "strategy-more": { level: 2, note: " a\r\nb " }, "strategy-key": null };
  expect(readAnswerChanges(sent, stored, content)).toEqual([
    { item: "strategy-more", next: { level: 2, note: "a\nb" } },
    { item: "strategy-key", next: null },
  ]);
});

it("every operation has an id of its own", () => {
  const ids = apiOperations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it("fields that carry a number say their unit", () => {
  const { schemas } = toOpenApi(apiOperations).components;
  const text = JSON.stringify(schemas);
  for (const unit of ["0–100", "0–1", "Euros", "Person-days", "Months"]) expect(text).toContain(unit);
});
