import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mostEvidenceFiles } from "../../app/core/assessment/evidence-file";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { localeOf } from "../../app/i18n";
import { startApp, type App } from "../support/app";
import { infectedMark, startClamd } from "../support/clamd";
import { newVisitor, type Visitor } from "./visitor";

const { evidence, changes } = localeOf("de").messages;
const pdf = (text: string) => `%PDF-1.7\n${text}\n%%EOF\n`;
const item = "strategy-goals";

let app: App;
let clamd: Awaited<ReturnType<typeof startClamd>>;
let visitor: Visitor;
let id: string;
beforeAll(async () => {
  clamd = await startClamd();
  app = await startApp({ CLAMAV: clamd.address, EVIDENCE_FILE_MEGABYTES: "1", EVIDENCE_MEGABYTES: "2" });
});
afterAll(async () => {
  await app.close();
  await clamd.close();
});
beforeEach(async () => {
  visitor = newVisitor(app.url);
  id = await visitor.begin();
  await visitor.saveAnswer(id, item, { choice: "3" });
});

const at = (page: string) => `/assessments/${id}${page}`;
function add(content: BlobPart, name = "Beschluss.pdf", by = visitor) {
  const form = new FormData();
  form.set("intent", "add");
  form.set("file", new Blob([content]), name);
  return by.post(at(`/evidence/${item}`), form);
}
const stored = async () => (await app.services.stores.assessments.find(id))?.answers[item];
const fileLink = async () => at(`/files/${(await stored())?.files?.[0]?.sha256}`);

