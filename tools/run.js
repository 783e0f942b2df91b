// @ts-check
/**
 * Runs a command of the program from its build, and builds it before where a source has changed.
 *
 *   node tools/run.js serve
 */
import { buildIfChanged } from "./build.js";

await buildIfChanged();
const program = new URL("../build/server/ki-pegel.js", import.meta.url);
process.argv.splice(1, 1, program.pathname);
await import(program.href);
