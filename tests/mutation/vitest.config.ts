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

/** The tests that stand beside a subject, and nothing else: what its mutants must not survive. */
export default defineConfig({
  test: {
    // What only reads content and says of what shape it is, is loaded by the last one.
    include: [...subjects.map((subject) => `app/core/${subject}/**/*.test.ts`), "app/core/content.test.ts"],
    setupFiles: ["tests/support/deterministic.ts"],
    env: { SHARE_OF_CASES: "0.1" },
    sequence: { sequencer: ShortFirst },
    isolate: false,
    testTimeout: 60_000,
  },
});