describe("a file that proves an answer", () => {
  it("is scanned, kept, named everywhere the answer stands, and handed out as nothing but a file", async () => {
    const response = await add(pdf("Zeile"), "Beschluss März.PDF");
    expect([response.status, response.headers.get("location")]).toEqual([303, at(`/evidence/${item}?saved=added`)]);
    expect(clamd.received.at(-1)?.toString()).toBe(pdf("Zeile"));
    expect(await stored()).toMatchObject({ level: 3, files: [{ name: "Beschluss März.pdf", type: "pdf", by: "edit-link" }] });
    for (const page of ["/strategy", `/evidence/${item}`, "/report/topics/strategy"]) expect(await visitor.text(at(page)), page).toContain("Beschluss März.pdf"); // prettier-ignore
    expect(await visitor.text(at("/document?kind=csv&table=answers&language=de"))).toContain("Beschluss März.pdf");
    expect(await visitor.text(at("/check"))).not.toContain(localeOf("de").messages.assessment.checkEvidence(1));
    expect(await visitor.text(at("/changes"))).toContain(`${changes.kinds.file} (PDF): ${changes.texts.added}`);

    const reader = newVisitor(app.url);
    await reader.get((await visitor.links(id)).read);
    for (const who of [visitor, reader]) {
      const file = await who.get(await fileLink());
      expect([file.status, await file.text()]).toEqual([200, pdf("Zeile")]);
      expect(Object.fromEntries(["content-type", "x-content-type-options", "cache-control"].map((name) => [name, file.headers.get(name)]))).toEqual({ "content-type": "application/pdf", "x-content-type-options": "nosniff", "cache-control": "no-store" }); // prettier-ignore
      expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="beschluss-maerz.pdf"/);
      expect(file.headers.get("content-security-policy")).toContain("sandbox");
    }
    expect((await newVisitor(app.url).get(await fileLink())).status).toBe(404);
    expect((await reader.get(at(`/evidence/${item}`))).status).toBe(403);
    expect((await add(pdf("x"), "x.pdf", reader)).status).toBe(403);
  });

  it("goes nowhere else: another assessment does not hand it out, though it has the same file", async () => {
    await add(pdf("Zeile"));
    const link = await fileLink();
    const other = newVisitor(app.url);
    const theirs = await other.begin();
    expect((await other.get(link)).status).toBe(404);
    expect((await other.get(link.replace(id, theirs))).status).toBe(404);
    expect((await visitor.get(at("/files/..%2f..%2fki-pegel.sqlite"))).status).toBe(404);
  });

  it.each([
    ["unknown-kind", "<html><script>alert(1)</script>", "Beschluss.pdf"],
    ["macros", zipSync({ "word/vbaProject.bin": strToU8("x") }), "a.docx"],
    ["infected", pdf(infectedMark), "a.pdf"],
    ["empty", "", "a.pdf"],
    ["too-large", pdf("x".repeat(1024 * 1024)), "a.pdf"],
  ] as const)("is refused as %s, says so at the field, and leaves nothing behind", async (fault, content, name) => {
    const response = await add(content, name);
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page.split(evidence.faults[fault])).toHaveLength(3);
    expect(page).toContain('aria-invalid="true"');
    expect((await stored())?.files).toBeUndefined();
    expect(await app.services.stores.evidenceFiles.list(id)).toEqual([]);
  });

  it("is refused unread where the body is too large by far", async () => {
    expect((await add(pdf("x".repeat(2 * 1024 * 1024)))).status).toBe(413);
  });

  it("is refused a second time, where a question has enough, and where the assessment has", async () => {
    await add(pdf("0"));
    expect(await (await add(pdf("0"), "anders.pdf")).text()).toContain(evidence.faults["there-already"]);
    await add(pdf("x".repeat(1_000_000)));
    expect((await add(pdf("y".repeat(1_000_000)), "y.pdf")).status).toBe(303);
    expect(await (await add(pdf("z".repeat(1_000_000)), "z.pdf")).text()).toContain(evidence.faults.quota);
    for (const text of ["1", "2", "3", "4", "5"]) await add(pdf(text));
    expect((await stored())?.files).toHaveLength(mostEvidenceFiles);
    expect(await app.services.stores.evidenceFiles.list(id)).toHaveLength(mostEvidenceFiles);
    expect(await visitor.text(at(`/evidence/${item}`))).toContain(evidence.full);
  });

  it("stays with its answer, whatever is answered, and is gone once it is removed", async () => {
    await add(pdf("Zeile"));
    const link = await fileLink();
    const [file] = (await stored())?.files ?? [];
    await visitor.submit(at("/strategy"), { [`${item}.choice`]: "4" });
    expect(await stored()).toMatchObject({ level: 4, files: [file] });
    await visitor.submit(at("/strategy"), { [`${item}.choice`]: "" });
    expect(await stored()).toEqual({ files: [file] });
    expect((await visitor.post(at(`/evidence/${item}`), { intent: "remove", file: file?.sha256 ?? "" })).status).toBe(303);
    expect(await stored()).toBeUndefined();
    expect((await visitor.get(link)).status).toBe(404);
    expect(await app.services.stores.evidenceFiles.list(id)).toEqual([]);
  });

  it("goes over into the next round with its answer; a closed round still says what it was called", async () => {
    await add(pdf("Zeile"));
    await visitor.post(at("/rounds"), { intent: "close", number: "1", date: "2026-11-26", people: "no" });
    await visitor.post(at("/rounds"), { intent: "begin", number: "2" });
    expect(await visitor.text(at(`/evidence/${item}`))).toContain("Beschluss.pdf");
    await visitor.submit(at("/strategy"), { adopt: `${item} previous` });
    expect(await stored()).toMatchObject({ level: 3, files: [{ name: "Beschluss.pdf" }] });
    const link = await fileLink();
    await visitor.post(at(`/evidence/${item}`), { intent: "remove", file: link.slice(-64) });
    expect((await visitor.get(link)).status).toBe(404);
    expect(await visitor.text(at("/report/topics/strategy?round=1"))).toContain("Beschluss.pdf");
  });

  it("is deleted with its assessment", async () => {
    await add(pdf("Zeile"));
    expect(await app.services.stores.evidenceFiles.owners()).toContain(id);
    await visitor.post(at("/delete"), {});
    expect(await app.services.stores.evidenceFiles.owners()).not.toContain(id);
  });

  it("is only named in a save file: whoever loads it is told, and may add it again", async () => {
    await add(pdf("Zeile"));
    const whole = await app.services.stores.assessments.findWhole(id);
    const loaded = newVisitor(app.url);
    const response = await loaded.load(JSON.stringify(whole && toSaveFile(whole)));
    id = /assessments\/([\w-]+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
    expect(await loaded.text(at(`/evidence/${item}`))).toContain(evidence.missing);
    expect((await loaded.get(await fileLink())).status).toBe(404);
    await add(pdf("Zeile"), "Beschluss.pdf", loaded);
    expect((await loaded.get(await fileLink())).status).toBe(200);
    expect((await stored())?.files).toHaveLength(1);
  });
});

it("without its scanner no file is taken", async () => {
  const alone = await startApp({ CLAMAV: "/no/such/socket" });
  try {
    visitor = newVisitor(alone.url);
    id = await visitor.begin();
    const response = await add(pdf("Zeile"));
    expect([response.status, (await response.text()).includes(evidence.faults["not-scanned"])]).toEqual([422, true]);
  } finally {
    await alone.close();
  }
});

it("so many may be added in an hour, and no more", async () => {
  const small = await startApp({ UPLOADS_PER_ADDRESS: "2" });
  try {
    visitor = newVisitor(small.url);
    id = await visitor.begin();
    const statuses = [];
    for (const text of ["1", "2", "3"]) statuses.push((await add(pdf(text))).status);
    expect(statuses).toEqual([303, 303, 429]);
  } finally {
    await small.close();
  }
});
