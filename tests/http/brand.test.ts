import { beforeEach, describe, expect, it } from "vitest";
import { printedPages, squeezed } from "../support/printed";
import { unzip } from "../support/unzip";
import { wordTemplate } from "../support/word-template";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='10'><rect width='30' height='10'/></svg>";

let visitor: Visitor;
let id: string;
beforeEach(async () => {
  visitor = newVisitor(app.url);
  id = await visitor.begin({ name: "Muster" });
});
const usual = { typeface: "fira-sans", voice: "consultant" };
const page = () => visitor.text(`/assessments/${id}/brand`);
const kept = () => app.services.stores.brands.find(id);

async function write(fields: Record<string, string | Blob>, opened?: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...usual, ...fields })) form.set(name, value);
  return visitor.submit(`/assessments/${id}/brand`, form, opened);
}

describe("a brand", () => {
  it("reaches PDF, Word and workbook, for readers too, and travels with the saved file", async () => {
    const fields = { name: "Kreis Beispiel", colour: " #8A1538 ", typeface: "source-serif-4", footer: "Stabsstelle Digitales" };
    const answer = await write({ ...fields, contact: "ki@kreis.example", logo: new Blob([png]) });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/assessments/${id}/report/documents`]);
    const logo = (await kept())?.logo?.base64 ?? "";
    expect(await visitor.text(`/assessments/${id}/brand`)).toContain(`src="data:image/png;base64,${logo}"`);
    const { read } = await visitor.links(id);
    const reader = newVisitor(app.url);
    await reader.get(read);
    const bytes = async (kind: string) =>
      new Uint8Array(await (await reader.get(`/assessments/${id}/document?kind=${kind}`)).arrayBuffer());
    const text = (await printedPages(await bytes("pdf"))).map((one) => one.text).join("");
    expect(squeezed(text)).toContain(squeezed("Stabsstelle Digitales · ki@kreis.example"));
    const docx = [...unzip(await bytes("docx")).values()].join("");
    expect(docx).toContain("8A1538");
    expect(docx).toContain('w:name="Source Serif 4"');
    expect([...unzip(await bytes("xlsx")).values()].join("")).toContain("<dc:creator>Kreis Beispiel</dc:creator>");

    const file = await visitor.text(`/assessments/${id}/ki-pegel.json`);
    const other = /^\/assessments\/([^/]+)/.exec((await visitor.load(file)).headers.get("location") ?? "")?.[1] ?? "";
    expect(await app.services.stores.brands.find(other)).toEqual(await kept());
  });

  it("is refused at its field with a colour that cannot be read, and the rest is kept", async () => {
    const answer = await write({ name: "Kreis", colour: "#ffcc00" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toMatch(/id="colour.error"[^>]*>[^<]*Ihr Kontrast ist 1,\d, nötig sind 4,5/);
    expect(html).toContain('value="#ffcc00"');
    expect(html).toContain("<title>Fehler: ");
    expect(await kept()).toMatchObject({ name: "Kreis", colour: null });
    expect(await (await write({ name: "Kreis", colour: "rot" })).text()).toContain("Das ist keine Farbe");
  });

  it("is gone when everything is removed, and is for those who may edit", async () => {
    await write({ name: "Kreis" });
    const { read } = await visitor.links(id);
    const reader = newVisitor(app.url);
    await reader.get(read);
    expect((await reader.get(`/assessments/${id}/brand`)).status).toBe(403);
    expect((await reader.post(`/assessments/${id}/brand`, { ...usual, name: "Nein" })).status).toBe(403);
    await visitor.post(`/assessments/${id}/brand`, { intent: "remove" });
    expect(await kept()).toBeNull();
  });
});

it("a logo that meets another one need not be chosen again", async () => {
  const opened = await page();
  await write({ logo: new Blob([png]) }, opened);
  const answer = await write({ logo: new Blob([drawing]) }, opened);
  const html = await answer.text();
  expect(answer.status).toBe(409);
  expect(html).toContain("das Logo, das Sie gewählt haben");
  expect(await page()).toContain("Es ist ein Logo gespeichert");
  const first = (await kept())?.logo;
  const chosen = /name="logo-chosen" value="([^"]+)"/.exec(html)?.[1]?.replaceAll("&quot;", '"') ?? "";
  const again = await write({ "logo-chosen": chosen, logo: new Blob([]), keep: "logo" }, html);
  expect(again.status).toBe(303);
  expect((await kept())?.logo).not.toEqual(first);
  expect((await kept())?.logo).toEqual(JSON.parse(chosen));
});

describe("a Word template", () => {
  it("is kept until it is removed, and dresses Word files", async () => {
    expect((await write({ template: new Blob([Buffer.from(wordTemplate())]) })).status).toBe(303);
    expect(await page()).toContain("Es ist eine Vorlage gespeichert");
    const docx = await visitor.get(`/assessments/${id}/document?kind=docx`);
    expect(unzip(new Uint8Array(await docx.arrayBuffer())).get("word/template-header1.xml")).toContain("Der Landrat");
    await write({ "template-remove": "on" });
    expect(await kept()).toBeNull();
  });

  it("with macros is refused at its field", async () => {
    const answer = await write({ name: "Kreis", template: new Blob([Buffer.from(wordTemplate({ "word/vbaProject.bin": "x" }))]) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/id="template.error"[^>]*>[^<]*enthält Makros/);
    expect(await kept()).toMatchObject({ name: "Kreis", template: null });
  });
});
