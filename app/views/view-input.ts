import type { AuthorText } from "../core/assessment/author-text";
import type { Frontier } from "../core/plan/frontier";
import type { PlanStep } from "../core/plan/settings";
import type { Content, QuestionnaireContent } from "../core/content";
import { modelOf } from "../core/content";
import { entryOf, valueUnder } from "../core/entry-of";
import { itemsOf } from "../core/questionnaire/questionnaire";
import type { Report } from "../core/report";
import type { DimensionId } from "../core/vocabulary";
import type { Locale } from "../i18n/index";

/** What people have added to a report: their own words, and how far each step has come. */
export type Added = { authorText: AuthorText | null; steps: ReadonlyMap<string, PlanStep> };

/** @param frontier null or left out: nothing is told of what more money would bring. */
export type ViewInput = { report: Report; added: Added; frontier?: Frontier | null; content: Content; locale: Locale };

/** The names and numbers that all parts of a report go by. */
export function namesOf({ report, content, locale }: Pick<ViewInput, "report" | "content" | "locale">) {
  const questionnaire: QuestionnaireContent = modelOf(content, report);
  const text = questionnaire.text[locale.language];
  const asked = itemsOf(questionnaire, report.depth);
  const numbers = new Map(asked.map(({ id }, index) => [id, index + 1]));
  return {
    questionnaire,
    dimension: (id: DimensionId) => valueUnder(text.dimensions, id),
    item: (id: string) => valueUnder(text.items, id),
    /** As printed beside every fact; 0 where a quick check does not ask it. */
    number: (item: string) => numbers.get(item) ?? 0,
    initiative: (id: string) => locale.translate(entryOf(content.initiatives, id).title),
    stage: (stage: number) => locale.messages.names.stage(stage, locale.messages.names.stages[stage] ?? ""),
    organisation: report.organisation.name ?? locale.messages.result.verdict.who[report.track],
  };
}
export type Names = ReturnType<typeof namesOf>;

/** A short name with its question's number: "Ziele [1]". */
export function numbered(names: Names, item: string, locale: Locale): string {
  const number = names.number(item);
  const { short } = names.item(item);
  return number === 0 ? short : `${short}\u00a0${locale.messages.result.topic.number(number)}`;
}
