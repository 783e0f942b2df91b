import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { dimensionIds, languages, tracks } from "../../app/core/vocabulary";
import { localeOf, type Locale } from "../../app/i18n";
import { test } from "../support/browser";
import { reportPages } from "../support/pages";
import { answered, keep, levelIn, questionIn, questionsOf } from "../support/walk";
import { readDemo } from "../../seeds/demo";

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 720 };

/** Words that the eye meets in the content of a page: not those for listening alone, nor what a list of choices holds unseen. */
const wordsOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    let words = 0;
    const isClipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== "none" || isClipped(element.parentElement));
    while (texts.nextNode()) {
      const { parentElement: around, textContent } = texts.currentNode;
      if (!around || around.closest("option, svg") || !around.checkVisibility() || isClipped(around)) continue;
      words += textContent?.match(/[\p{L}\p{N}]+(?:[-–.,/]\S+)*/gu)?.length ?? 0;
    }
    return words;
  });

const topOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Math.round(element.getBoundingClientRect().top + scrollY));

const bottomOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().bottom + scrollY));

for (const language of languages)
  for (const track of tracks)
    describe(`${track} in ${language}`, () => {
      const locale = localeOf(language);
      const { messages, href } = locale;

      test("from the home page to a first result: at most 15 taps, and 900 words for an owner", async ({ app, visit }) => {
        const { page } = await visit({ viewport: phone, hasTouch: true, locale: language === "de" ? "de-DE" : "en-GB" });
        const walk = await toFirstResult(page, locale, track, (dimension) =>
          questionsOf(app.services.content, locale, track, "quick", dimension).map(({ question }) => question),
        );
        expect(walk.taps).toBeLessThanOrEqual(15);
        if (track === "sme" && language === "de") expect(walk.words).toBeLessThanOrEqual(900);
        // English and the other track are measured, so that they do not grow unseen.
        expect(walk.words, `${track} ${language}`).toBeLessThanOrEqual(track === "sme" ? 1_050 : 1_200);

        // The result: verdict, value and three steps on one screen, how to begin with each and the rest a tap away.
        expect(await wordsOn(page)).toBeLessThanOrEqual(250);
        expect(await page.locator(".step").count()).toBe(3);
        expect(await bottomOf(page, ".next-steps")).toBeLessThanOrEqual(phone.height);
        const begin = page.locator(".step-fold").first();
        expect(await begin.locator(".step-facts").isVisible()).toBe(false);
        await begin.locator("summary").tap();
        expect(await begin.locator(".step-facts").isVisible()).toBe(true);
        await page.getByText(messages.screen.more, { exact: true }).click();
        await page.getByText(messages.result.quick.note).waitFor();
        await page.setViewportSize(desktop);
        expect(await topOf(page, "#more")).toBeLessThanOrEqual(1.6 * desktop.height);
      });

      test("on every page of questions the first answer is above the fold of a phone, the whole first question above that of a desktop", async ({
        app,
        visit,
      }) => {
        const { page } = await visit();
        const assessment = answered(app.services.content, track, "full", () => 2);
        const { id, editPath } = await keep(app, assessment);
        const quick = await keep(app, { ...assessment, depth: "quick" });
        for (const path of [editPath, quick.editPath]) await page.goto(path);
        const addresses = [...dimensionIds.map((topic) => `/assessments/${id}/${topic}`), `/assessments/${quick.id}/questions`];
        for (const address of addresses) {
          await page.setViewportSize(phone);
          await page.goto(href(address));
          expect((await firstQuestion(page)).firstAnswer, address).toBeLessThanOrEqual(phone.height * 0.6);
          expect(await page.locator(".scale-hint").count(), address).toBe(/strategy|questions/.test(address) ? 1 : 0);
          await page.setViewportSize(desktop);
          const { end, bar } = await firstQuestion(page);
          expect(end, address).toBeLessThanOrEqual(bar);
          expect(await tabsToFirstRadio(page), address).toBeLessThanOrEqual(6);
        }
      });
    });

describe.each(["beispielkreis", "kleinhausen", "musterstadt", "musterwerk", "tischlerei-muster"])("the report of %s", (name) => {
  for (const language of languages)
    test(`stands in parts of at most three screens, and says first what to do (${language})`, async ({ app, visit }) => {
      const locale = localeOf(language);
      const { page } = await visit({ viewport: desktop });
      const { assessment } = readDemo(process.cwd(), app.services.content.models).find((one) => one.name === name) ?? {};
      if (!assessment) throw new Error(`no example ${name}`);
      const { id, editPath } = await keep(app, assessment);
      await page.goto(editPath);
      for (const address of reportPages(id)) {
        await page.goto(locale.href(address));
        const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
        expect(screens, address).toBeLessThanOrEqual(3);
        expect(await page.title(), address).not.toContain(locale.messages.report.title);
      }
      await page.setViewportSize(phone);
      await page.goto(locale.href(`/assessments/${id}/report`));
      expect(await topOf(page, ".step")).toBeLessThanOrEqual(640);
      // A step leads to itself, and its address can be kept.
      const step = page.locator(".step h3 a").first();
      const title = await step.innerText();
      await step.click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      expect(await topOf(page, "h1")).toBeLessThanOrEqual(200);
    });
});

