import { beforeEach, describe, expect, it } from "vitest";
import { hostile } from "../support/hostile";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

let visitor: Visitor;
let id: string;
beforeEach(async () => {
  visitor = newVisitor(app.url);
  id = await visitor.begin({ name: "Muster" });
});
const page = () => visitor.text(`/assessments/${id}/words`);
const report = () => visitor.text(`/assessments/${id}/report`);

/** Writes what is given and empties the other fields. @param opened the page that the form stands on; the one of now where none is given. */
async function write(fields: Record<string, string | Blob>, opened?: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ language: "de", ...fields })) form.set(name, value);
  return visitor.submit(`/assessments/${id}/words`, form, opened);
}

describe("one's own words", () => {
  it("appear in the report, as paragraphs and lists, with who wrote them", async () => {
    const answer = await write({ author: "Beratung", summary: "Erstens.\n\n- Geld\n- Zeit", "comment.strategy": "Gut so." });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/assessments/${id}/report#summary`]);
    const html = await report();
    expect(html).toContain('<div class="written" lang="de"><p>Erstens.</p><ul><li>Geld</li><li>Zeit</li></ul></div>');
    expect(html).toContain("Von Beratung");
    expect(html).not.toContain("haben sich Antworten geändert");
    const topics = await visitor.text(`/assessments/${id}/report/topics/strategy`);
    expect(topics).toContain("<p>Gut so.</p>");
    expect(topics).not.toContain("haben sich Antworten geändert");
  });

  it.each(Object.entries(hostile))("that are %s stay text", async (_name, text) => {
    expect(
      (await write({ author: text.slice(0, 200), summary: text.slice(0, 6_000), "comment.strategy": text.slice(0, 3_000) })).status,
    ).toBe(303);
    for (const part of ["", "/topics/strategy"])
      expect(await visitor.text(`/assessments/${id}/report${part}`)).not.toMatch(/<script>|<img|"\s*onmouseover/);
  });

  it("warn where answers have changed since, until they are saved again", async () => {
    await write({ summary: "Alles gut." });
    const [item] = app.services.content.questionnaires.sme.dimensions[0]!.items;
    await visitor.saveAnswer(id, item!.id, { choice: "0" });
    expect(await report()).toContain("haben sich Antworten geändert");
    expect(await page()).toContain("haben sich Antworten geändert");
    await write({ summary: "Nicht alles gut." });
    expect(await report()).not.toContain("haben sich Antworten geändert");
  });

  it("that are too long are refused at their field, and nothing typed is lost", async () => {
    const answer = await write({ author: "Beratung", summary: "x".repeat(6_001), language: "fr" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("1 Zeichen zu lang, höchstens 6.000");
    expect(html).toContain("Bitte wählen Sie eine Sprache");
    expect(html).toContain("x".repeat(6_001));
    expect(html).toContain("<title>Fehler: ");
    // What is right is kept.
    expect(await app.services.stores.authorTexts.find(id)).toMatchObject({ author: "Beratung", summary: "" });
  });

  it("do not overwrite what somebody has written meanwhile without showing it", async () => {
    const opened = await page();
    await write({ summary: "Von Anna", "comment.strategy": "Anmerkung von Anna" }, opened);
    const answer = await write({ summary: "Von Bernd", "comment.skills": "Anmerkung von Bernd" }, opened);
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain("Von Anna");
    expect(html).toContain("Von Bernd");
    await write({ summary: "Von Bernd", "comment.strategy": "Anmerkung von Anna", "comment.skills": "Anmerkung von Bernd" }, html);
    expect(await app.services.stores.authorTexts.find(id)).toMatchObject({
      summary: "Von Bernd",
      comments: { strategy: "Anmerkung von Anna", skills: "Anmerkung von Bernd" },
    });
  });

  it("are gone when everything is removed, and are none when all is empty", async () => {
    await write({ summary: "Alles gut." });
    await visitor.post(`/assessments/${id}/words`, { intent: "remove" });
    expect(await app.services.stores.authorTexts.find(id)).toBeNull();
    await write({ author: " ", summary: "\n" });
    expect(await app.services.stores.authorTexts.find(id)).toBeNull();
  });

  it("are for those who may edit: others read them in the report", async () => {
    await write({ summary: "Alles gut." });
    const { read } = await visitor.links(id);
    const reader = newVisitor(app.url);
    await reader.get(read);
    expect(await reader.text(`/assessments/${id}/report`)).toContain("Alles gut.");
    expect((await reader.get(`/assessments/${id}/words`)).status).toBe(403);
    expect((await reader.post(`/assessments/${id}/words`, { language: "de", summary: "Nein" })).status).toBe(403);
    expect((await newVisitor(app.url).get(`/assessments/${id}/words`)).status).toBe(404);
  });
});

describe("a logo", () => {
  it("is kept until it is removed", async () => {
    await write({ author: "Beratung", logo: new Blob([png]) });
    expect(await app.services.stores.authorTexts.find(id)).toMatchObject({ logo: { type: "png" } });
    await write({ author: "Beratung" });
    expect(await app.services.stores.authorTexts.find(id)).toMatchObject({ logo: { type: "png" } });
    await write({ author: "Beratung", "logo-remove": "on" });
    expect(await app.services.stores.authorTexts.find(id)).toMatchObject({ logo: null });
  });

  it("may be a drawing, which is kept as pixels", async () => {
    const drawing =
      "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='10'><script>alert(1)</script><rect width='30' height='10'/></svg>";
    await write({ author: "Beratung", logo: new Blob([drawing]) });
    const stored = await app.services.stores.authorTexts.find(id);
    expect(stored?.logo?.type).toBe("png");
    const bytes = Buffer.from(stored?.logo?.base64 ?? "", "base64");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect((await visitor.get(`/assessments/${id}/document?kind=pdf`)).status).toBe(200);
  });

  it("that was stored broken leaves the documents whole", async () => {
    await write({ author: "Beratung", logo: new Blob([png]) });
    const stored = await app.services.stores.authorTexts.find(id);
    if (!stored) throw new Error("Nothing was stored.");
    const broken = png.subarray(0, 8).toString("base64");
    const change = { field: "logo", seen: null, next: { type: "png", base64: broken } };
    await app.services.stores.authorTexts.save(id, [change], "de", new Date());
    for (const kind of ["pdf", "docx"]) expect((await visitor.get(`/assessments/${id}/document?kind=${kind}`)).status).toBe(200);
  });

  it.each([
    ["a page", Buffer.from("<html>"), "weder PNG noch JPEG noch SVG"],
    ["cut off", png.subarray(0, 30), "beschädigt oder unvollständig"],
    ["too large", Buffer.concat([png, Buffer.alloc(2_000_001)]), "größer als 2 MB"],
  ])("that is %s is refused at its field, and nothing typed is lost", async (_name, bytes, message) => {
    const answer = await write({ author: "Beratung", logo: new Blob([bytes]) });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(new RegExp(`id="logo.error"[^>]*>[^<]*${message}`));
    expect(html).toContain('value="Beratung"');
    expect(await app.services.stores.authorTexts.find(id)).toMatchObject({ author: "Beratung", logo: null });
  });
});
