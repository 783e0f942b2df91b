import { statSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Solves for seconds, whatever is changed. */
const slowest = "search.test.ts";

/** What stands directly beside the mutant first, then what is quick: most mutants fall there, and the rest need not run any more. */
class NearAndQuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = this.ctx.config.related?.map((file) => basename(file, ".ts")) ?? [];
    const rankOf = ({ moduleId }: TestSpecification) => {
      if (mutated.includes(basename(moduleId, ".test.ts"))) return 0;
      return basename(moduleId) === slowest ? Infinity : statSync(moduleId).size;
    };
    return Promise.resolve(files.toSorted((a, b) => rankOf(a) - rankOf(b)));
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
    sequence: { sequencer: NearAndQuickFirst },
    isolate: false,
    testTimeout: 60_000,
  },
});
