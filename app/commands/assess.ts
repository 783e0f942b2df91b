import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { readContent } from "../content/read-content";
import { readPages } from "../content/read-pages";
import { runBatch } from "../jobs/batch";
import { progressBar } from "./progress-bar";
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
  const date = new Date().toISOString().slice(0, 10);
  const result = await runAssess(argv.slice(2), {
    content: () => readContent(root),
    readInput: (name) => (name === "-" ? buffer(stdin) : readFile(resolve(folder, name))),
    async runBatch({ inputs, out, documents }) {
      const { de, en } = readPages(join(root, "content/pages"));
      const library = { content: readContent(root), glossary: { de: de.glossary, en: en.glossary } };
      const files = inputs.map((name) => resolve(folder, name));
      const bar = progressBar(stderr);
      return runBatch({ inputs: files, out: resolve(folder, out), documents, date }, library, bar);
    },
    writeFile: (name, bytes) => writeFile(resolve(folder, name), bytes),
    date,
  });
  stdout.write(result.stdout);
  stderr.write(result.stderr);
  process.exitCode = result.code;
} catch (error) {
  stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
