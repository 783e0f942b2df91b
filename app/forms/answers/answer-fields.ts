// The small build of zod: this module also travels to the browser.
import * as z from "zod/mini";
import type { Answer, Level } from "../../core/assessment/answer";
import { cleanText, textLimits } from "../../core/assessment/text";
import type { Messages } from "../../i18n/index";
import type { Typed } from "../part";

/** What the form holds for one question. Everything is text, as forms have it. */
export const answerFieldsSchema = z.object({ choice: z.string(), reason: z.string(), note: z.string(), evidence: z.string() });
export type AnswerFields = z.infer<typeof answerFieldsSchema>;

/** `over`: how many characters too long the text is. */
type FieldError = { code: "reason-missing" | "unknown-choice" } | { code: "text-too-long"; over: number; limit: number };
export type FieldErrors = Partial<Record<keyof AnswerFields, FieldError>>;

/** The answer (null: none), or what is wrong. */
export type AnswerResult = { answer: Answer | null } | { errors: FieldErrors };

/** What one question offers beyond the five levels. */
export type Choices = { allowsNotApplicable: boolean };

export const emptyFields: AnswerFields = { choice: "", reason: "", note: "", evidence: "" };

/** The inputs of one question, in the order of the form. */
export const answerInputs = ["choice", "reason", "note", "evidence"] as const;

/** What the inputs of a question are called. */
export const answerNames = (item: string): Record<keyof AnswerFields, string> => ({
  choice: `${item}.choice`, reason: `${item}.reason`, note: `${item}.note`, evidence: `${item}.evidence`,
}); // prettier-ignore

/** What is typed for one question, among all that a form holds. */
export function fieldsOf(item: string, typed: Typed): AnswerFields {
  const names = answerNames(item);
  const text = (input: keyof AnswerFields) => typed[names[input]] ?? "";
  return { choice: text("choice"), reason: text("reason"), note: text("note"), evidence: text("evidence") };
}

export function toFields(answer: Answer | null): AnswerFields {
  if (!answer) return emptyFields;
  const { note = "", evidence = "" } = answer;
  const choice = "level" in answer ? String(answer.level) : "answer" in answer ? answer.answer : "";
  return { choice, reason: "reason" in answer ? answer.reason : "", note, evidence };
}

/** The answer that the fields give (null: none), or what is wrong with them. Used in the browser and on the server. */
export function toAnswer(fields: AnswerFields, { allowsNotApplicable }: Choices): AnswerResult {
  const texts = { reason: cleanText(fields.reason), note: cleanText(fields.note), evidence: cleanText(fields.evidence) };
  const errors: FieldErrors = {};
  for (const name of ["reason", "note", "evidence"] as const) {
    const [length, limit] = [texts[name].length, textLimits[name]];
    if (length > limit) errors[name] = { code: "text-too-long", over: length - limit, limit };
  }
  const choices = ["", "0", "1", "2", "3", "4", "dk", ...(allowsNotApplicable ? ["na"] : [])];
  if (!choices.includes(fields.choice)) errors.choice = { code: "unknown-choice" };
  if (fields.choice === "na" && texts.reason === "") errors.reason = { code: "reason-missing" };
  if (Object.keys(errors).length > 0) return { errors };

  const remarks = { ...(texts.note && { note: texts.note }), ...(texts.evidence && { evidence: texts.evidence }) };
  if (fields.choice === "dk") return { answer: { answer: "dk", ...remarks } };
  if (fields.choice === "na") return { answer: { answer: "na", reason: texts.reason, ...remarks } };
  if (fields.choice !== "") return { answer: { level: Number(fields.choice) as Level, ...remarks } };
  return { answer: Object.keys(remarks).length > 0 ? remarks : null };
}

export type AnswerMessages = Pick<Messages, "form" | "saving">;

/** What is wrong with one input, in words. */
export function errorText(input: keyof AnswerFields, error: FieldError, { form, saving }: AnswerMessages): string {
  if (error.code !== "text-too-long") return form.errors[error.code];
  return saving.tooLong(input === "choice" ? "" : form[input], error.over, error.limit);
}
