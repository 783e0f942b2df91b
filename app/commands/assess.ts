import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { readContent } from "../server/read-content";
import { root } from "./root";
import { runAssess } from "./run-assess";

const { env, stdin, stdout, stderr, argv } = process;
// npm moves to the project's folder before it starts a script; a file is named from where the person stands.
const folder = (env.npm_lifecycle_event === "assess" && env.INIT_CWD) || process.cwd();

// Whoever reads the output may stop early (`| head`); that is no fault.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  const result = await runAssess(argv.slice(2), {
    content: () => readContent(root),
    readInput: (name) => (name === "-" ? text(stdin) : readFile(resolve(folder, name), "utf8")),
    date: new Date().toISOString().slice(0, 10),
  });
  stdout.write(result.stdout);
  stderr.write(result.stderr);
  process.exitCode = result.code;
} catch (error) {
  stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
