import type { Answer } from "../../core/assessment/answer";
import { cleanText, textLimits } from "../../core/assessment/text";
import type { Messages } from "../../i18n/index";
import { emptyFields, toAnswer } from "../answers/answer-fields";
import { textOf } from "../text-of";

/** What stands in the form that records what was agreed. */
export type AgreedFields = { choice: string; reason: string };
export type AgreedErrors = Partial<Record<keyof AgreedFields, string>>;

/** The form again, as it was sent, with what is wrong. */
export const agreedErrors = (form: FormData, errors: AgreedErrors): { errors: AgreedErrors; fields: AgreedFields } => ({
  errors,
  fields: { choice: textOf(form, "choice"), reason: textOf(form, "reason") },
});

/** @returns what was agreed, with the tag of the answers that were seen; or what is wrong with each field, in words. */
export function readAgreed(
  form: FormData,
  { allowsNotApplicable }: { allowsNotApplicable: boolean },
  { answers: words }: Messages["team"],
): { agreed: { answer: Answer; reason: string; seen: string } } | { errors: AgreedErrors; fields: AgreedFields } {
  const reason = cleanText(textOf(form, "reason"));
  // Why something does not apply is what was agreed about it.
  const read = toAnswer({ ...emptyFields, choice: textOf(form, "choice"), reason: reason || "–" }, { allowsNotApplicable });
  const answer = "answer" in read ? read.answer : null;
  const errors = {
    ...(answer === null && { choice: words.choiceError }),
    ...(reason === "" && { reason: words.reasonError }),
    ...(reason.length > textLimits.reason && { reason: words.reasonTooLong }),
  };
  if (answer === null || Object.keys(errors).length > 0) return agreedErrors(form, errors);
  return { agreed: { answer, reason, seen: textOf(form, "seen") } };
}
