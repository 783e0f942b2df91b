// @ts-check
/**
 * Everything that is checked without a test, side by side: on two cores it takes half the time. What each says comes as it
 * ends, the faults last. Before the tests the build is made beside it, which one core would wait for while the other idles:
 *
 *   node tools/check.js "node tools/build.js"
 */
import { spawn } from "node:child_process";
import { argv } from "node:process";

const checks = ["oxlint .", "npm run --silent layout", "oxfmt --check .", "knip", "npm run --silent check:dependencies", ...argv.slice(2)];

const results = await Promise.all(
  checks.map(
    (command) =>
      new Promise((resolve) => {
        const child = spawn(command, { shell: true, env: { ...process.env, FORCE_COLOR: "0" } });
        let said = "";
        for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
        child.once("close", (code) => resolve({ command, code, said }));
      }),
  ),
);
const failed = results.filter(({ code }) => code !== 0);
for (const { command, code, said } of [...results.filter((result) => !failed.includes(result)), ...failed])
  console.log(`${code === 0 ? "passed" : "FAILED"}: ${command}\n${said.trim()}`.trim());
process.exitCode = failed.length > 0 ? 1 : 0;
