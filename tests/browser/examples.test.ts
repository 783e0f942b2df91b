import { describe, expect } from "vitest";
import { exampleGroups } from "../../app/components/examples";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { startApp } from "../support/app";
import { expectAccessibleInTurn, newVisitor, test } from "../support/browser";

for (const language of languages)
  describe(`in ${language}`, () => {
    const { href } = localeOf(language);

    test("each component is accessible in each of its states", { timeout: 120_000 }, async ({ browser }) => {
      const app = await startApp({ NODE_ENV: "test" });
      const visitor = await newVisitor(browser, app.url);
      const { page } = visitor;
      try {
        for (const [group, examples] of Object.entries(exampleGroups)) {
          await page.goto(href(`/dev/examples/${group}`));
          for (const { name } of examples) await page.getByRole("region", { name, exact: true }).waitFor();
          for (const summary of await page.locator("main summary").all()) await summary.click();
          await expectAccessibleInTurn(page);
        }
        await page.goto(href("/dev/examples"));
        expect(await page.getByRole("navigation", { name: "Examples" }).getByRole("link").count()).toBe(Object.keys(exampleGroups).length);
      } finally {
        await visitor.close();
        await app.close();
      }
    });
  });

test("an installation has no such page, and nobody a group that is none", async ({ app }) => {
  for (const path of ["/dev/examples", "/dev/examples/charts", "/en/dev/examples"])
    expect((await fetch(app.url + path)).status, path).toBe(404);
  const open = await startApp({ NODE_ENV: "test" });
  try {
    expect((await fetch(`${open.url}/dev/examples/charts`)).status).toBe(200);
    expect((await fetch(`${open.url}/dev/examples/__proto__`)).status).toBe(404);
  } finally {
    await open.close();
  }
});
