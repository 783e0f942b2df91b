// @ts-check
/**
 * Changes the core line by line and looks whether a test notices: `npm run test:mutation`, or only some of its subjects or
 * files, `npm run test:mutation -- score plan/schedule`. Fails where fewer than 95 of 100 changes are noticed.
 */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, env } from "node:process";
import { Stryker } from "@stryker-mutator/core";

const subjects = ["score", "certainty", "duties", "funding", "initiatives", "plan"];
const chosen = argv.slice(2);
const subjectOf = (/** @type {string} */ part) => part.split("/", 1).join("");
const unknown = chosen.filter((one) => !subjects.includes(subjectOf(one)));
if (unknown.length > 0) throw new Error(`There is no subject ${unknown.join(", ")}. There are: ${subjects.join(", ")}.`);

const measured = chosen.length > 0 ? chosen : subjects;
env.MUTATION_SUBJECTS = [...new Set(measured.map(subjectOf))].join(",");

const stryker = new Stryker({
  mutate: [...measured.map((one) => (one.includes("/") ? `app/core/${one}.ts` : `app/core/${one}/**/*.ts`)), "!app/core/**/*.test.ts"],
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: true },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: 2,
  // A mutant that never ends is told from a busy machine, where the tests of the plan take long.
  timeoutMS: 20_000,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  // Not below build/, which a build meanwhile would empty: whatever is tried then seems to survive.
  tempDirName: join(tmpdir(), "ki-pegel-mutation"),
  thresholds: { high: 100, low: 97, break: 95 },
  allowConsoleColors: false,
});
await stryker.runMutationTest();
