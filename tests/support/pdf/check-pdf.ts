import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFObject } from "pdf-lib";
import type { PdfStandard } from "../../../app/documents/pdf/render-pdf";
import { markedContent } from "./content";
import { attributeOf, inOrder, structureOf, textEntry, type Element } from "./structure";
import { readPdfText } from "./text";

const identities: Record<PdfStandard, Record<string, string>> = {
  "ua-1": { "pdfuaid:part": "1" },
  "a-2b": { "pdfaid:part": "2", "pdfaid:conformance": "B" },
  "a-3a": { "pdfaid:part": "3", "pdfaid:conformance": "A" },
};

/**
 * What keeps a file from being what it claims, in one sentence each; none for a sound one. Checks what a program can:
 * PDF/UA-1's structure and marks (ISO 14289-1, as the Matterhorn protocol lists them), and of PDF/A what it says of itself,
 * its fonts and its actions. Whether a text is good, nobody but a reader can say.
 */
export async function checkPdf(bytes: Uint8Array, standard: PdfStandard): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const elements = [...inOrder(structureOf(pdf))];
  return [
    ...checkIdentity(pdf, standard),
    ...checkTree(pdf, elements),
    ...checkMarks(pdf, elements),
    ...checkParents(pdf),
    ...checkLinks(pdf, elements),
    ...checkFigures(elements),
    ...checkHeadings(elements),
    ...checkTables(elements),
    ...(await checkOutline(bytes, pdf, elements)),
    ...checkFonts(pdf),
    ...checkActions(pdf),
  ];
}

function* checkIdentity(pdf: PDFDocument, standard: PdfStandard): Generator<string> {
  const metadata = pdf.catalog.lookup(PDFName.of("Metadata"));
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(metadata).decode()).toString("utf8") : "";
  for (const [name, value] of Object.entries(identities[standard]))
    if (!xmp.includes(`<${name}>${value}</${name}>`) && !xmp.includes(`${name}="${value}"`))
      yield `The metadata do not say ${name} ${value}.`;
  if (!/<dc:title>[^]*?<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(xmp)) yield "The metadata have no title.";
  if (!pdf.getTitle()) yield "The information dictionary has no title.";
  if (!/^[a-z]{2,3}(-|$)/.test(textEntry(pdf.catalog, "Lang"))) yield "The document has no language.";
  const preferences = pdf.catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict);
  if (standard === "ua-1" && preferences?.get(PDFName.of("DisplayDocTitle"))?.toString() !== "true")
    yield "The window would not show the document's title.";
  const marked = pdf.catalog.lookupMaybe(PDFName.of("MarkInfo"), PDFDict)?.get(PDFName.of("Marked"));
  if (marked?.toString() !== "true") yield "The document does not say that it is tagged.";
}

function* checkTree(pdf: PDFDocument, elements: Element[]): Generator<string> {
  if (elements.length === 0) yield "The structure tree is empty.";
  else if (elements[0]?.type !== "Document") yield "The structure tree does not begin with a document.";
  const standardTypes =
    /^(Document|Part|Art|Sect|Div|BlockQuote|Caption|TOC|TOCI|Index|NonStruct|Private|P|H[1-6]?|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Quote|Note|Reference|BibEntry|Code|Link|Annot|Ruby|Warichu|Figure|Formula|Form)$/;
  for (const type of new Set(elements.map((element) => element.type)))
    if (!standardTypes.test(type)) yield `No role says what a ${type} is.`;
  if (!pdf.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict)?.has(PDFName.of("ParentTree")))
    yield "The structure tree has no parent tree.";
}

/** Every stroke is either decoration or stands in the tree, exactly once, and what the tree names is there. */
function* checkMarks(pdf: PDFDocument, elements: Element[]): Generator<string> {
  const named = elements.flatMap(({ marks }) => marks.map(({ page, id }) => `${page} ${id}`));
  const known = new Set(named);
  const drawn = new Set<string>();
  for (const [index, page] of pdf.getPages().entries()) {
    const { ids, unmarked } = markedContent(page);
    if (unmarked.length > 0) yield `Page ${index + 1} has untagged content: ${unmarked[0]?.slice(0, 60)}.`;
    for (const id of ids) {
      drawn.add(`${page.ref.toString()} ${id}`);
      if (!known.has(`${page.ref.toString()} ${id}`))
        yield `Page ${index + 1} has content with the mark ${id}, which the structure tree does not know.`;
    }
  }
  for (const mark of known) if (!drawn.has(mark)) yield `The structure tree names content that no page has: ${mark}.`;
  if (known.size < named.length) yield "The structure tree names the same content twice.";
}

/** The way back from a page's content to its element. */
function* checkParents(pdf: PDFDocument): Generator<string> {
  const root = pdf.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const tree = root?.lookupMaybe(PDFName.of("ParentTree"), PDFDict);
  const parents = tree ? numberTree(tree) : new Map<number, PDFObject | undefined>();
  for (const [index, page] of pdf.getPages().entries()) {
    const { ids } = markedContent(page);
    const key = page.node.lookupMaybe(PDFName.of("StructParents"), PDFNumber)?.asNumber();
    const ofPage = key === undefined ? undefined : parents.get(key);
    for (const id of ids) {
      const parent = ofPage instanceof PDFArray && id < ofPage.size() ? ofPage.lookup(id) : undefined;
      if (!(parent instanceof PDFDict)) {
        yield `From page ${index + 1} no way leads back into the structure tree.`;
        break;
      }
    }
  }
}

