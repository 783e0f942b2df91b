import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { ContentError, readContent } from "./read-content";

/** A copy of all content, to be broken. */
function copyOfContent() {
  const root = mkdtempSync(join(tmpdir(), "ki-pegel-content-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ["content", "seeds"]) cpSync(folder, join(root, folder), { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(root, file), change(readFileSync(join(root, file), "utf8")));
  return { root, edit };
}

function faultsIn(root: string) {
  try {
    readContent(root);
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
  throw new Error("the content was taken");
}

it("reads the content, and gives each state of it a version of its own", () => {
  const { root, edit } = copyOfContent();
  const { version } = readContent(root);
  expect(version).toMatch(/^[0-9a-f]{8}$/);
  expect(readContent(process.cwd()).version).toBe(version);
  edit("content/sources.yaml", (text) => `${text}\n# a word\n`);
  expect(readContent(root).version).not.toBe(version);
});

it("names every fault with its file and place, all at once", () => {
  const { root, edit } = copyOfContent();
  edit("content/questionnaires/sme/2.0.0/text.en.yaml", (text) => `${text}\nsurprise: 1\n`);
  edit("content/questionnaires/municipality/2.0.0/model.yaml", (text) => text.replace(/modelVersion: .*/, 'modelVersion: "one"'));
  edit("seeds/statistics.yaml", () => "- [unclosed");
  edit("content/sources.yaml", (text) => text.replace(/grade: \w+/, "grade: hearsay"));
  const { faults, message } = faultsIn(root);
  expect(faults).toEqual([
    { file: "content/questionnaires/municipality/2.0.0/model.yaml", path: "modelVersion", fault: expect.any(String) },
    { file: "content/questionnaires/sme/2.0.0/text.en.yaml", path: "", fault: expect.stringContaining("surprise") },
    { file: "content/sources.yaml", path: "0.grade", fault: expect.any(String) },
    { file: "seeds/statistics.yaml", path: "", fault: expect.any(String) },
  ]);
  expect(message).toMatch(/^4 faults in the content:\n {2}content\/questionnaires\/municipality\/2\.0\.0\/model\.yaml · modelVersion: /);
});

it("tells of a version that cannot be read nothing about those after it", () => {
  const { root, edit } = copyOfContent();
  edit("content/questionnaires/sme/1.0.0/model.yaml", (text) => text.replace("track: sme", "track: nobody"));
  expect(faultsIn(root).faults).toEqual([
    { file: "content/questionnaires/sme/1.0.0/model.yaml", path: "track", fault: expect.stringContaining("sme") },
  ]);
});

it("wants a record in the file that carries its name", () => {
  const { root } = copyOfContent();
  const text = readFileSync(join(root, "content/law/ai-act-art-4.yaml"), "utf8");
  writeFileSync(join(root, "content/law/misnamed.yaml"), text.replace(/^id: .*/m, "id: another-name"));
  expect(faultsIn(root).faults).toContainEqual({
    file: "content/law/misnamed.yaml",
    path: "id",
    fault: "the file must be named another-name.yaml",
  });
});

it("tells where a file is missing", () => {
  const { root } = copyOfContent();
  rmSync(join(root, "content/questionnaires/sme/2.0.0/sources.yaml"));
  expect(faultsIn(root).message).toMatch(/^1 fault in the content:\n {2}content\/questionnaires\/sme\/2\.0\.0\/sources\.yaml: /);
});
