import { expect, it } from "vitest";
import { openTemplate } from "../../app/documents/docx/template";
import { renderDocx } from "../../app/documents/docx/render-docx";
import { writePaper } from "../../app/documents/papers/write-paper";
import { standardTheme } from "../../app/documents/theme";
import { readTemplate } from "../../app/intake/read-template";
import { convert } from "../support/libreoffice";
import { pagesOfPictures } from "../support/pdf/text";
import { printedPages, squeezed } from "../support/printed";
import { reportMaterial } from "../support/report-material";
import { unzip } from "../support/unzip";
import { wordTemplate } from "../support/word-template";

const taken = readTemplate(wordTemplate());
if ("fault" in taken) throw new Error(taken.fault);
const material = reportMaterial("musterstadt", "de");

it("a Word file takes styles, theme, page, head and foot from a template, and keeps its own text", async () => {
  const resolution = writePaper("resolution", material);
  const bytes = await renderDocx(resolution, standardTheme, taken);
  const parts = unzip(bytes);
  const [body, styles] = [parts.get("word/document.xml") ?? "", parts.get("word/styles.xml") ?? ""];
  // By the name of the style, whatever its id is there.
  expect(body).toContain('<w:pStyle w:val="berschrift1"/>');
  expect(body).not.toContain('w:val="Heading1"');
  expect(styles.match(/<w:name w:val="heading 1"\/>/g)).toHaveLength(1);
  // The template's lists come with it, beside ours.
  expect(styles.match(/<w:numId w:val="\d+"/g)).toEqual(['<w:numId w:val="10007"']);
  const lists = parts.get("word/numbering.xml") ?? "";
  expect(lists.match(/<w:num\b[^>]* w:numId="10007"/g)).toHaveLength(1);
  expect(lists.lastIndexOf("<w:abstractNum ")).toBeLessThan(lists.indexOf("<w:num "));
  // What it lacks is ours, and takes no id that means something else there.
  expect(styles).toContain('w:styleId="KiPegelLead"');
  expect(styles.match(/w:default="1"/g)).toHaveLength(1);
  const used = [...`${body}${styles}`.matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn) w:val="([^"]+)"/g)].map(([, one]) => one ?? "");
  // That of characters every program has of its own.
  const ours = new Set(used.filter((id) => id !== "DefaultParagraphFont"));
  for (const id of ours) expect(styles.includes(`w:styleId="${id}"`), id).toBe(true);
  expect(parts.get("word/theme/theme1.xml")).toContain("00695C");
  expect(body).toContain('w:right="1701"');
  expect(parts.has("word/fonts/font1.odttf")).toBe(false);

  const pdf = await convert(bytes, "docx", "pdf");
  const [first, ...others] = await printedPages(pdf);
  expect(new Set(await pagesOfPictures(pdf)).size).toBe(others.length + 1);
  for (const page of [first, ...others]) {
    expect(page?.text).toContain(squeezed("Kreis Beispiel, Der Landrat"));
    expect(page?.text).toContain(squeezed("Postfach 1, 12345 Beispielstadt"));
  }
  const [title] = resolution.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  expect(first?.text).toContain(squeezed(`Teil I: ${title ?? "?"}`));
  expect(first?.text).toContain("1.Umsetzung.");
});

it("a heading whose list the template lacks has no number", async () => {
  const without = readTemplate(wordTemplate({ "word/numbering.xml": "<w:numbering/>" }));
  if ("fault" in without) throw new Error(without.fault);
  const styles = unzip(await renderDocx(writePaper("resolution", material), standardTheme, without)).get("word/styles.xml");
  expect(styles).toContain('w:styleId="berschrift1"');
  expect(styles).not.toContain("<w:numPr>");
});

it("a slide keeps its page, and a template that is none any more changes nothing", async () => {
  const slide = unzip(await renderDocx(writePaper("slide", material), standardTheme, taken)).get("word/document.xml");
  expect(slide).toContain('w:orient="landscape"');
  expect(openTemplate({ base64: "UEsDBA==" })).toBeNull();
  const without = unzip(await renderDocx(writePaper("resolution", material), standardTheme, { base64: "UEsDBA==" }));
  expect(without.get("word/document.xml")).toContain('<w:pStyle w:val="Heading1"/>');
});
