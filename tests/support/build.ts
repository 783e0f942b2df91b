import { execFileSync } from "node:child_process";
import { installChromiumIfMissing } from "./chromium";

/** The tests open the application as it is delivered, so it is built once before them. */
export default function build(): void {
  installChromiumIfMissing();
  const env = { ...process.env, VITEST: undefined, NODE_ENV: "production" as const };
  execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"], env });
}
