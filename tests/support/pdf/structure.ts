import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString, type PDFDocument, type PDFObject } from "pdf-lib";

/** An element of the structure tree. */
export type Element = {
  /** Its type in the standard's words: own names are looked up in the role map. */
  type: string;
  dict: PDFDict;
  children: Element[];
  /** Content of a page that it stands for: the page's reference and the id of the mark. */
  marks: { page: string; id: number }[];
  /** References of annotations that it stands for. */
  annotations: string[];
};

/** The elements under the root; none where there is no tree. */
export function structureOf(pdf: PDFDocument): Element[] {
  const root = pdf.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  if (!root) return [];
  const roles = root.lookupMaybe(PDFName.of("RoleMap"), PDFDict);
  return kids(root)
    .map((kid) => pdf.context.lookup(kid))
    .filter((kid) => kid instanceof PDFDict)
    .map((dict) => element(dict, ""));

  function element(dict: PDFDict, inheritedPage: string): Element {
    const name = dict.lookup(PDFName.of("S"), PDFName);
    const page = dict.get(PDFName.of("Pg"))?.toString() ?? inheritedPage;
    const result: Element = {
      type: (roles?.lookupMaybe(name, PDFName) ?? name).decodeText(),
      dict,
      children: [],
      marks: [],
      annotations: [],
    };
    for (const kid of kids(dict)) {
      const value = pdf.context.lookup(kid);
      if (value instanceof PDFNumber) result.marks.push({ page, id: value.asNumber() });
      if (!(value instanceof PDFDict)) continue;
      const type = value.lookupMaybe(PDFName.of("Type"), PDFName)?.decodeText();
      if (type === "MCR")
        result.marks.push({
          page: value.get(PDFName.of("Pg"))?.toString() ?? page,
          id: value.lookup(PDFName.of("MCID"), PDFNumber).asNumber(),
        });
      else if (type === "OBJR") result.annotations.push(value.get(PDFName.of("Obj"))?.toString() ?? "");
      else result.children.push(element(value, page));
    }
    return result;
  }
}

function kids(dict: PDFDict): PDFObject[] {
  const value = dict.get(PDFName.of("K"));
  const whole = value instanceof PDFRef ? dict.context.lookup(value) : value;
  if (whole instanceof PDFArray) return whole.asArray();
  return value ? [value] : [];
}

/** The elements in reading order, each before its children. */
export function* inOrder(elements: Element[]): Generator<Element> {
  for (const element of elements) {
    yield element;
    yield* inOrder(element.children);
  }
}

/** An attribute that any of the element's owners states, such as `Scope` of a table's cell. */
export function attributeOf({ dict }: Element, name: string): PDFObject | undefined {
  const stated = dict.lookup(PDFName.of("A"));
  const owners = stated instanceof PDFArray ? stated.asArray().map((one) => dict.context.lookup(one)) : [stated];
  return owners.filter((owner) => owner instanceof PDFDict).flatMap((owner) => owner.lookup(PDFName.of(name)) ?? [])[0];
}

/** The text of an entry; empty where there is none. */
export function textEntry(dict: PDFDict | undefined, name: string): string {
  const value = dict?.lookup(PDFName.of(name));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}
