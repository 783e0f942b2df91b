// The small build of zod: this module also travels to the browser.
import * as z from "zod/mini";
import type { Answer, Level } from "../../core/assessment/answer";
import { cleanText, textLimits } from "../../core/assessment/text";
import { textOf } from "../text-of";

/** What the form holds for one question. Everything is text, as forms have it. */
export const answerFieldsSchema = z.object({ choice: z.string(), reason: z.string(), note: z.string(), evidence: z.string() });
export type AnswerFields = z.infer<typeof answerFieldsSchema>;

export type FieldErrorCode = "reason-missing" | "text-too-long" | "unknown-choice";
export type FieldErrors = Partial<Record<keyof AnswerFields, FieldErrorCode>>;

/** What one question offers beyond the five levels. */
export type Choices = { allowsNotApplicable: boolean };

export const emptyFields: AnswerFields = { choice: "", reason: "", note: "", evidence: "" };

/** The fields of one question among all that a form has sent. */
export function readFields(form: FormData, item: string): AnswerFields {
  const text = (name: keyof AnswerFields) => textOf(form, `${item}.${name}`);
  return { choice: text("choice"), reason: text("reason"), note: text("note"), evidence: text("evidence") };
}

export function toFields(answer: Answer | null): AnswerFields {
  if (!answer) return emptyFields;
  const { note = "", evidence = "" } = answer;
  const choice = "level" in answer ? String(answer.level) : "answer" in answer ? answer.answer : "";
  return { choice, reason: "reason" in answer ? answer.reason : "", note, evidence };
}

/** The answer that the fields give (null: none), or what is wrong with them. Used in the browser and on the server. */
export function toAnswer(fields: AnswerFields, { allowsNotApplicable }: Choices): { answer: Answer | null } | { errors: FieldErrors } {
  const texts = { reason: cleanText(fields.reason), note: cleanText(fields.note), evidence: cleanText(fields.evidence) };
  const errors: FieldErrors = {};
  for (const name of ["reason", "note", "evidence"] as const) if (texts[name].length > textLimits[name]) errors[name] = "text-too-long";
  const choices = ["", "0", "1", "2", "3", "4", "dk", ...(allowsNotApplicable ? ["na"] : [])];
  if (!choices.includes(fields.choice)) errors.choice = "unknown-choice";
  if (fields.choice === "na" && texts.reason === "") errors.reason = "reason-missing";
  if (Object.keys(errors).length > 0) return { errors };

  const remarks = { ...(texts.note && { note: texts.note }), ...(texts.evidence && { evidence: texts.evidence }) };
  if (fields.choice === "dk") return { answer: { answer: "dk", ...remarks } };
  if (fields.choice === "na") return { answer: { answer: "na", reason: texts.reason, ...remarks } };
  if (fields.choice !== "") return { answer: { level: Number(fields.choice) as Level, ...remarks } };
  return { answer: Object.keys(remarks).length > 0 ? remarks : null };
}
