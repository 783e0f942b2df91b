import { spawn } from "node:child_process";
import { buffer } from "node:stream/consumers";

/** Runs a command of the program as it is delivered, here or elsewhere. @returns its exit code and what it said on both channels. */
export async function runCommand(args: string[], variables: Record<string, string>, program = "build/server/ki-pegel.js") {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", PORT: "0", LOG_LEVEL: "silent", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [code, stdout, stderr] = await Promise.all([
    new Promise<number | null>((resolve) => child.once("exit", resolve)),
    buffer(child.stdout),
    buffer(child.stderr),
  ]);
  return { code, stdout: stdout.toString(), stderr: stderr.toString() };
}
