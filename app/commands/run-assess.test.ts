import type { Brand } from "../core/brand/brand";
import { solver } from "../jobs/solver";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { allAnswered, modelVersion, soundContent } from "../../tests/support/builders";
import { wordTemplate } from "../../tests/support/word-template";
import { toSaveFile } from "../core/assessment/save-file";
import type { Assessment } from "../core/assessment/assessment";
import { usage } from "./read-arguments";
import { runAssess } from "./run-assess";

const assessment: Assessment = { track: "sme", depth: "full", aiUse: "unknown", modelVersion, organisation: {}, answers: allAnswered(2) };

const noFiles = {
  runBatch: () => Promise.reject(new Error("not to be run")),
  writeFile: () => Promise.reject(new Error("not to be written")),
};

/** Runs with the only readable file `saved.json`, which holds `file`. */
function run(args: string[], file: unknown = toSaveFile(assessment), encoding = "utf8") {
  return runAssess(args, {
    content: soundContent,
    readInput: (name) =>
      name === "saved.json" || name === "-"
        ? Promise.resolve(iconv.encode(typeof file === "string" ? file : JSON.stringify(file), encoding, { addBOM: true }))
        : Promise.reject(new Error("ENOENT: no such file")),
    ...noFiles,
    date: "2026-11-22",
    solver,
  });
}
const parsed = async (args: string[], file?: unknown): Promise<unknown> => {
  const { stdout, stderr, code } = await run(args, file);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  return JSON.parse(stdout);
};

describe("an answer is one JSON document on standard output and nothing else", () => {
  it.each([["saved.json"], ["-"]])("the report of %s", async (name) => {
    expect(await parsed([name])).toMatchObject({
      format: "ki-pegel/report",
      track: "sme",
      depth: "full",
      overall: { score: 50, stage: 2 },
    });
  });

  it("numbers are not rounded", async () => {
    const answers = { ...assessment.answers, "strategy-key": { level: 3 } };
    expect(await parsed(["-"], { ...toSaveFile(assessment), answers })).toMatchObject({ overall: { score: (62.5 + 8 * 50) / 9 } });
  });

  it("the model of a questionnaire", async () => {
    expect(await parsed(["--questionnaire", "municipality"])).toMatchObject({
      format: "ki-pegel/questionnaire",
      track: "municipality",
      modelVersion,
    });
    expect(await parsed(["--questionnaire=sme"])).toMatchObject({ track: "sme" });
  });

  it("the catalogue of initiatives", async () => {
    const { initiatives } = soundContent();
    expect(await parsed(["--initiatives"])).toMatchObject({
      format: "ki-pegel/initiatives",
      initiatives: initiatives.map(({ id }) => ({ id })),
    });
  });

  it("except for help, which is text and needs no content", async () => {
    const unreadable = () => Promise.reject(new Error("not to be read"));
    const content = () => {
      throw new Error("not to be read");
    };
    expect(await runAssess(["--help"], { content, readInput: unreadable, ...noFiles, solver, date: "" })).toEqual({
      stdout: usage,
      stderr: "",
      code: 0,
    });
  });
});

describe("a file that is not sound", () => {
  it("is refused with all its faults, one a line with path and reason", async () => {
    const file = { ...toSaveFile(assessment), version: 3, answers: { "strategy-key": { level: 5 }, nowhere: { level: 1 } } };
    expect(await run(["saved.json"], file)).toEqual({
      stdout: "",
      stderr: [
        "version: The file comes from a newer version of KI-Pegel.",
        "answers.strategy-key.level: Only levels 0, 1, 2, 3 and 4 are allowed.",
        "answers.nowhere: This question does not exist.",
        "",
      ].join("\n"),
      code: 2,
    });
  });

  it("with more faults than anybody reads is refused with the first hundred and how many more there are", async () => {
    const answers = Object.fromEntries(Array.from({ length: 123 }, (_none, index) => [`nowhere-${index}`, { level: 1 }]));
    const lines = (await run(["saved.json"], { ...toSaveFile(assessment), answers })).stderr.split("\n");
    expect(lines.slice(-3)).toEqual(["answers.nowhere-99: This question does not exist.", "and 23 more", ""]);
  });

  it("is named as a whole where no place in it is to blame", async () => {
    expect((await run(["-"], "{")).stderr).toBe("(whole file): It cannot be read: it is damaged or no file saved by KI-Pegel.\n");
  });

  it("may be in any encoding that editors write here, and names any other", async () => {
    for (const encoding of ["utf-16le", "utf-16be"]) expect((await run(["-"], toSaveFile(assessment), encoding)).code).toBe(0);
    expect((await run(["-"], toSaveFile(assessment), "utf-32le")).stderr).toBe(
      "(whole file): The file is saved in a character encoding that we do not read. Save it as UTF-8. (UTF-32LE)\n",
    );
  });

  it("cannot break out of its line or command the terminal", async () => {
    const answers = { "a\nb\u001b[31m": { level: 1 } };
    const { stderr } = await run(["-"], { ...toSaveFile(assessment), answers });
    expect(stderr).toBe("answers.a\\u000ab\\u001b[31m: This question does not exist.\n");
  });

  it("or not there is named", async () => {
    expect(await run(["gone.json"])).toEqual({ stdout: "", stderr: "gone.json cannot be read: ENOENT: no such file\n", code: 2 });
  });
});

