import type { Reporter, TestModule } from "vitest/node";

/** Ends the output with one line that any tool can read: "N passed, N failed". */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string) => states.filter((one) => one === state).length;
    // A file that cannot be loaded has no tests to count, and is a failure all the same.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const line = `${count("passed")} passed, ${count("failed") + broken} failed`;
    process.on("exit", () => {
      if (process.env.WITHOUT_POSTGRES) console.log("Nothing was tested on PostgreSQL (WITHOUT_POSTGRES).");
      console.log(count("skipped") > 0 ? `${line}, ${count("skipped")} skipped` : line);
    });
  }
}
