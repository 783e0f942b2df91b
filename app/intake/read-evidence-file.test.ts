import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readEvidenceFile } from "./read-evidence-file";

const main = (kind: string) =>
  `<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`;
const packed = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const odt = "application/vnd.oasis.opendocument.text";

describe("a file that proves an answer", () => {
  it.each([
    ["pdf", bytes("%PDF-1.7\n…\n%%EOF\n")],
    ["png", bytes("\x89PNG\r\n\x1a\n____IEND\xaeB`\x82")],
    ["jpeg", bytes("\xff\xd8\xff\xe0____\xff\xd9")],
    ["docx", packed({ "[Content_Types].xml": main("wordprocessingml.document"), "word/document.xml": "<w/>" })],
    ["xlsx", packed({ "[Content_Types].xml": main("spreadsheetml.sheet"), "xl/workbook.xml": "<w/>" })],
    ["odt", packed({ mimetype: odt, "content.xml": "<o/>" })],
    ["ods", packed({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<o/>" })],
  ])("is a %s by its bytes", (type, file) => {
    expect(readEvidenceFile(file)).toEqual({ type });
  });

  it.each([
    ["empty", new Uint8Array()],
    ["unknown-kind", bytes("<html><script>alert(1)</script></html>")],
    ["unknown-kind", bytes("MZ\x90\0 program")],
    ["unknown-kind", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>")],
    ["unknown-kind", packed({ "index.html": "<p>" })],
    ["unknown-kind", packed({ mimetype: "application/epub+zip" })],
    ["broken", bytes("%PDF-1.7\ncut off")],
    ["broken", bytes("\x89PNG\r\n\x1a\ncut off")],
    ["broken", bytes("PK\x03\x04cut off")],
    ["macros", packed({ "[Content_Types].xml": main("wordprocessingml.document"), "word/vbaProject.bin": "x" })],
    ["macros", packed({ "[Content_Types].xml": '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' })],
    ["macros", packed({ mimetype: odt, "Basic/Standard/Module1.xml": "x" })],
  ])("is refused as %s", (fault, file) => {
    expect(readEvidenceFile(file)).toEqual({ fault });
  });

  it("that says it unpacks to too much is not unpacked", () => {
    expect(readEvidenceFile(packed({ mimetype: `${odt}${" ".repeat(2 * 1024 * 1024)}` }))).toEqual({ fault: "unknown-kind" });
  });
});
