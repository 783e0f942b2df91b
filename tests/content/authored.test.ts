import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import type * as authoredModule from "../../app/content/authored";
import { readContent } from "../../app/content/read-content";
import { readPages } from "../../app/content/read-pages";

const kept = "build/server/authored.json";
/** From the build: the source keeps to the files. */
const { readAuthored } = (await import(
  /* @vite-ignore */ pathToFileURL(join(process.cwd(), "build/server/authored.js")).href
)) as typeof authoredModule;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ki-pegel-authored-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const part of ["content", "seeds", kept]) cpSync(part, join(root, part), { recursive: true });
});

function replace(file: string, sound: string, other: string): void {
  const text = readFileSync(join(root, file), "utf8");
  expect(text).toContain(sound);
  writeFileSync(join(root, file), text.replaceAll(sound, other));
}

it("takes from the build exactly what the files say", () => {
  const { content, pages } = readAuthored(root);
  expect(content).toEqual(readContent(process.cwd()));
  expect(pages).toEqual(readPages("content/pages"));
});

it("reads no file anew that the build has read", () => {
  replace(kept, "Ziele für KI", "Kept by the build");
  expect(JSON.stringify(readAuthored(root).content)).toContain("Kept by the build");
});

it.each([
  ["a word of a question", "content/questionnaires/sme/2.0.0/text.de.yaml", "Ziele für KI"],
  ["a word of a page", "content/pages/method.de.yaml", "Methode"],
  ["a word of a region", "seeds/regions/lausitz.yaml", "Lausitz"],
])("reads everything anew where %s has changed since", (_what, file, sound) => {
  replace(file, sound, "Neues Wort");
  expect(JSON.stringify(readAuthored(root))).toContain("Neues Wort");
});

it("says what is wrong with a file that was sound when the program was built", () => {
  replace("content/sources.yaml", "grade: ", "grade: not-a-");
  expect(() => readAuthored(root)).toThrow("content/sources.yaml · 0.grade");
});

it("reads everything where the build has kept nothing", () => {
  rmSync(join(root, kept));
  expect(readAuthored(root).content.version).toBe(readContent(process.cwd()).version);
});
