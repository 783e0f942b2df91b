import type { AppLoadContext } from "@remix-run/node";
import { answerSchema, isSaid, saidIn, type Answer } from "../../core/assessment/answer";
import type { FieldChange } from "../../core/assessment/merge-fields";
import { authorTextFields } from "../../core/assessment/author-text-fields";
import { brandFields } from "../../core/brand/brand-fields";
import { profileFields } from "../../core/assessment/profile-fields";
import { modelOf } from "../../core/content";
import { valueUnder } from "../../core/entry-of";
import { dutiesFor, factsOf } from "../../core/duties/find-duties";
import { limitFields, stepFields } from "../../core/plan/plan-fields";
import { itemsOf } from "../../core/questionnaire/questionnaire";
import { answerParts } from "../../forms/answers/answer-parts";
import { authorTextParts } from "../../forms/author-text/author-text-parts";
import { brandParts } from "../../forms/brand/brand-parts";
import { factParts } from "../../forms/facts/facts-parts";
import type { Part } from "../../forms/part";
import { limitParts, stepParts } from "../../forms/plan/plan-parts";
import { profileParts } from "../../forms/profile/profile-parts";
import { targetParts } from "../../forms/targets/targets-parts";
import { weightParts } from "../../forms/weights/weights-parts";
import { formState, type SaveChanges, type Stored } from "../../forms/submit-parts";
import type { Locale } from "../../i18n/index";
import type { Editable } from "../access/assessment-access";
import { reportOf } from "./report-of";

/** A form of an assessment: what it consists of, what is kept of that, and how changes are kept. */
export type SavedFormData = { parts: Part[]; stored: Stored; save: SaveChanges };
type Context = Pick<AppLoadContext, "content" | "reports" | "today">;
type Open = (assessment: Editable, locale: Locale, context: Context) => Promise<SavedFormData> | SavedFormData;

/** By the name in the address that the browser saves to. */
export const savedForms = {
  answers(assessment, { messages }, { content }) {
    const items = itemsOf(modelOf(content, assessment));
    const toAnswer = (value: unknown) => (value === undefined ? null : answerSchema.parse(value));
    const said = (answer: Answer | null) => (answer === null || !isSaid(answer) ? undefined : saidIn(answer));
    return {
      parts: answerParts(items, messages),
      stored: Object.fromEntries(Object.entries(assessment.answers).map(([item, answer]) => [item, said(answer)])),
      save: async (changes: FieldChange[]) => {
        const conflicts = await assessment.saveAnswers(
          changes.map(({ field, seen, next }) => ({ item: field, seen, next: toAnswer(next) })),
        );
        return conflicts && conflicts.map(({ item, stored }) => ({ field: item, stored: said(stored) }));
      },
    };
  },

  profile(assessment, locale) {
    const parts = profileParts(assessment.track, locale);
    return { parts, stored: profileFields(assessment), save: (changes) => assessment.saveProfile(changes) };
  },

  async plan(assessment, { messages, translate }, context) {
    const { content } = context;
    const initiatives = content.initiatives.filter(({ tracks }) => tracks.includes(assessment.track));
    const { limits: set, steps } = await assessment.plan();
    // Where nobody has set anything, the form shows what is suggested, and keeps that with the first change of it.
    const shown = set ?? (await reportOf(assessment, new Map(), context)).report.plan.limits;
    const ids = initiatives.map(({ id }) => id);
    const limits = limitParts(ids, messages);
    const owned = initiatives.map(({ id, owner }) => ({ id, owner: translate(owner) }));
    const isLimit = ({ field }: FieldChange) => limits.some(({ name }) => name === field);
    return {
      parts: [...limits, ...stepParts(owned, messages)],
      stored: { ...limitFields(shown), ...stepFields(steps) },
      save: async (changes: FieldChange[]) => {
        const [ofLimits, ofSteps] = [changes.filter(isLimit), changes.filter((change) => !isLimit(change))];
        const conflicts = [
          ofLimits.length > 0 ? await assessment.savePlanLimits(ofLimits, shown) : [],
          ofSteps.length > 0 ? await assessment.savePlanSteps(ofSteps) : [],
        ];
        return conflicts.includes(null) ? null : conflicts.flatMap((some) => some ?? []);
      },
    };
  },

  async "author-text"(assessment, locale, { content }) {
    const { dimensions, text } = modelOf(content, assessment);
    const named = dimensions.map(({ id }) => ({ id, name: valueUnder(text[locale.language].dimensions, id).name }));
    return {
      parts: authorTextParts(named, locale),
      stored: authorTextFields(await assessment.authorText(), locale.language),
      save: (changes) => assessment.saveAuthorText(changes, locale.language),
    };
  },

  async brand(assessment, locale) {
    return {
      parts: brandParts(locale),
      stored: brandFields(await assessment.brand()),
      save: (changes) => assessment.saveBrand(changes),
    };
  },

  async targets(assessment, locale, { content }) {
    const parts = targetParts(
      modelOf(content, assessment).dimensions.map(({ id }) => id),
      locale,
    );
    return { parts, stored: (await assessment.rounds()).targets, save: (changes) => assessment.saveTargets(changes) };
  },

  facts(assessment, locale, { content }) {
    const facts = factsOf(dutiesFor(content.duties, assessment.track)).map(({ fact }) => fact);
    return { parts: factParts(facts, locale), stored: assessment.facts, save: (changes) => assessment.saveFacts(changes) };
  },

  weights(assessment, locale) {
    return { parts: weightParts(locale), stored: assessment.weights, save: (changes) => assessment.saveWeights(changes) };
  },
} satisfies Record<string, Open>;

export type SavedFormName = keyof typeof savedForms;
export const isSavedForm = (name: string): name is SavedFormName => Object.hasOwn(savedForms, name);

/** What a page shows of a form: what is kept, and where the browser sends what is typed. */
export async function savedFormProps(name: SavedFormName, assessment: Editable, locale: Locale, context: Context) {
  const { parts, stored } = await savedForms[name](assessment, locale, context);
  return { state: formState(parts, stored), saveUrl: saveUrl(assessment.id, name, locale) };
}

export const saveUrl = (assessmentId: string, form: SavedFormName, { href }: Locale) => href(`/assessments/${assessmentId}/save/${form}`);
