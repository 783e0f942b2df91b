import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { toReportFile } from "../../app/core/report-file";
import { readDemo } from "../../seeds/demo";
import { byId } from "../support/builders";
import { reportFor } from "../support/report";
import { content } from "../support/content";

/*
 * Three assessments and the reports they must give, number by number. A change of the method or of the content that
 * moves a report fails here. Where the change is wanted, renew the reports and read what changed:
 *
 *   GOLDEN=write npx vitest run --project tests tests/golden && git diff tests/golden
 *
 * The values worked out by hand below stand apart from the files, so that a wrong report cannot simply be renewed.
 */
const modelVersion = "2.0.0";
const examples = readDemo(process.cwd(), content.models);
const names = ["musterstadt", "kleinhausen", "tischlerei-muster"];
const day = "2026-11-22";

const made = new Map<string, ReturnType<typeof toReportFile>>();
function reportOf(name: string, date = day) {
  const known = made.get(`${name} ${date}`);
  if (known) return known;
  const example = examples.find((one) => one.name === name);
  if (!example) throw new Error(`there is no example "${name}"`);
  const report = toReportFile(reportFor(example.assessment, content, date));
  made.set(`${name} ${date}`, report);
  return report;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** The same, with a tolerance of 1e-9 for every number. */
function near(value: unknown): unknown {
  if (typeof value === "number") return expect.closeTo(value, 9);
  if (Array.isArray(value)) return value.map(near);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, near(part)]));
  return value;
}

const golden = (name: string) => resolve(`tests/golden/${name}.json`);
const read = (name: string) => JSON.parse(readFileSync(golden(name), "utf8")) as Json;
/** The version of the content changes with every word of it, also with those that move no report. */
const withoutContentVersion = ({ contentVersion, ...report }: ReturnType<typeof toReportFile>) => {
  expect(contentVersion).toBe(content.version);
  return report;
};

