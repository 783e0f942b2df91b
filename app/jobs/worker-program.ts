import { join } from "node:path";
import type { Program } from "./pool";

/**
 * How a process that does jobs is started: from the build, or from the source where this file itself runs from its source.
 * @param root the project's folder.
 * @param contentVersion which the process must find there.
 */
export function workerProgram(root: string, contentVersion: string): Program {
  const fromSource = import.meta.url.endsWith(".ts");
  return fromSource
    ? { script: join(root, "tools/run-source.js"), args: [join(root, "app/jobs/worker.ts"), root, contentVersion] }
    : { script: join(root, "build/server/worker.js"), args: [root, contentVersion] };
}
