import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { dayOf } from "../core/day";
import { readAuthored } from "../content/authored";
import { readEnvironment } from "../http/environment";
import { openBatchPool, runBatch } from "../jobs/batch";
import { readLibrary } from "../jobs/library";
import { solver } from "../jobs/solver";
import { workerProgram } from "../jobs/worker-program";
import type { Command } from "./command";
import { progressBar } from "./progress-bar";
import { runAssess } from "./run-assess";

/** Reports, models and documents without a server. */
export const run: Command = async ({ root, args }) => {
  const { env, stdin, stdout, stderr } = process;
  // npm moves to the project's folder before it starts a script; a file is named from where the person stands.
  const folder = (env.npm_lifecycle_event === "assess" && env.INIT_CWD) || process.cwd();
  // Whoever reads the output may stop early (`| head`); that is no fault.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const date = dayOf(new Date(), readEnvironment(env).TIME_ZONE);
  const result = await runAssess(args, {
    content: () => readAuthored(root).content,
    readInput: (name) => (name === "-" ? buffer(stdin) : readFile(resolve(folder, name))),
    async runBatch({ inputs, out, ...rest }) {
      const files = inputs.map((name) => resolve(folder, name));
      const wish = { inputs: files, out: resolve(folder, out), date, ...rest };
      const library = readLibrary(root);
      const pool = openBatchPool(workerProgram(root, library.content.version));
      return runBatch(wish, library, pool, progressBar(stderr)).finally(() => pool.close());
    },
    writeFile: (name, bytes) => writeFile(resolve(folder, name), bytes),
    solver,
    date,
  });
  stdout.write(result.stdout);
  stderr.write(result.stderr);
  return result.code;
};
