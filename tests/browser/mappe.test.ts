import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { expect } from "vitest";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { expectAccessibleEverywhere, test } from "../support/browser";
import { mappePages } from "../support/pages";
import { unzip } from "../support/unzip";
import { answered } from "../support/walk";

const { messages, href } = localeOf("de");
const { branding, mappe, ring } = messages;

const clients = ["Ahlen", "Bünde", "Coesfeld", ...Array.from({ length: 37 }, (_, index) => `Stadt ${String(index + 1).padStart(2, "0")}`)];
const table = [
  "name;key;track;depth;land",
  ...clients.map((name, index) => `${name};k-${String(index + 1).padStart(3, "0")};municipality;full;NW`),
].join("\r\n");

/**
 * What a consultant does in a day: a Mappe with a brand, forty clients from a table, links, three of them answer, two are compared,
 * who lacks what, documents in the brand, a ring, hand-over.
 */
test("a consultant's day", { timeout: 180_000 }, async ({ app, visit }) => {
  const { content, stores } = app.services;
  const { page, expectComplaint } = await visit();
  await page.goto("/mappen");
  await page.getByRole("textbox", { name: mappe.start.name }).fill("Beratung Beispiel");
  await page.getByRole("button", { name: mappe.start.submit }).click();
  await page.getByRole("heading", { level: 1, name: "Beratung Beispiel" }).waitFor();
  const [, id = ""] = /mappen\/([^/]+)/.exec(page.url()) ?? [];

  await page.getByRole("link", { name: mappe.pages.documents }).click();
  await page.getByRole("link", { name: branding.ofMappe.link }).click();
  await page.getByRole("textbox", { name: branding.name }).fill("Beratung Nord");
  await page.getByRole("textbox", { name: branding.colour }).fill("#8a1538");
  await page.getByRole("textbox", { name: branding.contact }).fill("nord@example.org");
  await page.getByRole("button", { name: branding.submit }).click();
  await page.getByText(branding.ofMappe.now("Beratung Nord")).waitFor();

  await page.goto(`/mappen/${id}/add`);
  await page.getByRole("textbox", { name: mappe.add.names }).fill("Ahlen\nBünde");
  await page.getByRole("button", { name: mappe.add.manySubmit }).click();
  // What is missing is told at the field, and what was typed is there still.
  await page.getByRole("alert").getByRole("link", { name: mappe.add.trackMissing }).click();
  expect(await page.getByRole("textbox", { name: mappe.add.names }).inputValue()).toBe("Ahlen\nBünde");
  expectComplaint("422");
  await page.getByLabel(mappe.add.files).setInputFiles({ name: "kunden.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByRole("button", { name: mappe.add.filesSubmit }).click();
  await page.getByText(mappe.members.added(clients.length)).waitFor();
  await page.goto(`/mappen/${id}/links`);
  await page.getByRole("img", { name: mappe.links.qr("Bünde") }).waitFor();
  expect(await page.getByText("Beratung Nord · nord@example.org").count()).toBe(clients.length);
  const links = await page.locator(".link-sheet .copy-link-url").allTextContents();
  expect(links).toHaveLength(clients.length);

  const ids: string[] = [];
  for (const [index, link] of links.slice(0, 3).entries()) {
    const client = await visit({ javaScriptEnabled: false });
    await client.page.goto(link);
    ids.push(/assessments\/([^/]+)/.exec(client.page.url())?.[1] ?? "");
    await client.page.getByText("Beratung Beispiel").waitFor();
    const { answers } = answered(content, "municipality", "full", (place) => ((place + index) % 3 === 0 ? 3 : 1));
    const changes = Object.entries(answers).map(([item, next]) => ({ item, seen: null, next }));
    await stores.answers.save(ids[index] ?? "", changes, { now: new Date(), today: "2026-11-26" });
  }

  await page.goto(href(`/mappen/${id}`));
  const rows = page.getByRole("region", { name: mappe.overview.table });
  expect(await rows.getByRole("row", { name: /Stadt 37/ }).innerText()).toContain(mappe.states["not-begun"]);
  const inWords = mappe.overview.stageOf(2, messages.names.stages[2] ?? "");
  expect(await rows.getByRole("row", { name: /Ahlen/ }).textContent()).toContain(inWords);
  // All of its columns are to be seen on a desktop.
  for (const language of languages) {
    await page.goto(localeOf(language).href(`/mappen/${id}`));
    const beyond = await page.locator(".heat-scroll").evaluate((table) => table.scrollWidth - table.clientWidth);
    expect(beyond, `pixels of the overview beyond a desktop, ${language}`).toBeLessThanOrEqual(0);
  }
  // On paper, white whatever the screen is, its colours are printed: without them light figures stand on white.
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const printed = await page.locator(".heat-key.heat-4").evaluate((key) => {
    const { color, backgroundColor, printColorAdjust } = getComputedStyle(key);
    return { color, backgroundColor, printColorAdjust };
  });
  expect(printed).toEqual({ color: "rgb(255, 255, 255)", backgroundColor: "rgb(0, 0, 0)", printColorAdjust: "exact" });
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.goto(href(`/mappen/${id}`));
  for (const name of ["Ahlen", "Bünde"]) await page.getByRole("checkbox", { name: mappe.overview.choose(name) }).check();
  await page.getByRole("button", { name: mappe.overview.compare }).click();
  await page.getByRole("columnheader", { name: "Ahlen" }).waitFor();
  await page.getByRole("columnheader", { name: mappe.compare.difference }).waitFor();
  await page.getByRole("link", { name: mappe.pages.gaps }).click();
  await page.getByRole("region", { name: mappe.gaps.measuresTitle }).getByRole("link").first().waitFor();

  await page.getByRole("link", { name: mappe.pages.documents }).click();
  await page.getByRole("radio", { name: messages.download.kinds.xlsx }).check();
  await page.getByRole("button", { name: mappe.documents.submit }).click();
  await page.getByRole("heading", { level: 1, name: mappe.batch.title }).waitFor();
  // The page follows by itself.
  await page.getByText(mappe.batch.finished(3, 3)).waitFor({ timeout: 40_000 });
  await page.getByRole("button", { name: mappe.batch.remove }).waitFor();
  const batch = /batches\/([^/]+)/.exec(page.url())?.[1] ?? "";
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: mappe.batch.download }).click();
  const files = unzipSync(readFileSync(await (await arriving).path()));
  expect(Object.keys(files)).toEqual([
    ...["k-001", "k-002", "k-003", mappe.documents.portfolioFile].map((name) => `ki-pegel/${name}.xlsx`),
    `ki-pegel/${mappe.documents.manifestFile}`,
  ]);
  for (const name of ["k-001", mappe.documents.portfolioFile]) {
    const parts = [...unzip(files[`ki-pegel/${name}.xlsx`] ?? new Uint8Array()).values()].join("");
    expect(parts, name).toContain("<dc:creator>Beratung Nord</dc:creator>");
  }
  const sheets = await readExcelFile(Buffer.from(files[`ki-pegel/${mappe.documents.portfolioFile}.xlsx`] ?? []));
  for (const name of ["Ahlen", "Bünde"]) expect(sheets.filter(({ data }) => data.flat().includes(name)).length).toBeGreaterThan(1);

  await page.getByRole("link", { name: mappe.pages.ring }).click();
  await page.getByRole("radio", { name: ring.rules.anonymous }).check();
  await page.getByRole("radio", { name: messages.names.tracks.municipality }).check();
  await page.getByRole("button", { name: ring.setSubmit }).click();
  await page.getByRole("checkbox", { name: "Ahlen" }).check();
  await page.getByRole("button", { name: ring.inviteSubmit }).click();
  await page.getByRole("cell", { name: ring.states.invited }).waitFor();

  await page.goto(href(`/mappen/${id}/members/${ids[1]}`));
  await page.getByRole("radio", { name: mappe.hand.leave }).check();
  await page.getByRole("button", { name: mappe.hand.submit }).click();
  await page.getByRole("heading", { level: 1, name: mappe.members.title }).waitFor();
  expect(await page.getByText("Bünde").count()).toBe(0);

  await page.goto(href(`/mappen/${id}/settings`));
  await page.getByRole("textbox", { name: mappe.settings.person }).fill("Vertretung");
  await page.getByRole("radio", { name: mappe.rights.viewer }).check();
  await page.getByRole("button", { name: mappe.settings.personSubmit }).click();
  await page.getByRole("button", { name: mappe.settings.renewOne("Vertretung") }).waitFor();

  for (const address of [...mappePages(id, ids[0] ?? "", batch), `/assessments/${ids[0]}/mappen`, `/assessments/${ids[0]}/ring/${id}`]) {
    await page.goto(address);
    await expectAccessibleEverywhere(page);
  }
});
