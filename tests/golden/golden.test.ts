import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { assess } from "../../app/core/assess";
import { toReportFile } from "../../app/core/report-file";
import { readContent } from "../../app/content/read-content";
import { readDemo } from "../../seeds/demo";
import { byId } from "../support/builders";

/*
 * Three assessments and the reports they must give, number by number. A change of the method or of the content that
 * moves a report fails here. Where the change is wanted, renew the reports and read what changed:
 *
 *   GOLDEN=write npx vitest run --project tests tests/golden && git diff tests/golden
 *
 * The values worked out by hand below stand apart from the files, so that a wrong report cannot simply be renewed.
 */
const modelVersion = "1.0.0";
const content = readContent(process.cwd());
const examples = readDemo(process.cwd(), content.questionnaires);

function reportOf(name: string) {
  const example = examples.find((one) => one.name === name);
  if (!example) throw new Error(`there is no example "${name}"`);
  return toReportFile(assess(example.assessment, content, "2026-11-22"));
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** The same, with a tolerance of 1e-9 for every number. */
function near(value: Json): unknown {
  if (typeof value === "number") return expect.closeTo(value, 9);
  if (Array.isArray(value)) return value.map(near);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, near(part)]));
  return value;
}

const golden = (name: string) => resolve(`tests/golden/${name}.json`);
const read = (name: string) => JSON.parse(readFileSync(golden(name), "utf8")) as Json;

describe.each(["musterstadt", "kleinhausen", "tischlerei-muster"])("%s", (name) => {
  it("gives the report on file", () => {
    const report = reportOf(name);
    if (process.env.GOLDEN === "write") writeFileSync(golden(name), `${JSON.stringify(report, null, 2)}\n`);
    expect(existsSync(golden(name)), "no report on file yet: see the comment above").toBe(true);
    expect(report).toEqual(near(read(name)));
  });

  it("comes out of the command line in the same way, from any folder", () => {
    const input = readFileSync(`seeds/demo/${name}.json`, "utf8");
    const run = spawnSync(process.execPath, [resolve("build/server/ki-pegel.js"), "assess", "-"], {
      cwd: tmpdir(),
      input,
      encoding: "utf8",
    });
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toEqual(near(read(name)));
  });
});

it("the command line reads a file, tells faults by exit code 2, and keeps them off standard output", () => {
  const run = (...args: string[]) => spawnSync(process.execPath, ["build/server/ki-pegel.js", "assess", ...args], { encoding: "utf8" });
  const [sound, unsound] = [run("seeds/demo/kleinhausen.json"), run("tests/golden/kleinhausen.json")];
  expect(JSON.parse(sound.stdout)).toEqual(near(read("kleinhausen")));
  expect({ status: unsound.status, stdout: unsound.stdout }).toEqual({ status: 2, stdout: "" });
  expect(unsound.stderr).toContain("format: This is not a file saved by KI-Pegel.\n");
});

