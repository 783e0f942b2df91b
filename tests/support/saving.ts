import type { Page, Route } from "playwright-core";
import { expect } from "vitest";
import { saidIn, type Answer, type Level } from "../../app/core/assessment/answer";
import { localeOf } from "../../app/i18n";
import type { App } from "./app";
import { answered, keep, levelIn, questionIn, questionsOf } from "./walk";

const german = localeOf("de");
const { messages } = german;

/** Where the browser sends what is typed. */
export const saves = "**/save/*";
/** What Chromium complains of when a request meets no server. */
export const refusedConnection = "net::ERR_CONNECTION_REFUSED";

/** What the form shows of how far what is typed is saved. What it has read aloud stands elsewhere, a moment later. */
export async function expectState(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.locator("[data-state]").textContent(), { timeout: 15_000, interval: 20 }).toBe(text);
}

/** Whether the page claims, to the eye or to the ear, that everything is saved. */
export const saidSaved = async (page: Page): Promise<boolean> =>
  (await page.locator("[data-state], [data-said]").allTextContents()).includes(messages.saving.state.saved);

/** An assessment without an answer and the first question of its first page. */
export async function begun(app: App, page?: Page) {
  const { content, stores } = app.services;
  const kept = await keep(app, { ...answered(content, "municipality", "full", () => 0), answers: {} });
  const [first] = questionsOf(content, german, "municipality", "full", "strategy");
  if (!first) throw new Error("no question about strategy");
  const anchors = content.questionnaires.municipality.text.de.items[first.id]?.anchors ?? [];
  const path = `/assessments/${kept.id}/strategy`;
  if (page) {
    await page.goto(kept.editPath);
    await page.goto(path);
  }
  return {
    ...kept,
    item: first.id,
    path,
    question: (on: Page) => questionIn(on, first.question),
    level: (on: Page, level: Level) => levelIn(questionIn(on, first.question), german, level),
    /** Opens the remarks of the question and gives one of their fields. */
    async remark(on: Page, name: string) {
      const group = questionIn(on, first.question);
      const field = group.getByRole("textbox", { name });
      if (!(await field.isVisible())) await group.getByText(messages.form.remarks).click();
      return field;
    },
    /** How the page words an answer where two stand against each other. */
    said: (level: Level) => `${level} ${messages.form.levels[level] ?? ""}: ${anchors[level] ?? ""}`,
    /** What is kept, without the day. */
    stored: async (): Promise<Answer | undefined> => {
      const answer = (await stores.assessments.find(kept.id))?.answers[first.id];
      return answer && saidIn(answer);
    },
  };
}

/** An assessment with every question answered, opened in a browser. */
export async function filled(app: App, page: Page) {
  const kept = await keep(app, answered(app.services.content, "municipality", "full", () => 1)); // prettier-ignore
  await page.goto(kept.editPath);
  return kept;
}

/** Holds what is sent to an address back until it is let go. @returns what lets it go, and how many were held. */
export async function hold(page: Page, address: string) {
  const held: Route[] = [];
  let open = false;
  await page.route(address, (route) => {
    held.push(route);
    if (open) void route.continue();
  });
  return {
    count: () => held.length,
    async release() {
      open = true;
      await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    },
  };
}

/** What the device keeps of what is typed. */
export const keptOnDevice = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ki-pegel ")));
