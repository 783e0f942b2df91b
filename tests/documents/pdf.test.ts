import fc from "fast-check";
import { PDFDocument } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { noBrand, typefaceIds } from "../../app/core/brand/brand";
import { themeOf } from "../../app/documents/brand";
import type { Block, ReportDocument } from "../../app/documents/document";
import { renderPdf, type PdfOptions } from "../../app/documents/pdf/render-pdf";
import { roughText } from "../support/builders";
import { checkPdf } from "../support/pdf/check-pdf";
import { readPdfText } from "../support/pdf/text";
import { sampleDocument } from "../support/sample-document";

const accessible: PdfOptions = { standard: "ua-1" };
const attachment = {
  name: "ki-pegel.json",
  mediaType: "application/json",
  description: "Die Antworten",
  data: Buffer.from('{"answers":{}}'),
};

/** A document in which every text reads the same. */
function saying(text: string): ReportDocument {
  const changed = (value: unknown, key = ""): unknown => {
    if (["language", "date", "kind", "look", "tone", "svg", "href", "type", "data"].includes(key)) return value;
    if (typeof value === "string") return text;
    if (Array.isArray(value)) return value.map((entry) => changed(entry));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, changed(part, name)]));
  };
  const sample = sampleDocument("de");
  const cover = { ...sample.cover, facts: sample.cover.facts.slice(0, 1) };
  return changed({ ...sample, cover, blocks: oneOfEachKind(sample.blocks) }) as ReportDocument;
}

function oneOfEachKind(blocks: Block[]): Block[] {
  const kinds = new Map(blocks.map((block) => [block.kind === "heading" ? `h${block.level}` : block.kind, shortest(block)]));
  const headings = ["h1", "h2", "h3", "h4"].flatMap((level) => kinds.get(level) ?? []);
  return [...headings, ...[...kinds.values()].filter(({ kind }) => kind !== "heading")];
}

function shortest(block: Block): Block {
  if (block.kind === "list") return { ...block, items: block.items.slice(0, 1) };
  if (block.kind === "table") return { ...block, rows: block.rows.slice(0, 1) };
  if (block.kind === "facts") return { ...block, facts: block.facts.slice(0, 1) };
  return block.kind === "numbers" ? { ...block, numbers: block.numbers.slice(0, 1) } : block;
}

/** In how many places a document of one text has it, at least. */
const places = 20;

const withBlocks = (...blocks: Block[]): ReportDocument => ({ ...sampleDocument("de"), blocks: [{ kind: "heading", level: 1, text: "Kapitel" }, ...blocks] }); // prettier-ignore

/** As it can be compared: places where lines break are of the page, not of the text. */
const joined = (text: string) => text.replace(/[\s\u00ad\u2010\u2060-]/g, "");
const textOf = async (file: Uint8Array) => joined((await readPdfText(file)).pages.join(""));