test("a browser that asks for English is offered English, and one that asks for German is not", async ({ visit }) => {
  const offer = localeOf("en").messages.layout.offered;
  const english = await visit({ locale: "en-GB" });
  await english.page.goto("/");
  await english.page.getByRole("link", { name: offer }).click();
  await english.page.waitForURL("**/en");
  expect(await english.page.getByRole("link", { name: localeOf("de").messages.layout.offered }).count()).toBe(0);
  const german = await visit({ locale: "de-DE" });
  await german.page.goto("/");
  expect(await german.page.getByRole("link", { name: offer }).count()).toBe(0);
});

for (const language of languages)
  test(`the head of a page takes one line of a phone (${language})`, async ({ visit }) => {
    const { page } = await visit({ viewport: { width: 320, height: 640 }, locale: language === "de" ? "de-DE" : "en-GB" });
    const { href } = localeOf(language);
    for (const address of ["/", "/mappen", "/method"]) {
      await page.goto(href(address));
      const tops = await page.locator(".site-header-inner > *:visible").evaluateAll((parts) =>
        parts.map((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return Math.round((top + bottom) / 2);
        }),
      );
      expect(Math.max(...tops) - Math.min(...tops), address).toBeLessThan(8);
    }
  });

test("the menu of a phone opens without moving from under the finger, and nothing comes in its place", async ({ visit }) => {
  const { page } = await visit({ viewport: phone, hasTouch: true });
  const { layout } = localeOf("de").messages;
  await page.goto("/method");
  const [menu, language] = [page.getByText(layout.menu, { exact: true }), page.getByRole("link", { name: layout.otherLanguageHint })];
  const places = async () => [await menu.boundingBox(), await language.boundingBox()];
  const closed = await places();
  await menu.tap();
  const pages = page.getByRole("navigation", { name: layout.mainNavigation });
  expect(await pages.getByRole("link", { name: layout.regions }).isVisible()).toBe(true);
  expect(await places()).toEqual(closed);
  const { x, width } = (await pages.boundingBox()) ?? { x: NaN, width: NaN };
  expect([x, x + width]).toEqual([16, phone.width - 16]);
});

test("what a device opens is seen whole on a phone, with how far it is and the way to forget it", async ({ app, visit }) => {
  const { page } = await visit({ viewport: phone });
  const { messages } = localeOf("de");
  const { editPath } = await keep(
    app,
    answered(app.services.content, "sme", "quick", () => 2),
  );
  await page.goto(editPath);
  await page.goto("/");
  const line = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: messages.names.unnamed(messages.names.tracks.sme) }) });
  expect(await line.innerText()).toContain(messages.form.progress(9, 9));
  const { x, width } = (await line.getByText(messages.keeping.device.forget).boundingBox()) ?? { x: NaN, width: NaN };
  expect(x + width).toBeLessThan(phone.width);
});

test("names of controls keep their words apart", async ({ app, visit }) => {
  const { page } = await visit();
  const { id, editPath } = await keep(
    app,
    answered(app.services.content, "municipality", "full", () => 2),
  );
  await page.goto(editPath);
  await page.goto(`/assessments/${id}/use-cases`);
  const { levels } = localeOf("de").messages.form;
  for (const [level, word] of levels.entries())
    expect(await page.getByRole("radio", { name: new RegExp(`^${level} ${word} \\p{L}`, "u") }).count(), word).toBeGreaterThan(0);
});

type Walk = { taps: number; words: number };

/** The shortest way there is: everything that may be left out is left out. */
async function toFirstResult(
  page: Page,
  locale: Locale,
  track: (typeof tracks)[number],
  questions: (dimension: (typeof dimensionIds)[number]) => string[],
): Promise<Walk> {
  const { messages, href } = locale;
  const walk = { taps: 0, words: 0 };
  const read = async () => (walk.words += await wordsOn(page));
  const tap = async (locator: ReturnType<Page["getByRole"]>) => {
    await locator.tap();
    walk.taps += 1;
  };
  await page.goto(href("/"));
  await read();
  await tap(page.getByRole("link", { name: messages.home[track] }));
  await page.getByRole("heading", { level: 1, name: messages.start.title }).waitFor();
  await read();
  await tap(page.getByRole("radio", { name: Object.values(messages.names.sizeClasses)[track === "sme" ? 5 : 1] ?? "", exact: true }));
  await tap(page.getByRole("radio", { name: messages.result.aiUse.choices.unmanaged }));
  await tap(page.getByRole("button", { name: messages.start.submit }));
  await page.getByRole("heading", { level: 1, name: messages.assessment.quickTitle }).waitFor();
  await read();
  for (const dimension of dimensionIds)
    for (const question of questions(dimension)) await tap(levelIn(questionIn(page, question), locale, 1));
  await tap(page.getByRole("button", { name: messages.form.saveAndResult }));
  await page.waitForURL(/\/report$/);
  await page.getByRole("heading", { level: 2, name: messages.screen.steps }).waitFor();
  return walk;
}

/** Where things of the first question end, in pixels from the top, and where the bar of the form begins. */
function firstQuestion(page: Page) {
  return page.evaluate(() => {
    const question = [...document.querySelectorAll(".question")].find((one) => one.checkVisibility());
    const bottom = (selector: string) => question?.querySelector(selector)?.getBoundingClientRect().bottom ?? Infinity;
    return {
      firstAnswer: bottom(".level"),
      end: bottom(".other-answers"),
      bar: document.querySelector(".answer-form > .form-actions")?.getBoundingClientRect().top ?? 0,
    };
  });
}

async function tabsToFirstRadio(page: Page): Promise<number> {
  for (let tabs = 1; tabs < 30; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.matches("input[type=radio]"))) return tabs;
  }
  return Infinity;
}
