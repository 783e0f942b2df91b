import { execFileSync } from "node:child_process";
import { installSystemPrograms } from "../../tools/system-programs.js";

/** The tests open the application as it is delivered, so it is built before them, unless nothing has changed since. */
export default function build(): void {
  installSystemPrograms();
  execFileSync(process.execPath, ["tools/build.js"], { stdio: ["ignore", "ignore", "inherit"] });
}
