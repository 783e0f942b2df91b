import { carriableText } from "../../core/assessment/text";

declare const written: unique symbol;
/** Markup that is well formed. It comes only from the functions below, so that a text never becomes markup by mistake. */
export type Xml = string & { [written]: true };

type Attributes = Record<string, string | number | null | undefined>;

/** Null and undefined attributes are left out. */
export function element(name: string, attributes: Attributes = {}, ...children: (Xml | Xml[])[]): Xml {
  const said = Object.entries(attributes).map(([key, value]) => (value === null || value === undefined ? "" : ` ${key}="${escaped(String(value))}"`)); // prettier-ignore
  const inside = children.flat().join("");
  return (inside === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${inside}</${name}>`) as Xml;
}

/** A text on one line, such as a title among a document's properties. */
export const plainText = (text: string): Xml => escaped(carriableText(text)) as Xml;

/** A text of a paragraph: line breaks, tabs and spaces at its ends or beside others are elements, or they would be lost. */
export function paragraphText(text: string): Xml {
  return carriableText(text)
    .split(/(\n|\t|^ +| +$| {2,})/)
    .map((part) => {
      if (part === "\n") return element("text:line-break");
      if (part === "\t") return element("text:tab");
      return /^ +$/.test(part) ? element("text:s", { "text:c": part.length }) : escaped(part);
    })
    .join("") as Xml;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const namespaces = {
  "xmlns:office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  "xmlns:style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  "xmlns:text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  "xmlns:table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  "xmlns:draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
  "xmlns:number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
  "xmlns:ooo": "http://openoffice.org/2004/office",
  "xmlns:config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
  "xmlns:fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  "xmlns:svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  "xmlns:meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
  // LibreOffice tells the faces of an embedded typeface apart by these.
  "xmlns:loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
};

/** One of the files that a document consists of, with the name spaces that all of them share. */
export function xmlFile(root: string, ...children: (Xml | Xml[])[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, { ...namespaces, "office:version": "1.3" }, ...children)}`;
}
