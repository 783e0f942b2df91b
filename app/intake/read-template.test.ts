import { describe, expect, it } from "vitest";
import { unzip } from "../../tests/support/unzip";
import { templateRelations, wordTemplate } from "../../tests/support/word-template";
import { readTemplate } from "./read-template";

const { relation, relations } = templateRelations;
const outside = ' TargetMode="External"';
const header = (inside: string) =>
  `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>${inside}</w:p></w:hdr>`;
const faultOf = (more: Record<string, string>) => {
  const taken = readTemplate(wordTemplate(more));
  return "fault" in taken ? taken.fault : null;
};

describe("a Word template", () => {
  it("is kept without its text, with styles, numbering, theme, page, head and foot", () => {
    const taken = readTemplate(wordTemplate());
    if ("fault" in taken) throw new Error(taken.fault);
    const parts = unzip(Buffer.from(taken.base64, "base64"));
    expect([...parts.keys()].sort()).toEqual(
      ["_rels/document.xml.rels", "_rels/header1.xml.rels", "document.xml", "footer1.xml", "header1.xml", "media/image1.png", "numbering.xml", "styles.xml", "theme/theme1.xml"].map((name) => `word/${name}`),
    ); // prettier-ignore
    expect(parts.get("word/document.xml")).not.toContain("Mustertext");
    expect(readTemplate(wordTemplate())).toEqual(taken);
  });

  it("may have links for people in its head", () => {
    const link = relation("rId2", "hyperlink", "https://kreis.example", outside);
    expect(faultOf({ "word/_rels/header1.xml.rels": relations(relation("rId1", "image", "media/image1.png"), link) })).toBeNull();
  });

  it.each<[string, string, Record<string, string>]>([
    ["macros", "macros", { "word/vbaProject.bin": "x" }],
    ["controls that act", "macros", { "word/activeX/activeX1.xml": "<x/>" }],
    [
      "the type of a file with macros",
      "macros",
      { "[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-word.template.macroEnabledTemplate.main+xml"/></Types>' },
    ],
    ["an embedded object", "outside", { "word/embeddings/oleObject1.docx": "x" }],
    ["another template that is fetched", "outside", { "word/_rels/settings.xml.rels": relations(relation("a", "attachedTemplate", "https://evil.example/x.dotm", outside)) }],
    ["a picture that is fetched", "outside", { "word/_rels/header1.xml.rels": relations(relation("rId1", "image", "https://evil.example/x.png", outside)) }],
    ["a link that starts a program", "outside", { "word/_rels/header1.xml.rels": relations(relation("rId1", "hyperlink", "file://server/x", outside)) }],
    ["a field that fetches, spread over runs", "outside", { "word/header1.xml": header('<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "x"</w:instrText></w:r>') }],
    ["a field that starts something", "outside", { "word/header1.xml": header('<w:fldSimple w:instr="DDEAUTO cmd"/>') }],
    ["entities", "no-template", { "word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><w:styles xmlns:w="x"/>' }],
    ["broken styles", "no-template", { "word/styles.xml": "<w:styles><w:style></w:styles>" }],
    ["a head that is missing", "no-template", { "word/_rels/document.xml.rels": relations(relation("rId5", "header", "gone.xml")) }],
    ["another kind of document", "no-template", { "[Content_Types].xml": "<Types/>" }],
    ["a part that unpacks to very much", "too-large", { "word/media/image2.png": "0".repeat(17 * 1024 ** 2) }],
  ])("with %s is refused as %s", (_what, fault, more) => {
    expect(faultOf(more)).toBe(fault);
  }); // prettier-ignore

  it("is none where it is no package at all", () => {
    expect(readTemplate(Buffer.from("Sehr geehrte Damen und Herren"))).toEqual({ fault: "no-template" });
    expect(readTemplate(wordTemplate().slice(0, 900))).toEqual({ fault: "no-template" });
  });
});
