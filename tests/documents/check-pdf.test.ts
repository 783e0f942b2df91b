import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { renderPdf } from "../../app/documents/pdf/render-pdf";
import { sampleDocument } from "../support/sample-document";
import { checkPdf } from "../support/pdf/check-pdf";

const sound = renderPdf(sampleDocument("de"), { standard: "ua-1" });

/** What the checker says of the sound file after one thing in it was spoilt. */
async function faultsAfter(spoil: (pdf: PDFDocument) => unknown): Promise<string> {
  const pdf = await PDFDocument.load(sound, { updateMetadata: false });
  await spoil(pdf);
  return (await checkPdf(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }), "ua-1")).join("\n");
}

/** Every dictionary of the file whose entry has that value. */
const dictionaries = (pdf: PDFDocument, key: string, value: string) =>
  pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(PDFName.of(key)) === PDFName.of(value));
const first = (pdf: PDFDocument, type: string): PDFDict => {
  const [found] = dictionaries(pdf, "S", type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};
const entry = (pdf: PDFDocument, name: string) => pdf.catalog.lookup(PDFName.of(name), PDFDict);

describe("the checker of PDF files", () => {
  it("finds nothing wrong with the sample, nor with a copy of it", async () => {
    expect(await checkPdf(sound, "ua-1")).toEqual([]);
    expect(await faultsAfter(() => null)).toBe("");
  });

  it.each<[string, string, (pdf: PDFDocument) => unknown]>([
    ["an empty structure tree", "The structure tree is empty", (pdf) => entry(pdf, "StructTreeRoot").set(PDFName.of("K"), PDFArray.withContext(pdf.context))],
    ["no structure tree", "The structure tree is empty", (pdf) => pdf.catalog.delete(PDFName.of("StructTreeRoot"))],
    ["no parent tree", "The structure tree has no parent tree", (pdf) => entry(pdf, "StructTreeRoot").delete(PDFName.of("ParentTree"))],
    ["a page without a way back", "From page 3 no way leads back", (pdf) => pdf.getPage(2).node.delete(PDFName.of("StructParents"))],
    ["a role nobody explains", "No role says what a Strong is", (pdf) => entry(pdf, "StructTreeRoot").delete(PDFName.of("RoleMap"))],
    ["a paragraph taken out of the tree", "which the structure tree does not know", (pdf) => first(pdf, "P").delete(PDFName.of("K"))],
    ["content that the tree only claims", "names content that no page has", (pdf) => first(pdf, "P").set(PDFName.of("K"), pdf.context.obj([9999]))],
    ["untagged lines", "Page 2 has untagged content", (pdf) => pdf.getPage(1).drawLine({ start: { x: 9, y: 9 }, end: { x: 99, y: 9 } })],
    ["untagged text", "Page 2 has untagged content", async (pdf) => pdf.getPage(1).drawText("Hallo", { font: await pdf.embedFont(StandardFonts.Helvetica) })],
    ["a font of the machine", "The font /Helvetica is not embedded", async (pdf) => pdf.getPage(1).drawText("Hallo", { font: await pdf.embedFont(StandardFonts.Helvetica) })],
    ["a font file taken out", "FiraSans-Regular is not embedded", (pdf) => dictionaries(pdf, "Type", "FontDescriptor").forEach((font) => font.delete(PDFName.of("FontFile2")))],
    ["a font without its letters", "does not say which letters", (pdf) => dictionaries(pdf, "Subtype", "Type0").forEach((font) => font.delete(PDFName.of("ToUnicode")))],
    ["a skipped heading", "A heading of level 4 follows one of level 2", (pdf) => dictionaries(pdf, "S", "H3").forEach((heading) => heading.set(PDFName.of("S"), PDFName.of("H4")))],
    ["a figure without alternative text", "A figure has no alternative text", (pdf) => first(pdf, "Figure").delete(PDFName.of("Alt"))],
    ["a table without header cells", "A table has no header cells", (pdf) => dictionaries(pdf, "S", "TH").forEach((cell) => cell.set(PDFName.of("S"), PDFName.of("TD")))],
    ["a header cell of nothing", "does not say what it heads", (pdf) => first(pdf, "TH").delete(PDFName.of("A"))],
    ["a row without a heading", "A table's row has no heading", (pdf) => dictionaries(pdf, "S", "TH").at(-1)?.set(PDFName.of("S"), PDFName.of("TD"))],
    ["a row with a cell too few", "different numbers of cells", (pdf) => first(pdf, "TR").lookup(PDFName.of("K"), PDFArray).remove(0)],
    ["no bookmarks", "The document has no bookmarks", (pdf) => pdf.catalog.delete(PDFName.of("Outlines"))],
    ["a bookmark of another name", "The bookmarks are not the headings", (pdf) => entry(pdf, "Outlines").lookup(PDFName.of("First"), PDFDict).set(PDFName.of("Title"), PDFString.of("Anders"))],
    ["no language", "The document has no language", (pdf) => pdf.catalog.delete(PDFName.of("Lang"))],
    ["no title", "The information dictionary has no title", (pdf) => pdf.setTitle("")],
    ["a title that no window shows", "would not show the document's title", (pdf) => pdf.catalog.delete(PDFName.of("ViewerPreferences"))],
    ["no word that it is tagged", "does not say that it is tagged", (pdf) => pdf.catalog.delete(PDFName.of("MarkInfo"))],
    ["no metadata", "The metadata do not say pdfuaid:part 1", (pdf) => pdf.catalog.delete(PDFName.of("Metadata"))],
    ["a link without a description", "has a link without a description", (pdf) => dictionaries(pdf, "Subtype", "Link").forEach((link) => link.delete(PDFName.of("Contents")))],
    ["a link outside the tree", "has a link that the structure tree does not know", (pdf) => dictionaries(pdf, "S", "Link").forEach((link) => link.set(PDFName.of("S"), PDFName.of("Span")))],
    ["a tab key that jumps", "the tab key does not follow the structure", (pdf) => pdf.getPages().forEach((page) => page.node.delete(PDFName.of("Tabs")))],
    ["an action at opening", "Something happens when the document is opened", (pdf) => pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.obj({ S: "GoTo" }))],
    ["a script", "runs a script", (pdf) => pdf.addJavaScript("hello", "app.alert(1)")],
    ["a program to start", "is an action of the kind /Launch", (pdf) => pdf.context.register(pdf.context.obj({ S: "Launch" }))],
    ["a link to a script", "A link leads to javascript:", (pdf) => pdf.context.register(pdf.context.obj({ S: "URI", URI: PDFString.of("javascript:alert(1)") }))],
  ])("reports %s", async (_what, message, spoil) => expect(await faultsAfter(spoil)).toContain(message)); // prettier-ignore

  it("reports a file that claims to be accessible and has neither tags nor anything else", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText("Hallo");
    expect((await checkPdf(await pdf.save(), "ua-1")).length).toBeGreaterThan(8);
  });

  it.each(["a-2b", "a-3a"] as const)("reports a file that is not %s", async (standard) => {
    expect((await checkPdf(sound, standard)).join("\n")).toContain("The metadata do not say pdfaid:part");
  });
});
