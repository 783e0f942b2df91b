import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFObject, type PDFPage } from "pdf-lib";

/** What a page draws, seen by its marks: the marked-content ids it uses, and what stands outside every mark. */
export type MarkedContent = { ids: Set<number>; unmarked: string[] };

const painting = new Set(["Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "EI"]);

/** Reads the content of a page, with the forms it draws. */
export function markedContent(page: PDFPage): MarkedContent {
  const found: MarkedContent = { ids: new Set(), unmarked: [] };
  const { Contents } = page.node.normalizedEntries();
  const streams = Contents instanceof PDFArray ? Contents.asArray().map((entry) => page.doc.context.lookup(entry)) : [];
  walk(streams.map(textOf).join("\n"), page.node.Resources(), [], found);
  return found;
}

/** @param marks those that are open: an id, "artifact", or null for a mark that says neither. */
function walk(content: string, resources: PDFDict | undefined, marks: (number | "artifact" | null)[], found: MarkedContent): void {
  let operands: string[] = [];
  const isMarked = () => marks.some((mark) => mark !== null);
  for (const token of tokens(content)) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    if (token === "BMC" || token === "BDC") marks.push(markOf(operands, resources, found));
    else if (token === "EMC") marks.pop();
    else if (painting.has(token)) {
      const drawn = token === "Do" ? xObject(operands.at(-1) ?? "", resources) : undefined;
      if (drawn?.dict.get(PDFName.of("Subtype")) === PDFName.of("Form"))
        walk(textOf(drawn), drawn.dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? resources, [...marks], found);
      else if (!isMarked()) found.unmarked.push(`${operands.join(" ")} ${token}`.trim());
    }
    operands = [];
  }
}

function markOf(operands: string[], resources: PDFDict | undefined, found: MarkedContent): number | "artifact" | null {
  const [tag, properties = ""] = operands;
  if (tag === "/Artifact") return "artifact";
  const named = properties.startsWith("/") ? propertyList(properties.slice(1), resources) : undefined;
  const id = named?.lookupMaybe(PDFName.of("MCID"), PDFNumber)?.asNumber() ?? Number(/\/MCID\s+(\d+)/.exec(properties)?.[1]);
  if (Number.isNaN(id)) return null;
  found.ids.add(id);
  return id;
}

function propertyList(name: string, resources: PDFDict | undefined): PDFDict | undefined {
  return resources?.lookupMaybe(PDFName.of("Properties"), PDFDict)?.lookupMaybe(PDFName.of(name), PDFDict);
}

function xObject(name: string, resources: PDFDict | undefined): PDFRawStream | undefined {
  const found = resources?.lookupMaybe(PDFName.of("XObject"), PDFDict)?.lookup(PDFName.of(name.slice(1)));
  return found instanceof PDFRawStream ? found : undefined;
}

function textOf(stream: PDFObject | undefined): string {
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1") : "";
}

const isOperator = (token: string) => /^[A-Za-z'"][A-Za-z0-9*'"]*$/.test(token) && !["true", "false", "null"].includes(token);

/** Strings, dictionaries, names, numbers and operators, in their order; a dictionary and an array are one token each. */
function* tokens(content: string): Generator<string> {
  let depth = 0;
  let nested = "";
  for (const token of pieces(content)) {
    if (token === "<<" || token === "[") depth += 1;
    if (depth === 0) {
      yield token;
      continue;
    }
    nested += `${token} `;
    if (token === ">>" || token === "]") depth -= 1;
    if (depth === 0) {
      yield nested;
      nested = "";
    }
  }
}

/** What stands between white space, without comments. */
function* pieces(content: string): Generator<string> {
  const plain = /%[^\n\r]*|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+|\(/g;
  for (let found = plain.exec(content); found; found = plain.exec(content)) {
    const [token] = found;
    if (token !== "(") {
      if (!token.startsWith("%")) yield token;
      continue;
    }
    const end = endOfString(content, found.index);
    yield content.slice(found.index, end);
    plain.lastIndex = end;
  }
}

/** Brackets in a string may nest as deep as they like, and letters of a font are any bytes. */
function endOfString(content: string, start: number): number {
  let open = 0;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === "\\") at += 1;
    else if (content[at] === "(") open += 1;
    else if (content[at] === ")" && (open -= 1) === 0) return at + 1;
  }
  return content.length;
}
