import { statSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What is quick first: most mutants fall there, and the rest need not run any more. */
class ShortFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sizeOf = ({ moduleId }: TestSpecification) => statSync(moduleId).size;
    return Promise.resolve(files.toSorted((a, b) => sizeOf(a) - sizeOf(b)));
  }
}

const subjects = (process.env.MUTATION_SUBJECTS ?? "*").split(",");

/** The tests that stand beside the subjects, and nothing else: what a mutant must not survive. */
export default defineConfig({
  test: {
    include: subjects.map((subject) => `app/core/${subject}/**/*.test.ts`),
    setupFiles: ["tests/support/deterministic.ts"],
    env: { SHARE_OF_CASES: "0.2" },
    sequence: { sequencer: ShortFirst },
    isolate: false,
    testTimeout: 60_000,
  },
});
