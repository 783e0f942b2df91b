import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { fillProse, readPages } from "./read-pages";

/** A copy of the pages, to be broken. */
function copyOfPages(): string {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-pages-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("content/pages", folder, { recursive: true });
  return folder;
}

it("reads every page in both languages, with as many sections in each", () => {
  const { de, en } = readPages("content/pages");
  expect(Object.keys(en)).toEqual(Object.keys(de));
  for (const name of ["imprint", "privacy", "accessibility", "method", "coding-rules"] as const) {
    expect(en[name].sections, name).toHaveLength(de[name].sections.length);
    expect(en[name].title, name).not.toBe("");
  }
  expect(en.glossary.entries).toHaveLength(de.glossary.entries.length);
});

it("refuses a page that is missing in a language", () => {
  const folder = copyOfPages();
  rmSync(join(folder, "privacy.en.yaml"));
  expect(() => readPages(folder)).toThrow("privacy.en.yaml");
});

it.each([
  ["without a title", "lead: l\nsections: []\n", "title"],
  ["with a word it does not know", "title: t\nlead: l\nsections: []\nfooter: f\n", "footer"],
  ["with an empty paragraph", "title: t\nlead: l\nsections: [{ heading: h, paragraphs: [' '] }]\n", "paragraphs"],
])("refuses a page %s and says where", (_fault, text, where) => {
  const folder = copyOfPages();
  writeFileSync(join(folder, "imprint.de.yaml"), text);
  expect(() => readPages(folder)).toThrow(new RegExp(`content/pages/imprint\\.de\\.yaml: [^]*${where}`));
});

it("fills in what the operator has given and says what is missing, everywhere on a page", () => {
  const text = "{operatorName}, {operatorPhone}, {unknown}";
  const prose = {
    title: text,
    lead: text,
    sections: [{ heading: text, paragraphs: [text], list: [text], formulas: [{ formula: "{x}", meaning: "m" }] }],
  };
  const filled = "Musterstadt $& <b>, (fehlt), (fehlt)";
  expect(fillProse(prose, { operatorName: "Musterstadt $& <b>", operatorPhone: undefined }, "(fehlt)")).toEqual({
    title: filled,
    lead: filled,
    sections: [{ heading: filled, paragraphs: [filled], list: [filled], formulas: [{ formula: "{x}", meaning: "m" }] }],
  });
});
