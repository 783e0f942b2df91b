// @ts-check
/**
 * Runs a TypeScript file of the app from its source, through Vite, as the build would bundle it: for development, benchmarks
 * and tests. The app as delivered runs from `build/server`.
 *
 *   node tools/run-source.js tests/bench/assess.bench.ts
 */
import { resolve } from "node:path";
import { createServer } from "vite";

const vite = await createServer({
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
// The file finds its arguments where it would find them had Node started it.
process.argv.splice(1, 1);
await vite.ssrLoadModule(resolve(process.argv[1] ?? ""));
