import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { valueText } from "../../app/views/overview";
import { reportFor } from "./report";
import { saidIn, type Answers, type Level } from "../../app/core/assessment/answer";
import type { Assessment } from "../../app/core/assessment/assessment";
import type { Content } from "../../app/core/content";
import { askedItems } from "../../app/core/questionnaire/questionnaire";
import { dimensionIds, type Depth, type DimensionId, type Track } from "../../app/core/vocabulary";
import type { Locale } from "../../app/i18n";
import { hashOf, newEditKey, readKeyOf } from "../../app/http/access/keys";
import type { App } from "./app";

const sizes = { municipality: "inhabitants-20000-49999", sme: "employees-10-49" } as const;

/** An assessment with every asked question at the level that `levelAt` gives for its place in the questionnaire. */
export function answered(content: Content, track: Track, depth: Depth, levelAt: (index: number) => Level): Assessment {
  const { dimensions, modelVersion } = content.questionnaires[track];
  const asked = dimensions.flatMap((dimension) => askedItems(dimension, depth));
  const answers: Answers = Object.fromEntries(asked.map(({ id }, index) => [id, { level: levelAt(index) }]));
  return { track, depth, aiUse: "unknown", modelVersion, organisation: { land: "NW", sizeClass: sizes[track] }, answers };
}

/** Keeps an assessment as if somebody had made it. @returns its id and the paths of its two links. */
export async function keep({ services }: App, assessment: Assessment) {
  const key = newEditKey();
  const readKey = readKeyOf(key, 1);
  const id = await services.stores.assessments.create(assessment, { edit: hashOf(key), read: hashOf(readKey) }, new Date());
  return { id, editPath: `/open/${key}`, readPath: `/open/${readKey}` };
}

/** From the home page to the first question: picks the track, the smallest fitting size and the depth. */
export async function begin(page: Page, { messages, href }: Locale, track: Track, depth: Depth): Promise<void> {
  await page.goto(href("/"));
  await page.getByRole("link", { name: messages.home[track] }).click();
  await page.getByRole("radio", { name: messages.names.sizeClasses[sizes[track]], exact: true }).check();
  await page.getByRole("radio", { name: depth === "quick" ? messages.start.quick : messages.start.full }).check();
  await page.getByRole("button", { name: messages.start.submit }).click();
}

/** What a page of the questionnaire asks, in the words of a language. */
export function questionsOf(content: Content, { language }: Locale, track: Track, depth: Depth, dimensionId: DimensionId) {
  const { dimensions, text } = content.questionnaires[track];
  const items = dimensions.filter(({ id }) => id === dimensionId).flatMap((dimension) => askedItems(dimension, depth));
  return items.map(({ id }) => ({ id, question: text[language].items[id]?.question ?? id }));
}

/** One question of the answer form, by its messages. */
export const questionIn = (page: Page, question: string): Locator => page.getByRole("group", { name: question });

/** One level of a question, by its number and name. */
export const levelIn = (group: Locator, { messages }: Locale, level: Level): Locator =>
  group.getByRole("radio", { name: `${level} ${messages.form.levels[level] ?? ""}` });

/** The page that asks about a dimension has arrived. */
export async function expectDimension(
  page: Page,
  content: Content,
  { language }: Locale,
  track: Track,
  dimension: DimensionId,
): Promise<void> {
  const name = content.questionnaires[track].text[language].dimensions[dimension]?.name ?? dimension;
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** The button that ends the page of a dimension: on the last one it leads to the check. */
export const nextButton = (page: Page, { messages }: Locale, dimension: DimensionId): Locator =>
  page.getByRole("button", { name: dimension === dimensionIds.at(-1) ? messages.form.saveAndCheck : messages.form.saveAndNext });

/** The report has arrived and shows what the core makes of the stored answers. @returns its value as a number is written. */
export async function expectReport(page: Page, { services }: App, id: string, locale: Locale): Promise<string> {
  const stored = await services.stores.assessments.find(id);
  expect(stored).not.toBeNull();
  const report = reportFor(stored as Assessment, services.content, "2026-11-21");
  await page.getByRole("heading", { level: 2, name: valueText(report, locale).text, exact: true }).waitFor();
  return locale.score(report.overall.lower ?? 0);
}

/** On the profile of an enterprise: unfolds what may be left out. */
export async function openFurther(page: Page, { messages }: Locale): Promise<void> {
  const name = page.getByRole("textbox", { name: messages.start.name });
  if (!(await name.isVisible())) await page.getByText(messages.start.further).click();
}

/** On the page of the plan: unfolds money, time and horizon, where they are not open anyway. */
export async function openLimits(page: Page, { messages }: Locale): Promise<void> {
  const budget = page.getByRole("textbox", { name: messages.roadmap.budget });
  if (!(await budget.isVisible())) await page.getByText(messages.roadmap.settings).click();
}

/** On the page of the plan: unfolds the steps that stand after the first ones. */
export async function openAllSteps(page: Page): Promise<void> {
  const further = page.locator("details:not([open]):has(.plan-step) > summary");
  if ((await further.count()) > 0) await further.click();
}

/** The picture of the plan, which a long plan folds away. */
export async function seePlanChart(page: Page, { messages }: Locale): Promise<void> {
  const { plan, planChart } = messages.roadmap;
  const folded = page.getByText(plan, { exact: true });
  await page.getByRole("img", { name: planChart }).or(folded).first().waitFor();
  if (await folded.isVisible()) await folded.click();
  await page.getByRole("img", { name: planChart }).waitFor();
}

/** What is kept of each answer of an assessment, without the day. */
export async function answersKept({ services }: App, id: string): Promise<Answers> {
  const { answers = {} } = (await services.stores.assessments.find(id)) ?? {};
  return Object.fromEntries(Object.entries(answers).map(([item, answer]) => [item, saidIn(answer)]));
}

/** The id of the assessment whose page is open. */
export const idOf = (page: Page): string => /assessments\/([^/]+)/.exec(page.url())?.[1] ?? "";
