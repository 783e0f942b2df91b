import { defineConfig } from "vitest/config";

/** The tests that stand beside the core, and nothing else: what a mutant must not survive. */
export default defineConfig({
  test: { include: ["app/core/**/*.test.ts"], setupFiles: ["tests/support/deterministic.ts"], testTimeout: 60_000 },
});
