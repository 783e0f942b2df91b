import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { answerSchema, isAnswered, saidIn, type Answer } from "../../core/assessment/answer";
import { modelOf } from "../../core/content";
import type { FieldChange } from "../../core/assessment/merge-fields";
import { itemsOf } from "../../core/questionnaire/questionnaire";
import { answerParts } from "../../forms/answers/answer-parts";
import { questionViews } from "../../forms/answers/question-views";
import type { Locale } from "../../i18n/index";
import type { Part } from "../access/part-access";
import { refusal } from "../request";
import type { SavedFormData } from "./saved-forms";

/** The part that the address names, for whoever holds its key. */
export async function partFor({ params, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Part> {
  const part = await context.visitor.part(params.person ?? "");
  if (!part) throw refusal("no-part");
  return part;
}

/** The questions of a part as the form shows them, by topic, numbered as in the whole; and whether each is answered. */
export function partTopics(part: Part, { content }: Pick<AppLoadContext, "content">, locale: Locale) {
  const { answers, items } = part.person;
  const questionnaire = modelOf(content, part);
  const names = questionnaire.text[locale.language].dimensions;
  // What nobody else has said moves these questions: they are all asked, however AI is used.
  const asked = { ...part, aiUse: "unknown" as const, answers, previous: {} };
  return questionnaire.dimensions.flatMap(({ id }) => {
    const questions = questionViews(content, asked, id, locale)
      .filter((question) => items.includes(question.id))
      // Files belong to the assessment, and stand with its own answers.
      .map((question) => ({ ...question, presupposesUse: false, evidence: null }));
    const answered = questions.filter((question) => isAnswered(answers[question.id])).length;
    return questions.length > 0 ? [{ id, name: names[id]?.name ?? id, about: names[id]?.about ?? null, questions, answered }] : [];
  });
}

/** What somebody has answered, as a form that is saved part by part like every other. */
export function partForm(part: Part, { content }: Pick<AppLoadContext, "content">, { messages }: Locale): SavedFormData {
  const { answers, items } = part.person;
  const given = itemsOf(modelOf(content, part)).filter(({ id }) => items.includes(id));
  const said = (answer: Answer | null) => (answer === null ? undefined : saidIn(answer));
  return {
    parts: answerParts(given, messages),
    stored: Object.fromEntries(Object.entries(answers).map(([item, answer]) => [item, saidIn(answer)])),
    save: async (changes: FieldChange[]) => {
      const wishes = changes.map(({ field, seen, next }) => ({
        item: field,
        seen,
        next: next === undefined ? null : answerSchema.parse(next),
      }));
      const conflicts = await part.saveAnswers(wishes);
      return conflicts && conflicts.map(({ item, stored }) => ({ field: item, stored: said(stored) }));
    },
  };
}

/** Where the browser sends what is typed into a part. */
export const partSaveUrl = (part: Part, { href }: Locale): string => href(`/parts/${part.id}/save/answers`);
