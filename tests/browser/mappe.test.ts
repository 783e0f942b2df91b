import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { expectAccessibleEverywhere, test } from "../support/browser";
import { mappePages } from "../support/pages";
import { answered } from "../support/walk";

const { messages, href } = localeOf("de");
const { mappe, ring } = messages;

/** What a consultant does in a day: clients from files and by name, links, answers, who lacks what, documents, a ring, hand-over. */
test("a consultant's day", async ({ app, visit }) => {
  const { content, stores } = app.services;
  const { page, expectComplaint } = await visit();
  await page.goto("/mappen");
  await page.getByRole("textbox", { name: mappe.start.name }).fill("Beratung Beispiel");
  await page.getByRole("button", { name: mappe.start.submit }).click();
  await page.getByRole("heading", { level: 1, name: "Beratung Beispiel" }).waitFor();
  const [, id = ""] = /mappen\/([^/]+)/.exec(page.url()) ?? [];

  await page.getByRole("link", { name: mappe.overview.add }).click();
  await page.getByRole("textbox", { name: mappe.add.names }).fill("Ahlen\nBünde\nCoesfeld");
  await page.getByRole("button", { name: mappe.add.manySubmit }).click();
  // What is missing is told at the field, and what was typed is there still.
  await page.getByRole("alert").getByRole("link", { name: mappe.add.trackMissing }).click();
  expect(await page.getByRole("textbox", { name: mappe.add.names }).inputValue()).toBe("Ahlen\nBünde\nCoesfeld");
  expectComplaint("422");
  await page.getByRole("radio", { name: messages.names.tracks.municipality }).check();
  await page.getByRole("button", { name: mappe.add.manySubmit }).click();
  await page.getByRole("img", { name: mappe.links.qr("Bünde") }).waitFor();
  const links = await page.locator(".link-sheet .copy-link-url").allTextContents();
  expect(links).toHaveLength(3);

  const ids: string[] = [];
  for (const [index, link] of links.entries()) {
    const client = await visit({ javaScriptEnabled: false });
    await client.page.goto(link);
    ids.push(/assessments\/([^/]+)/.exec(client.page.url())?.[1] ?? "");
    await client.page.getByText("Beratung Beispiel").waitFor();
    if (index === 2) continue;
    const { answers } = answered(content, "municipality", "full", (place) => ((place + index) % 3 === 0 ? 3 : 1));
    const changes = Object.entries(answers).map(([item, next]) => ({ item, seen: null, next }));
    await stores.answers.save(ids[index] ?? "", changes, { now: new Date(), today: "2026-11-26" });
  }

  await page.goto(href(`/mappen/${id}`));
  const table = page.getByRole("region", { name: mappe.overview.table });
  expect(await table.getByRole("row", { name: /Coesfeld/ }).innerText()).toContain(mappe.states["not-begun"]);
  const inWords = mappe.overview.stageOf(2, messages.names.stages[2] ?? "");
  expect(await table.getByRole("row", { name: /Ahlen/ }).textContent()).toContain(inWords);
  for (const name of ["Ahlen", "Bünde"]) await page.getByRole("checkbox", { name: mappe.overview.choose(name) }).check();
  await page.getByRole("button", { name: mappe.overview.compare }).click();
  await page.getByRole("columnheader", { name: "Ahlen" }).waitFor();
  await page.getByRole("columnheader", { name: mappe.compare.difference }).waitFor();
  await page.getByRole("link", { name: mappe.pages.gaps }).click();
  await page.getByRole("region", { name: mappe.gaps.measuresTitle }).getByRole("link").first().waitFor();

  await page.getByRole("link", { name: mappe.pages.documents }).click();
  await page.getByRole("radio", { name: messages.download.kinds.xlsx }).check();
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: mappe.documents.submit }).click();
  const files = unzipSync(readFileSync(await (await arriving).path()));
  const names = Object.keys(files);
  expect(names).toEqual([
    expect.stringContaining("ahlen"),
    expect.stringContaining("bünde"),
    `ki-pegel/${mappe.documents.portfolioFile}.xlsx`,
  ]);
  const sheets = await readExcelFile(Buffer.from(files[names[2] ?? ""] ?? []));
  for (const name of ["Ahlen", "Bünde"]) expect(sheets.filter(({ data }) => data.flat().includes(name)).length).toBeGreaterThan(1);
  await page.getByRole("status").filter({ hasText: messages.download.done }).waitFor();

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

  for (const address of [...mappePages(id, ids[0] ?? ""), `/assessments/${ids[0]}/mappen`, `/assessments/${ids[0]}/ring/${id}`]) {
    await page.goto(address);
    await expectAccessibleEverywhere(page);
  }
});
