// @ts-check
/**
 * Changes the core line by line and looks whether a test notices: `npm run test:mutation`, or only some of its subjects or
 * files, `npm run test:mutation -- score plan/schedule`. Fails where fewer than 95 of 100 changes are noticed.
 *
 * Each change is tried against the tests that import its file themselves, which takes a second; only what they overlook is
 * tried against all tests of the subject, which takes many. The same changes count, and the same tests, as in one go.
 */
import console from "node:console";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import process, { argv, env } from "node:process";
import { Stryker } from "@stryker-mutator/core";

/** @typedef {Awaited<ReturnType<Stryker["runMutationTest"]>>[number]} Mutant */

const least = 95;
const subjects = ["score", "certainty", "duties", "funding", "initiatives", "plan"];
const chosen = argv.slice(2);
const subjectOf = (/** @type {string} */ part) => part.split("/", 1).join("");
const unknown = chosen.filter((one) => !subjects.includes(subjectOf(one)));
if (unknown.length > 0) throw new Error(`There is no subject ${unknown.join(", ")}. There are: ${subjects.join(", ")}.`);

const measured = chosen.length > 0 ? chosen : subjects;
env.MUTATION_SUBJECTS = [...new Set(measured.map(subjectOf))].join(",");

/** @param {string[]} mutate files, or lines of them. @param {"near" | "all"} tests */
function tryAgainst(tests, mutate) {
  env.MUTATION_TESTS = tests;
  return new Stryker({
    mutate: [...mutate, "!app/core/**/*.test.ts"],
    testRunner: "vitest",
    vitest: { configFile: "tests/mutation/vitest.config.ts", related: true },
    coverageAnalysis: "perTest",
    ignoreStatic: true,
    concurrency: 2,
    // A mutant that never ends is told from a busy machine, where the tests of the plan take long.
    timeoutMS: 20_000,
    reporters: tests === "near" ? ["progress-append-only"] : ["clear-text", "progress-append-only"],
    clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: false },
    // Not below build/, which a build meanwhile would empty: whatever is tried then seems to survive.
    tempDirName: join(tmpdir(), "ki-pegel-mutation"),
    thresholds: { high: 100, low: 97, break: null },
    allowConsoleColors: false,
  }).runMutationTest();
}

const noticed = ["Killed", "Timeout"];
const overlooked = ["Survived", "NoCoverage"];
const keyOf = (/** @type {Mutant} */ { fileName, location: { start, end }, replacement }) =>
  JSON.stringify([fileName, start, end, replacement]);

const near = await tryAgainst(
  "near",
  measured.map((one) => (one.includes("/") ? `app/core/${one}.ts` : `app/core/${one}/**/*.ts`)),
);
// What a test runs while it is loaded cannot be tried by that test, but perhaps by others.
const open = near.filter(({ status }) => !noticed.includes(status));
const lines = open.map(({ fileName, location: { start, end } }) => `${relative("", fileName)}:${start.line}-${end.line}`);
const again = lines.length > 0 ? await tryAgainst("all", [...new Set(lines)]) : [];

const later = new Map(again.map((mutant) => [keyOf(mutant), mutant]));
const tried = near
  .map((mutant) => (open.includes(mutant) ? (later.get(keyOf(mutant)) ?? mutant) : mutant))
  .filter(({ status }) => [...noticed, ...overlooked].includes(status));
/** @param {string} of @param {Mutant[]} all */
function tell(of, all) {
  const share = (100 * all.filter(({ status }) => noticed.includes(status)).length) / all.length;
  const endless = all.filter(({ status }) => status === "Timeout").length;
  console.log(`${of}: ${share.toFixed(1)} % of ${all.length} noticed, ${endless} of them because they never ended`);
  return share;
}
const files = [...new Set(tried.map(({ fileName }) => fileName))].sort();
for (const file of files)
  tell(
    relative("", file),
    tried.filter(({ fileName }) => fileName === file),
  );
if (tell("All", tried) < least) process.exitCode = 1;