function numberTree(node: PDFDict): Map<number, PDFObject | undefined> {
  const numbers = node.lookupMaybe(PDFName.of("Nums"), PDFArray);
  const own = Array.from({ length: (numbers?.size() ?? 0) / 2 }, (_, index): [number, PDFObject | undefined] => [
    numbers?.lookup(index * 2, PDFNumber).asNumber() ?? 0,
    numbers?.lookup(index * 2 + 1),
  ]);
  const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray);
  const below = (kids?.asArray() ?? []).flatMap((kid) => [...numberTree(node.context.lookup(kid, PDFDict))]);
  return new Map([...own, ...below]);
}

function* checkLinks(pdf: PDFDocument, elements: Element[]): Generator<string> {
  const linked = new Set(elements.filter(({ type }) => type === "Link").flatMap(({ annotations }) => annotations));
  for (const [index, page] of pdf.getPages().entries()) {
    const annotations = page.node.Annots()?.asArray() ?? [];
    if (annotations.length > 0 && page.node.get(PDFName.of("Tabs")) !== PDFName.of("S"))
      yield `On page ${index + 1} the tab key does not follow the structure.`;
    for (const annotation of annotations) {
      if (!linked.has(annotation.toString())) yield `Page ${index + 1} has a link that the structure tree does not know.`;
      if (!textEntry(pdf.context.lookup(annotation, PDFDict), "Contents")) yield `Page ${index + 1} has a link without a description.`;
    }
  }
}

function* checkFigures(elements: Element[]): Generator<string> {
  for (const figure of elements.filter(({ type }) => type === "Figure"))
    if (!textEntry(figure.dict, "Alt") && !textEntry(figure.dict, "ActualText")) yield "A figure has no alternative text.";
}

function* checkHeadings(elements: Element[]): Generator<string> {
  let before = 0;
  for (const { type } of elements) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1]);
    if (Number.isNaN(level)) continue;
    if (level > before + 1) yield `A heading of level ${level} follows one of level ${before}.`;
    before = level;
  }
}

function* checkTables(elements: Element[]): Generator<string> {
  for (const table of elements.filter(({ type }) => type === "Table")) {
    const cells = [...inOrder(table.children)];
    const headers = cells.filter(({ type }) => type === "TH");
    if (headers.length === 0) yield "A table has no header cells.";
    if (headers.some((header) => attributeOf(header, "Scope") === undefined)) yield "A table's header cell does not say what it heads.";
    const rows = cells.filter(({ type }) => type === "TR");
    if (rows.some(({ children }) => children[0]?.type !== "TH")) yield "A table's row has no heading.";
    const widths = new Set(rows.map(({ children }) => children.length));
    if (widths.size > 1) yield "A table's rows have different numbers of cells.";
  }
}

async function checkOutline(bytes: Uint8Array, pdf: PDFDocument, elements: Element[]): Promise<string[]> {
  const { outline, marks } = await readPdfText(bytes);
  const numbers = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index]));
  const textOf = (element: Element) =>
    [...inOrder([element])].flatMap((one) => one.marks.map(({ page, id }) => marks.get(`${numbers.get(page)}:${id}`) ?? "")).join("");
  const headings = elements.filter(({ type }) => /^H[1-6]$/.test(type)).map(textOf);
  if (outline.length === 0) return ["The document has no bookmarks."];
  if (outline.map(same).join("\n") !== headings.map(same).join("\n")) return ["The bookmarks are not the headings."];
  return [];
}

/** Without what depends on where lines break; what is written from right to left is compared by its letters. */
function same(text: string): string {
  const plain = text.normalize("NFKC").replace(/[\s\u00ad\u2010\u2060-]/g, "");
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(plain) ? [...plain].sort().join("") : plain;
}

function* checkFonts(pdf: PDFDocument): Generator<string> {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of("Type")) !== PDFName.of("Font")) continue;
    const name = object.get(PDFName.of("BaseFont"))?.toString() ?? "";
    const subtype = object.get(PDFName.of("Subtype"))?.toString();
    if (subtype !== "/Type0" && subtype !== "/Type3") {
      const descriptor = object.lookupMaybe(PDFName.of("FontDescriptor"), PDFDict);
      if (!["FontFile", "FontFile2", "FontFile3"].some((file) => descriptor?.has(PDFName.of(file))))
        yield `The font ${name} is not embedded.`;
    } else if (!object.has(PDFName.of("ToUnicode"))) yield `The font ${name} does not say which letters its glyphs are.`;
  }
}

/** Nothing may run or leave the file by itself. */
function* checkActions(pdf: PDFDocument): Generator<string> {
  if (pdf.catalog.has(PDFName.of("OpenAction"))) yield "Something happens when the document is opened.";
  for (const [ref, object] of pdf.context.enumerateIndirectObjects())
    for (const dict of dictionariesIn(object)) {
      if (dict.has(PDFName.of("JS")) || dict.has(PDFName.of("AA"))) yield `Object ${ref.objectNumber} runs a script or an action.`;
      const action = dict.get(PDFName.of("S"))?.toString() ?? "";
      if (["/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/GoToR"].includes(action))
        yield `Object ${ref.objectNumber} is an action of the kind ${action}.`;
      const address = action === "/URI" ? textEntry(dict, "URI") : "";
      if (address && !/^(https?|mailto):/i.test(address)) yield `A link leads to ${address}.`;
    }
}

function* dictionariesIn(object: PDFObject): Generator<PDFDict> {
  if (object instanceof PDFRef) return;
  if (object instanceof PDFRawStream) yield* dictionariesIn(object.dict);
  if (object instanceof PDFArray) for (const entry of object.asArray()) yield* dictionariesIn(entry);
  if (object instanceof PDFDict) {
    yield object;
    for (const value of object.values()) yield* dictionariesIn(value);
  }
}
