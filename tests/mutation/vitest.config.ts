import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Solves for seconds, whatever is changed. */
const slowest = "search.test.ts";
const isNear = process.env.MUTATION_TESTS === "near";

/** What is quick first: most mutants fall there, and the rest need not run any more. Near a mutant: what imports its file. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = (this.ctx.config.related ?? []).map((file) => `/${basename(file, ".ts")}"`);
    const known = files.map((file) => ({ file, isSlow: basename(file.moduleId) === slowest, text: readFileSync(file.moduleId, "utf8") }));
    const tried = isNear ? known.filter(({ isSlow, text }) => !isSlow && mutated.some((one) => text.includes(one))) : known;
    const sorted = tried.sort((a, b) => Number(a.isSlow) - Number(b.isSlow) || a.text.length - b.text.length);
    return Promise.resolve(sorted.map(({ file }) => file));
  }
}

const subjects = (process.env.MUTATION_SUBJECTS ?? "*").split(",");

/** The tests that stand beside a subject, and nothing else: what its mutants must not survive. */
export default defineConfig({
  test: {
    // What only reads content and says of what shape it is, is loaded by the last one.
    include: [...subjects.map((subject) => `app/core/${subject}/**/*.test.ts`), "app/core/content.test.ts"],
    setupFiles: ["tests/support/deterministic.ts"],
    env: { SHARE_OF_CASES: "0.1" },
    sequence: { sequencer: QuickFirst },
    isolate: false,
    testTimeout: 60_000,
  },
});
