import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ContentError, readContent } from "../../app/content/read-content";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-content-"));
  for (const part of ["content", "seeds"]) cpSync(part, join(folder, part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @throws where the text to be broken is not there. */
function replace(file: string, sound: string | RegExp, broken: string): void {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(sound, broken);
  if (after === before) throw new Error(`${file} holds no ${String(sound)}`);
  writeFileSync(path, after);
}

/** The lines of the message below the first one, which counts them. */
function faults(): string[] {
  try {
    readContent(folder);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const [first, ...lines] = error.message.split("\n");
    const { length } = error.faults;
    expect(first).toBe(`${length} fault${length === 1 ? "" : "s"} in the content:`);
    return lines.map((line) => line.trim());
  }
  return [];
}

const budget = "content/initiatives/sme-ai-budget.yaml";
const model = "content/questionnaires/sme/2.0.0/model.yaml";

it("the copy is sound before it is broken, and the same version as the original", () => {
  expect(readContent(folder).version).toBe(readContent(process.cwd()).version);
});

it("a changed word changes the content version", () => {
  replace("content/questionnaires/sme/2.0.0/text.de.yaml", "Ziele für KI", "KI-Ziele");
  expect(readContent(folder).version).not.toBe(readContent(process.cwd()).version);
});

it.each<[what: string, file: string, sound: string | RegExp, broken: string, line: RegExp]>([
  [
    "an unknown item",
    budget,
    "item: funding-budget",
    "item: funding-budgte",
    /^content\/initiatives\/sme-ai-budget\.yaml · lifts: the sme questionnaire has no item "funding-budgte"$/,
  ],
  ["a level that does not exist", budget, /level: \d/, "level: 5", /^content\/initiatives\/sme-ai-budget\.yaml · lifts\.0\.level: /],
  ["a missing language", budget, /^ {2}en: .*(\n {4}.*)*\n/m, "", /^content\/initiatives\/sme-ai-budget\.yaml · title\.en: /],
  [
    "an unknown field",
    budget,
    "durationMonths:",
    "durationMonts: [1, 2]\ndurationMonths:",
    /^content\/initiatives\/sme-ai-budget\.yaml: .*durationMonts/,
  ],
  ["text that is no YAML", budget, "id: sme-ai-budget", 'id: "sme-ai-budget', /^content\/initiatives\/sme-ai-budget\.yaml: /],
  [
    "a file named after something else",
    budget,
    "id: sme-ai-budget",
    "id: sme-other",
    /^content\/initiatives\/sme-ai-budget\.yaml · id: the file must be named sme-other\.yaml$/,
  ],
  [
    "a second key question",
    model,
    "{ id: strategy-goals }",
    "{ id: strategy-goals, key: true }",
    /^content\/questionnaires\/sme\/2\.0\.0\/model\.yaml · dimensions\.strategy: needs exactly one key item$/,
  ],
  [
    "an answer that carries over to nothing",
    "content/questionnaires/sme/2.0.0/mapping.yaml",
    "strategy-goals: same",
    "strategy-goals: { to: strategy-aims, carries: same }",
    /^content\/questionnaires\/sme\/2\.0\.0\/mapping\.yaml · items: there is no item "strategy-aims" to carry over to$/,
  ],
  [
    "a duty that goes by no question",
    "content/duties/works-council.yaml",
    "exists: acceptance-representation",
    "exists: acceptance-council",
    /^content\/duties\/works-council\.yaml · items: the sme questionnaire has no item "acceptance-council"$/,
  ],
  [
    "a region that quotes nobody",
    "seeds/regions/lausitz.yaml",
    /progress: \[\w+/,
    "progress: [nowhere",
    /^seeds\/regions\/lausitz\.yaml · cells\.skills: there is no finding "nowhere"$/,
  ],
  ["a date that is a number", "seeds/statistics.yaml", 'year: "2023"', "year: 2023", /^seeds\/statistics\.yaml · 0\.year: /],
])("%s is named with file, path and fault", (_what, file, sound, broken, line) => {
  replace(file, sound, broken);
  expect(faults()).toContainEqual(expect.stringMatching(line));
});

it("names all faults at once, across files", () => {
  replace(budget, /level: \d/, "level: 5");
  replace("seeds/statistics.yaml", 'year: "2023"', "year: 2023");
  renameSync(join(folder, "content/law/bfsg.yaml"), join(folder, "content/law/bfsg2.yaml"));
  const lines = faults().join("\n");
  for (const file of [budget, "seeds/statistics.yaml", "content/law/bfsg2.yaml"]) expect(lines).toContain(file);
});

it("names a questionnaire file that is missing", () => {
  rmSync(join(folder, "content/questionnaires/sme/2.0.0/text.en.yaml"));
  expect(faults()).toContainEqual(expect.stringMatching(/^content\/questionnaires\/sme\/2\.0\.0\/text\.en\.yaml: ENOENT/));
});