it.each<[reason: string, args: string[]]>([
  ["Say which file to read.", []],
  ["Say with --out where the documents of several files go.", ["saved.json", "other.json"]],
  ["Say with --out into which folder the documents go.", ["saved.json", "--pdf"]],
  ["Say what to make, for example --pdf.", ["saved.json", "--out", "there"]],
  ["Say which files to read.", ["--pdf", "--out", "there"]],
  ["Say with --out which .xlsx or .csv file to write.", ["--template", "sme", "--out", "table.txt"]],
  ["One thing at a time, please.", ["--template", "sme", "--out", "table.csv", "saved.json"]],
  ['There is no language "fr".', ["saved.json", "--pdf", "--out", "there", "--language", "fr"]],
  ['There is no table "all".', ["saved.json", "--csv", "--out", "there", "--table", "all"]],
  ['"answers" cannot be left out.', ["saved.json", "--pdf", "--out", "there", "--without", "answers"]],
  ["That goes only with --out.", ["saved.json", "--language", "en"]],
  ["One thing at a time, please.", ["saved.json", "--initiatives"]],
  ["One thing at a time, please.", ["--questionnaire", "sme", "--initiatives"]],
  ['There is no track "land".', ["--questionnaire", "land"]],
  ["Option '--questionnaire <value>' argument missing", ["--questionnaire"]],
  ["Unknown option '--weights'", ["--weights", "saved.json"]],
  ["Option '--initiatives' does not take an argument", ["--initiatives=all"]],
])("wrong arguments are refused with the usage: %s", async (reason, args) => {
  const { stdout, stderr, code } = await run(args);
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr.startsWith(reason), stderr).toBe(true);
  expect(stderr.endsWith(`\n\n${usage}`)).toBe(true);
});

it("documents of many files are made with what was asked for", async () => {
  const wishes: unknown[] = [];
  const result = await runAssess(["a.json", "b.xlsx", "--pdf", "--docx", "--out", "there", "--language", "en", "--without", "notes"], {
    content: soundContent,
    readInput: () => Promise.reject(new Error("not to be read")),
    writeFile: noFiles.writeFile,
    runBatch(wish) {
      wishes.push(wish);
      return Promise.resolve({
        clients: 2,
        made: 3,
        kept: 0,
        failed: [{ what: "b.xlsx, C5", why: "no\nlevel" }],
        own: ["b.xlsx, H1: Umsatz"],
      });
    },
    date: "",
    solver,
  });
  const include = { notes: false, evidence: true, details: true, roadmap: true, appendix: true };
  const documents = ["pdf", "docx"].map((kind) => ({ kind, paper: null, language: "en", include, table: "scores" }));
  expect(wishes).toEqual([{ inputs: ["a.json", "b.xlsx"], documents, out: "there" }]);
  const stderr =
    "2 organisations: 3 files made, 0 already there.\nColumns of your own that were not read:\n  b.xlsx, H1: Umsatz\n1 failed:\n  b.xlsx, C5: no\\u000alevel\n";
  expect(result).toEqual({ stdout: "", stderr, code: 1 });
});

