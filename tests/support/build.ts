import { execFileSync } from "node:child_process";

/** The tests open the application as it is delivered, so it is built once before them. */
export default function build(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, VITEST: undefined, NODE_ENV: "production" } });
}