/** Runs the command line on an example in another folder. It goes by the day of today, which the report names. */
function assessed(args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("build/server/ki-pegel.js"), "assess", ...args], {
    ...(input === undefined ? {} : { cwd: tmpdir(), input }),
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe.each(names)("%s", (name) => {
  it("gives the report on file", () => {
    const report = withoutContentVersion(reportOf(name));
    if (process.env.GOLDEN === "write") writeFileSync(golden(name), `${JSON.stringify(report, null, 2)}\n`);
    expect(existsSync(golden(name)), "no report on file yet: see the comment above").toBe(true);
    expect(report).toEqual(near(read(name)));
  });

  it("comes out of the command line in the same way, from any folder", () => {
    const { status, stdout, stderr } = assessed(["-"], readFileSync(`seeds/demo/${name}.json`, "utf8"));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const report = JSON.parse(stdout) as { date: string };
    expect(report).toEqual(near(reportOf(name, report.date)));
  });
});

it("the command line reads a file, tells faults by exit code 2, and keeps them off standard output", () => {
  const [sound, unsound] = [assessed(["seeds/demo/kleinhausen.json"]), assessed(["tests/golden/kleinhausen.json"])];
  const report = JSON.parse(sound.stdout) as { date: string };
  expect(report).toEqual(near(reportOf("kleinhausen", report.date)));
  expect({ status: unsound.status, stdout: unsound.stdout }).toEqual({ status: 2, stdout: "" });
  expect(unsound.stderr).toContain("(whole file): This is not a file saved by KI-Pegel.\n");
});

describe(`worked out by hand for model version ${modelVersion}`, () => {
  const dimensionOf = (name: string, id: string) => byId(reportOf(name).dimensions, id);

  it("the model is that version: another one needs its own values here", () => {
    expect(Object.values(content.questionnaires).map((questionnaire) => questionnaire.modelVersion)).toEqual([modelVersion, modelVersion]);
  });

  describe("Musterstadt, municipality, full", () => {
    it("scores dimensions from their answers", () => {
      // Levels 2, 2, 3, 1: 8 of 16.
      expect(dimensionOf("musterstadt", "strategy")).toMatchObject({ score: 50, lower: 50, upper: 50, coverage: 1, stage: 2 });
      // 2, don't know, 2, 1: 5 of 16; with the open one at the top 9 of 16.
      expect(dimensionOf("musterstadt", "funding")).toMatchObject({ score: 31.25, lower: 31.25, upper: 56.25, coverage: 0.75, stage: 1 });
      // 2, 2, 1, 1: on the cut point 37.5, which belongs to the higher stage.
      expect(dimensionOf("musterstadt", "skills")).toMatchObject({ score: 37.5, stage: 2 });
      // 3, 2 and twice don't know: half answered is too little for a number.
      expect(dimensionOf("musterstadt", "security")).toMatchObject({
        ...{ score: null, lower: 31.25, upper: 81.25, coverage: 0.5, stage: null, band: null, reason: "too-open" },
      });
      // 2, not applicable, 1, 1: 4 of 12.
      expect(dimensionOf("musterstadt", "acceptance")).toMatchObject(
        near({ score: 100 / 3, upper: 100 / 3, coverage: 1, stage: 1 }) as object,
      );
    });

    it("puts them together as one number: what is in place of all that is asked about", () => {
      // 58 levels in 35 applicable questions of which 3 are open.
      expect(reportOf("musterstadt").overall).toMatchObject(
        near({
          score: (58 * 25) / 35,
          lower: (58 * 25) / 35,
          upper: (70 * 25) / 35,
          coverage: 32 / 35,
          stage: 2,
          securedStage: 2,
          bottleneck: [],
        }) as object,
      );
    });
  });

  describe("Kleinhausen, municipality, quick", () => {
    it("has a value and an outlook, and neither stages nor values of topics", () => {
      // 1, 0, 1, 2, 0, open, 1, 2, 1: 8 levels in nine questions, and one open.
      const [score, upper] = [(8 * 25) / 9, (12 * 25) / 9];
      expect(reportOf("kleinhausen").overall).toMatchObject(
        near({ score, upper, stage: null, securedStage: null, band: null, fullExpected: [score - 15, upper + 15] }) as object,
      );
      expect(reportOf("kleinhausen").dimensions.every((one) => one.score === null && one.stage === null && one.band === null)).toBe(true);
      expect(reportOf("kleinhausen").benchmark).toEqual([]);
    });
  });

  describe("Tischlerei Muster, enterprise, full", () => {
    it("scores, with questions that are open or do not apply", () => {
      // 2, 0, 0, don't know.
      expect(dimensionOf("tischlerei-muster", "security")).toMatchObject({
        score: 12.5,
        lower: 12.5,
        upper: 37.5,
        coverage: 0.75,
        stage: 1,
      });
      // 2, not applicable, 0, 0.
      expect(dimensionOf("tischlerei-muster", "acceptance")).toMatchObject(near({ score: 50 / 3, stage: 1 }) as object);
      expect(dimensionOf("tischlerei-muster", "data-protection")).toMatchObject({ score: 6.25, stage: 0 });
    });

    it("is at the first stage on average and at none for sure", () => {
      expect(reportOf("tischlerei-muster").overall).toMatchObject(
        near({ score: (23 * 25) / 35, upper: (27 * 25) / 35, stage: 1, securedStage: 0, bottleneck: ["data-protection"] }) as object,
      );
    });
  });

  it.each(names)("%s: the rises of the list add up, and the next steps stand in the plan", (name) => {
    const { initiatives, plan, nextSteps, overall } = reportOf(name);
    const end = (overall.lower ?? 0) + initiatives.reduce((sum, { rise }) => sum + rise, 0);
    expect(end).toBeGreaterThan(overall.lower ?? 0);
    expect(end).toBeLessThanOrEqual(100 + 1e-9);
    for (const id of nextSteps) expect(plan.steps.map((step) => step.id)).toContain(id);
    expect(nextSteps).toHaveLength(3);
  });
});
