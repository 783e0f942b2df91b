import type { Document } from "docx";
import type { Typeface } from "../fonts";

/**
 * The font table with a fallback, which the library does not write: Word on the web and other readers leave embedded
 * fonts aside and would take Times.
 */
export function fontTableWithFallback(document: Document, { name, fallback, isSerif }: Typeface): { path: string; data: string } {
  const faces = document.FontTable.files.map(
    ({ bold, fontKey }, index) => `<w:embed${bold ? "Bold" : "Regular"} r:id="rId${index + 1}" w:fontKey="{${fontKey.toUpperCase()}}"/>`,
  );
  const data =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<w:font w:name="${name}"><w:altName w:val="${fallback}"/><w:family w:val="${isSerif ? "roman" : "swiss"}"/><w:pitch w:val="variable"/>` +
    `${faces.join("")}</w:font></w:fonts>`;
  return { path: "word/fontTable.xml", data };
}