it.each([
  [["--portfolio"], { kinds: ["xlsx"], language: "de" }],
  [["--portfolio", "--ods", "--language", "en"], { kinds: ["ods"], language: "en" }],
  [["--portfolio", "--ods", "--xlsx", "--pdf"], { kinds: ["xlsx", "ods"], language: "de" }],
])("a workbook over all clients is wanted by %j", async (args, portfolio) => {
  const wishes: unknown[] = [];
  const result = await runAssess(["a.json", "--out", "there", ...args], {
    content: soundContent,
    readInput: () => Promise.reject(new Error("not to be read")),
    writeFile: noFiles.writeFile,
    runBatch: (wish) => Promise.resolve({ clients: wishes.push(wish), made: 1, kept: 0, failed: [], own: [] }),
    date: "",
    solver,
  });
  expect(result.code).toBe(0);
  expect(wishes).toMatchObject([{ portfolio }]);
});

it("an empty table of clients goes into the file that was named", async () => {
  const written: string[] = [];
  const result = await runAssess(["--template", "sme", "--out", "clients.csv"], {
    content: soundContent,
    readInput: () => Promise.reject(new Error("not to be read")),
    runBatch: noFiles.runBatch,
    writeFile: (name, bytes) => Promise.resolve(void written.push(name, new TextDecoder().decode(bytes))),
    date: "",
    solver,
  });
  expect(result.code).toBe(0);
  expect(written[0]).toBe("clients.csv");
  expect(written[1]).toContain("strategy-key");
});

describe("a brand", () => {
  const files: Record<string, string> = {
    "kreis/brand.yaml":
      "name: Kreis Beispiel\ncolour: '#8a1538'\nlogo: logo.svg\nfooter: Stabsstelle Digitales\ncontact: ki@kreis.example\n",
    "kreis/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#8a1538"/></svg>',
    "pale.yaml": "name: Kreis\ncolour: '#ffcc00'\n",
    "other.yaml": "colours: red\n",
    "none.yaml": "name: Kreis\nlogo: pale.yaml\n",
  };
  async function readWith(file: string) {
    const wishes: { brand?: Brand }[] = [];
    const result = await runAssess(["a.json", "--odt", "--out", "there", "--brand", file], {
      content: soundContent,
      readInput: (name) =>
        files[name] === undefined ? Promise.reject(new Error("no such file")) : Promise.resolve(new TextEncoder().encode(files[name])),
      writeFile: noFiles.writeFile,
      runBatch(wish) {
        wishes.push(wish);
        return Promise.resolve({ clients: 1, made: 1, kept: 0, failed: [], own: [] });
      },
      date: "",
      solver,
    });
    return { ...result, brand: wishes[0]?.brand };
  }

  it("is read from its file with the picture beside it", async () => {
    const { code, brand } = await readWith("kreis/brand.yaml");
    expect(code).toBe(0);
    expect(brand).toMatchObject({
      name: "Kreis Beispiel",
      colour: "#8a1538",
      footer: "Stabsstelle Digitales",
      contact: "ki@kreis.example",
    });
    expect(brand?.logo?.type).toBe("png");
  });

  it("takes a Word template beside it or alone, and refuses what is none", async () => {
    const wishes: { brand?: Brand }[] = [];
    const withTemplate = (name: string, bytes: Uint8Array) =>
      runAssess(["a.json", "--docx", "--out", "there", "--template", name], {
        content: soundContent,
        readInput: (asked) => (asked === name ? Promise.resolve(bytes) : Promise.reject(new Error("no such file"))),
        writeFile: noFiles.writeFile,
        runBatch: (wish) => Promise.resolve({ clients: wishes.push(wish), made: 1, kept: 0, failed: [], own: [] }),
        date: "",
        solver,
      });
    expect(await withTemplate("kreis.DOTX", wordTemplate())).toMatchObject({ code: 0 });
    expect(wishes[0]?.brand).toMatchObject({ name: null, template: { base64: expect.any(String) as string } });
    const refused = await withTemplate("kreis.dotx", wordTemplate({ "word/vbaProject.bin": "x" }));
    expect(refused).toMatchObject({ code: 2, stderr: "kreis.dotx: template: the file is with macros; save it as .dotx without them\n" });
  });

  it.each([
    ["pale.yaml", "colour: is too light"],
    ["other.yaml", "colours"],
    ["none.yaml", "logo: the picture is unknown-kind"],
    ["gone.yaml", "no such file"],
  ])("in %s is refused before anything is made", async (file, why) => {
    const { code, stderr, brand } = await readWith(file);
    expect([code, brand]).toEqual([2, undefined]);
    expect(stderr).toContain(why);
  });
});