describe("a report as PDF", () => {
  it.each(["de", "en"] as const)("is accessible (%s)", async (language) => {
    expect(await checkPdf(renderPdf(sampleDocument(language), accessible), "ua-1")).toEqual([]);
  });

  it("is so in every typeface", async () => {
    for (const typeface of typefaceIds) {
      const theme = themeOf({ ...noBrand, typeface });
      expect(await checkPdf(renderPdf(sampleDocument("de"), { ...accessible, theme }), "ua-1"), typeface).toEqual([]);
    }
  });

  it("can be kept in an archive", async () => {
    expect(await checkPdf(renderPdf(sampleDocument("de"), { standard: "a-2b" }), "a-2b")).toEqual([]);
  });

  it("can carry the data it was made from", async () => {
    const file = renderPdf(sampleDocument("de"), { standard: "a-3a", attachment });
    expect(await checkPdf(file, "a-3a")).toEqual([]);
    const [attached, ...others] = (await readPdfText(file)).attachments;
    expect(others).toEqual([]);
    expect(attached?.name).toBe("ki-pegel.json");
    expect(Buffer.from(attached?.content ?? []).toString()).toBe('{"answers":{}}');
  });

  it("says who made it, of what and when", async () => {
    const pdf = await PDFDocument.load(renderPdf(sampleDocument("en"), accessible), { updateMetadata: false });
    expect(pdf.getTitle()).toBe("AI readiness: Stadt Musterhausen an der Beispielach");
    expect(pdf.getAuthor()).toBe("Beratung Beispiel GmbH");
    expect(pdf.getSubject()).toContain("Self-assessment");
    expect(pdf.getCreationDate()?.toISOString()).toBe("2026-11-21T00:00:00.000Z");
  });

  it("is the same file for the same report, whatever was made in between", () => {
    const once = renderPdf(sampleDocument("de"), accessible);
    renderPdf(sampleDocument("en"), { standard: "a-3a", attachment });
    expect(Buffer.from(renderPdf(sampleDocument("de"), accessible)).equals(once)).toBe(true);
  });

  it("counts its pages from the cover, which bears no number", async () => {
    const { pages } = await readPdfText(renderPdf(sampleDocument("de"), accessible));
    expect(pages[0]).not.toContain("Seite");
    expect(pages.slice(1).every((page, index) => joined(page).includes(`Seite${index + 2}von${pages.length}`))).toBe(true);
  });

  it("begins a chapter on a new page and repeats a long table's head", async () => {
    const { pages } = await readPdfText(renderPdf(sampleDocument("de"), accessible));
    const chapters = pages.slice(2).filter((page) => /^[^]{0,80}(Auf einen Blick|Dimensionen|Nächste Schritte|Anhang)/.test(page));
    expect(chapters).toHaveLength(4);
    expect(pages.filter((page) => page.includes("Aufwand")).length).toBeGreaterThan(2);
  });

  it("parts no table of nine rows, wherever on a page it begins", async () => {
    const words = (text: string) => [{ text }];
    const columns = ["Thema", "Stand"].map((title) => ({ title, share: 1 }));
    const rows = Array.from({ length: 9 }, (_, index) => [words(`Zeile${index}`), words("50")]);
    for (const lines of [18, 22, 26, 30]) {
      const above: Block[] = Array.from({ length: lines }, () => ({ kind: "paragraph", words: words("Eine Zeile.") }));
      const { pages } = await readPdfText(renderPdf(withBlocks(...above, { kind: "table", caption: "", columns, rows }), accessible));
      expect(pages.filter((page) => page.includes("Zeile0") || page.includes("Zeile8"))).toHaveLength(1);
    }
  });

  it("keeps every word, in its order", async () => {
    const words = [{ text: "Erstens\nzweitens " }, { text: "drittens", strong: true }, { text: " viertens", muted: true }];
    const { pages } = await readPdfText(renderPdf(withBlocks({ kind: "paragraph", words }), accessible));
    expect(pages.at(-1)?.replace(/\s+/g, " ")).toContain("Erstens zweitens drittens viertens");
    expect(pages.at(-1)).toMatch(/Erstens\s*\n\s*zweitens/);
  });

  it.each([
    ["https://example.org/a?b=1", true],
    ["mailto:rathaus@example.org", true],
    ["javascript:alert(1)", false],
    ["file:///etc/passwd", false],
    ["/relative", false],
  ])("links %s: %s", (href, linked) => {
    const file = renderPdf(withBlocks({ kind: "paragraph", words: [{ text: "Quelle", href }] }), accessible);
    expect(Buffer.from(file).toString("latin1").includes(`/URI (${href})`)).toBe(linked);
  });

  it("refuses a skipped heading level, and goes on working", () => {
    expect(() => renderPdf(withBlocks({ kind: "heading", level: 3, text: "Zu tief" }), accessible)).toThrow(/heading/);
    expect(() => renderPdf(sampleDocument("de"), accessible)).not.toThrow();
  });

  it("has room for what is empty", async () => {
    const empty = {
      ...withBlocks(
        { kind: "list", ordered: false, items: [] },
        { kind: "facts", facts: [] },
        { kind: "numbers", numbers: [] },
        { kind: "paragraph", words: [] },
        { kind: "notice", tone: "info", words: [] },
        { kind: "table", caption: "", columns: [{ title: "", share: 1 }], rows: [] },
        { kind: "page-break" },
      ),
      author: null,
      runningHead: "",
    };
    const cover = { ...sampleDocument("de").cover, organisation: null, logo: null, facts: [] };
    expect(await checkPdf(renderPdf({ ...empty, cover }, accessible), "ua-1")).toEqual([]);
    expect(await checkPdf(renderPdf({ ...empty, blocks: [], cover }, accessible), "ua-1")).toEqual([]);
  });
});

