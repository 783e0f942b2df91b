import { openBrowser } from "./tests/support/chromium";
const browser = await openBrowser();
const [path, name, width = "1280", scheme = "light"] = process.argv.slice(2) as [string, string, string?, string?];
const context = await browser.newContext({ baseURL: "http://127.0.0.1:3100", viewport: { width: Number(width), height: 900 }, colorScheme: scheme as "light", acceptDownloads: true });
const page = await context.newPage();
page.on("console", (m) => m.type() === "error" && console.log("console", m.text()));
await page.goto("/open/pZfGmzqsC9zACWO_kkZF98yYf876rnM4wyjoM1fctis");
const id = /assessments\/([^/?]+)/.exec(page.url())![1];
await page.goto(path.replace(":id", id!));
if (process.argv[6]) { await page.locator(process.argv[6]).first().screenshot({ path: `/tmp/kp/${name}.png` }); } else
await page.screenshot({ path: `/tmp/kp/${name}.png`, fullPage: true });
if (process.argv[7] === "download") {
  const t = Date.now();
  const d = page.waitForEvent("download", { timeout: 60000 });
  await page.getByRole("button", { name: /Datei erstellen|Make the file/ }).click();
  await page.waitForTimeout(300);
  console.log(await page.locator("form.download [role=status]").textContent());
  const file = await d; console.log(file.suggestedFilename(), Date.now() - t, "ms");
  await file.saveAs(`/tmp/kp/dl-${file.suggestedFilename()}`);
  await page.waitForTimeout(300);
  console.log(await page.locator("form.download [role=status]").textContent());
}
await browser.close();