describe(`worked out by hand for model version ${modelVersion}`, () => {
  const dimensionOf = (name: string, id: string) => byId(reportOf(name).dimensions, id);
  const positionOf = (name: string, region: string, dimension: string) =>
    reportOf(name).benchmark.find((one) => one.region === region && one.dimension === dimension);
  const initiativeOf = (name: string, id: string) => byId(reportOf(name).initiatives, id);

  it("the model is that version: another one needs its own values here", () => {
    expect(Object.values(content.questionnaires).map((questionnaire) => questionnaire.modelVersion)).toEqual([modelVersion, modelVersion]);
  });

  describe("Musterstadt, municipality, full", () => {
    it("scores dimensions from their answers", () => {
      // Levels 2, 2, 3, 1: 8 of 16.
      expect(dimensionOf("musterstadt", "strategy")).toMatchObject({ score: 50, lower: 50, upper: 50, coverage: 1, stage: 2 });
      // 2, don't know, 2, 1: 5/3 · 25; as level 0 5/4 · 25, as level 4 9/4 · 25.
      expect(dimensionOf("musterstadt", "funding")).toMatchObject(
        near({ score: 125 / 3, lower: 31.25, upper: 56.25, coverage: 0.75, stage: 2 }) as object,
      );
      // 2, 2, 1, 1: on the cut point 37.5, which belongs to the higher stage.
      expect(dimensionOf("musterstadt", "skills")).toMatchObject({ score: 37.5, stage: 2 });
      // 3, 2 and twice don't know: half answered is too little.
      expect(dimensionOf("musterstadt", "security")).toMatchObject({
        score: null,
        lower: 31.25,
        upper: 81.25,
        coverage: 0.5,
        stage: null,
        reason: "coverage-below-two-thirds",
      });
      // 2, not applicable, 1, 1: 4/3 · 25.
      expect(dimensionOf("musterstadt", "acceptance")).toMatchObject(
        near({ score: 100 / 3, lower: 100 / 3, upper: 100 / 3, coverage: 1, stage: 1 }) as object,
      );
    });

    it("puts them together without the one that has no score", () => {
      // 50, 41.67, 37.5, 43.75, 50, 43.75, 50, 33.33 add up to 350; the bounds are means over all nine.
      const lower = (350 - 125 / 3 + 31.25 + 31.25) / 9;
      const upper = (350 - 125 / 3 + 56.25 + 81.25) / 9;
      expect(reportOf("musterstadt").overall).toMatchObject(
        near({ arithmetic: 350 / 8, lower, upper, stage: 2, securedStage: 2, bottleneck: [] }) as object,
      );
    });

    it("compares with the bands of the regions", () => {
      // Leverkusen, data protection: negative, 10 to 40, against 50.
      expect(positionOf("musterstadt", "leverkusen", "data-protection")).toMatchObject({ band: [10, 40], position: "above" });
      // 41.67 is above 10 to 40, but its lower bound 31.25 is not.
      expect(positionOf("musterstadt", "leverkusen", "funding")).toMatchObject({ band: [10, 40], position: "unclear" });
      expect(positionOf("musterstadt", "bochum-ruhr", "strategy")).toMatchObject({ band: [40, 75], position: "within" });
      expect(positionOf("musterstadt", "gelsenkirchen", "strategy")).toMatchObject({ band: [60, 90], position: "below" });
      expect(positionOf("musterstadt", "lausitz", "strategy")).toMatchObject({ band: null, position: "no-evidence" });
    });

    it("says what a step is worth", () => {
      // ai-register from 1 to 2, a level of one in 36 questions; acceptance-public from 1 to 2, one of three in its dimension.
      expect(initiativeOf("musterstadt", "municipal-transparency-check")).toEqual(
        near({
          id: "municipal-transparency-check",
          dimension: "data-protection",
          gain: 25 / 36 + 25 / 27,
          calledForBy: ["ai-register", "acceptance-public"],
        }),
      );
    });
  });

  describe("Kleinhausen, municipality, quick", () => {
    it("scores a dimension from its one key question", () => {
      const levels = [1, 0, 1, 2, 0, null, 1, 2, 1];
      expect(reportOf("kleinhausen").dimensions.map(({ score }) => score)).toEqual(
        levels.map((level) => (level === null ? null : 25 * level)),
      );
      expect(dimensionOf("kleinhausen", "security")).toMatchObject({
        lower: 0,
        upper: 100,
        coverage: 0,
        reason: "coverage-below-two-thirds",
      });
    });

    it("is held back by data protection", () => {
      // Four times 25, twice 0, twice 50; moved to 1–100: 25.75, 1, 50.5.
      const geometric = ((25.75 ** 4 * 1 ** 2 * 50.5 ** 2) ** (1 / 8) - 1) / 0.99;
      const expected = {
        arithmetic: 25,
        geometric,
        lower: 200 / 9,
        upper: 300 / 9,
        stage: 1,
        securedStage: 0,
        bottleneck: ["data-protection"],
      };
      expect(reportOf("kleinhausen").overall).toEqual(near(expected));
    });

    it("gains a ninth of a dimension at a time", () => {
      // From 0 to 3 where the key question is the whole dimension.
      expect(initiativeOf("kleinhausen", "municipal-privacy-assessment")).toMatchObject(
        near({ gain: 75 / 9, calledForBy: ["privacy-assessment"] }) as object,
      );
    });
  });

  describe("Tischlerei Muster, enterprise, full", () => {
    it("scores, with questions that are open or do not apply", () => {
      // 2, 0, 0, don't know: 2/3 · 25; of four 12.5 and 37.5.
      expect(dimensionOf("tischlerei-muster", "security")).toMatchObject(
        near({ score: 50 / 3, lower: 12.5, upper: 37.5, coverage: 0.75, stage: 1 }) as object,
      );
      // 2, not applicable, 0, 0.
      expect(dimensionOf("tischlerei-muster", "acceptance")).toMatchObject(near({ score: 50 / 3, stage: 1 }) as object);
      expect(dimensionOf("tischlerei-muster", "data-protection")).toMatchObject({ score: 6.25, stage: 0 });
    });

    it("is at the first stage on average and at none for sure", () => {
      // Sixteenths of 100: 3, 2, 2, 5, 1, 3, 3 are 19 · 6.25; and twice 16.67.
      const arithmetic = (19 * 6.25 + 100 / 3) / 9;
      expect(reportOf("tischlerei-muster").overall).toMatchObject(
        near({ arithmetic, stage: 1, securedStage: 0, bottleneck: ["data-protection"] }) as object,
      );
    });

    it("puts legal duties first", () => {
      const duty = reportOf("tischlerei-muster").initiatives.map(({ id }) => byId(content.initiatives, id).legalDuty);
      expect(duty.slice(0, 4)).toEqual([true, true, true, true]);
      expect(duty).toEqual([...duty].sort((a, b) => Number(b) - Number(a)));
      // Data protection from 0 to 3 in one of 36 questions.
      expect(initiativeOf("tischlerei-muster", "sme-privacy-check")).toMatchObject(
        near({ gain: 75 / 36, calledForBy: ["privacy-assessment"] }) as object,
      );
    });
  });
});