describe("a text in a PDF is a text", () => {
  it.each([
    ["Typst's code", '#eval("1+1") #import "x.typ" #panic() #read("/etc/passwd")'],
    ["Typst's markup", "$x$ *fett* _kursiv_ `code` = Titel @ref <label> // weg /* weg */ \\u{1F600} ~ -- ---"],
    ["HTML", `<script>alert("x")</script><img src=x onerror=alert(1)>&amp;`],
    ["RTF", "{\\rtf1\\ansi{\\*\\generator x;}\\b fett}"],
    ["PDF's own words", "endstream endobj /S /TD /Headers [(U1)] (Tj) ET EMC"],
    ["Umlauts and accents", "ÄÖÜäöüß ẞ é e\u0301 ở Ł ž ñ œ"],
    ["Cyrillic, Greek, signs", "Київ Αθήνα ½ ≥ € → ✓ ☐ ⚠ ■ ▲"],
    ["signs as people put them before lines", "✅ beschlossen, ❌ offen, 🏛 Rathaus 😀 👍 🚀 📅 ➡ ⭐ ❗ ✔ 🟢 ◾ ➤"],
  ])("%s", async (_kind, text) => {
    const file = renderPdf(saying(text), accessible);
    expect(await checkPdf(file, "ua-1")).toEqual([]);
    const count = (await textOf(file)).split(joined(text.normalize("NFC"))).length - 1;
    expect(count).toBeGreaterThanOrEqual(places);
  });

  it.each([
    ["signs joined to one", "Super 👩‍👩‍👧 🇩🇪", "Super👩👩👧🇩🇪"],
    ["units as one sign", "120 ㎡, 3 ㎥", "120m²,3m³"],
    ["bullets of Word's clipboard", "\uF0B7 Punkt \uF0E0 weiter", "•Punkt→weiter"],
    ["Chinese", "漢字", "[U+6F22][U+5B57]"],
    ["control characters", "a\u0000b\u0007c\u001b[31md\u007f", "abc[31md"],
    ["zero-width characters", "a\u200bb\u2060c\ufeffd", "abcd"],
    ["an order to write backwards", "Rechnung\u202Efdp.exe", "Rechnungfdp.exe"],
    ["private characters", "a\ue000b\u{10ffff}", "a[U+E000]b[U+10FFFF]"],
  ])("%s that cannot be printed stand for themselves as far as possible", async (_kind, text, printed) => {
    const file = renderPdf(saying(text), accessible);
    expect(await checkPdf(file, "ua-1")).toEqual([]);
    expect(await textOf(file)).toContain(printed.replaceAll("-", ""));
  });

  it.each([
    ["Arabic", "مرحبا بالعالم"],
    ["Hebrew", "שלום עולם"],
  ])("%s is written from right to left", async (_kind, text) => {
    const file = renderPdf(saying(text), accessible);
    expect(await checkPdf(file, "ua-1")).toEqual([]);
    const letters = new Set(joined(text));
    expect([...(await textOf(file)).normalize("NFKC")].filter((letter) => letters.has(letter)).length).toBeGreaterThanOrEqual(
      places * letters.size,
    );
  });

  it.each([
    // More than any column of a page holds. Breaking one word of a heading takes time with the square of its letters, and no heading has more.
    ["3,000 letters without a space", "x".repeat(3_000)],
    ["10,000 letters in words", "Verwaltung ".repeat(1000).slice(0, 10_000)],
    ["an address of 2,000 letters", `https://example.org/${"pfad_mit-teilen.html?a=1&".repeat(80)}`.slice(0, 2000)],
    ["a name of 200 letters", "Zweckverband Grundstücksverkehrsgenehmigungszuständigkeit ".repeat(4).slice(0, 200)],
  ])("%s stay inside the page", async (_kind, text) => {
    const file = renderPdf(saying(text), accessible);
    expect(await checkPdf(file, "ua-1")).toEqual([]);
    const { pages, rightEdge } = await readPdfText(file);
    expect(joined(pages.join("")).length).toBeGreaterThanOrEqual(places * joined(text).length);
    expect(rightEdge).toBeLessThan(595 - 60);
  });

  it("whatever it is", () => {
    fc.assert(
      fc.property(roughText(40), (text) => {
        expect(() => renderPdf(saying(text), accessible)).not.toThrow();
      }),
      { numRuns: 30 },
    );
  });
});

it("a short paper begins below its letterhead, on the same page", async () => {
  const { cover, ...sample } = sampleDocument("de");
  const file = renderPdf({ ...sample, cover: null, contents: null, letterhead: cover.logo, blocks: sample.blocks.slice(0, 4) }, accessible);
  const { pages } = await readPdfText(file);
  expect(pages).toHaveLength(1);
});
