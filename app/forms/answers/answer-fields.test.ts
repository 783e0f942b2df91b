import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../core/assessment/answer";
import { answerSchema, levels } from "../../core/assessment/answer";
import { cleanText, textLimits } from "../../core/assessment/text";
import {
  answerFieldsSchema,
  answerNames,
  emptyFields,
  fieldsOf,
  toAnswer,
  toFields,
  type AnswerFields,
  type FieldErrors,
} from "./answer-fields";

const anything = { allowsNotApplicable: true };
const fields = (given: Partial<AnswerFields>): AnswerFields => ({ ...emptyFields, ...given });

describe("from fields to an answer", () => {
  it.each<[string, Partial<AnswerFields>, Answer | null]>([
    ["nothing", {}, null],
    ["only space", { note: " \n ", evidence: "\t" }, null],
    ...levels.map((level): [string, Partial<AnswerFields>, Answer] => [`level ${level}`, { choice: String(level) }, { level }]),
    ["don't know", { choice: "dk" }, { answer: "dk" }],
    ["not applicable", { choice: "na", reason: " keine Beschäftigten " }, { answer: "na", reason: "keine Beschäftigten" }],
    ["remarks with a level", { choice: "3", note: "n\r\nm", evidence: "e" }, { level: 3, note: "n\nm", evidence: "e" }],
    ["remarks alone", { note: "n" }, { note: "n" }],
    ["a reason that is no longer needed", { choice: "2", reason: "weil" }, { level: 2 }],
    ["a reason without a choice", { reason: "weil" }, null],
  ])("%s", (_what, given, answer) => {
    expect(toAnswer(fields(given), anything)).toEqual({ answer });
  });

  const long = (limit: number) => "x".repeat(limit + 1);
  const tooLong = (limit: number) => ({ code: "text-too-long", over: 1, limit }) as const;
  it.each<[string, Partial<AnswerFields>, FieldErrors]>([
    ["a level that does not exist", { choice: "5" }, { choice: { code: "unknown-choice" } }],
    ["a negative level", { choice: "-1" }, { choice: { code: "unknown-choice" } }],
    ["half a level", { choice: "1.5" }, { choice: { code: "unknown-choice" } }],
    ["a level with space", { choice: " 1" }, { choice: { code: "unknown-choice" } }],
    ["a name of every object", { choice: "__proto__" }, { choice: { code: "unknown-choice" } }],
    ["not applicable without a reason", { choice: "na", reason: " \u0000" }, { reason: { code: "reason-missing" } }],
    ["texts above their limits", { choice: "na", reason: long(textLimits.reason), note: long(textLimits.note), evidence: long(textLimits.evidence) },
      { reason: tooLong(textLimits.reason), note: tooLong(textLimits.note), evidence: tooLong(textLimits.evidence) }],
    ["everything at once", { choice: "x", note: long(textLimits.note) }, { choice: { code: "unknown-choice" }, note: tooLong(textLimits.note) }],
  ])("refuses %s", (_what, given, errors) => {
    expect(toAnswer(fields(given), anything)).toEqual({ errors });
  }); // prettier-ignore

  it("takes texts up to their limits, counted once they are clean", () => {
    const note = "x".repeat(textLimits.note);
    expect(toAnswer(fields({ choice: "1", note: `  ${note}\u0000` }), anything)).toEqual({ answer: { level: 1, note } });
  });

  it('takes "not applicable" only where the question offers it', () => {
    expect(toAnswer(fields({ choice: "na", reason: "r" }), { allowsNotApplicable: false })).toEqual({
      errors: { choice: { code: "unknown-choice" } },
    });
  });

  it("gives nothing that the store would not take, whatever is typed", () => {
    const typed = fc.string({ unit: "binary", maxLength: 30 });
    const choice = fc.oneof(fc.constantFrom("", "0", "1", "2", "3", "4", "dk", "na"), typed);
    fc.assert(
      fc.property(fc.record({ choice, reason: typed, note: typed, evidence: typed }), (given) => {
        const result = toAnswer(given, anything);
        if ("errors" in result) expect(Object.keys(result.errors).length).toBeGreaterThan(0);
        else if (result.answer) expect(answerSchema.parse(result.answer)).toEqual(result.answer);
      }),
    );
  });
});

it("an answer survives the way through the form", () => {
  const text = fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).map(cleanText).filter(Boolean);
  const remarks = fc.record({ note: text, evidence: text }, { requiredKeys: [] });
  const kind = fc.oneof(
    fc.record({ level: fc.constantFrom(...levels) }),
    fc.constant({ answer: "dk" as const }),
    fc.record({ answer: fc.constant("na" as const), reason: text }),
  );
  fc.assert(
    fc.property(kind, remarks, (answer, more) => {
      expect(toAnswer(toFields({ ...answer, ...more }), anything)).toEqual({ answer: { ...answer, ...more } });
    }),
  );
  expect(toFields(null)).toEqual(emptyFields);
  expect(toFields({ note: "n" })).toEqual(fields({ note: "n" }));
});

it("reads the fields of one question among all of the page, and missing ones as nothing", () => {
  const names = answerNames("a");
  const typed = { [names.choice]: "2", [names.note]: " n ", "b.choice": "4" };
  expect(fieldsOf("a", typed)).toEqual(fields({ choice: "2", note: " n " }));
  expect(fieldsOf("c", typed)).toEqual(emptyFields);
});

it("the schema drops what no form has and refuses what is no text", () => {
  const crafted: unknown = JSON.parse('{"choice":"1","reason":"","note":"","evidence":"","__proto__":{"choice":"4"},"more":1}');
  const parsed = answerFieldsSchema.parse(crafted);
  expect(Object.keys(parsed)).toEqual(["choice", "reason", "note", "evidence"]);
  expect(parsed.choice).toBe("1");
  for (const wrong of [{ choice: 1 }, { note: null }, { evidence: ["x"] }, { reason: undefined }])
    expect(answerFieldsSchema.safeParse({ ...emptyFields, ...wrong }).success).toBe(false);
});
