import { execFileSync } from "node:child_process";
import { installChromiumIfMissing } from "./chromium";
import { installLibreOfficeIfMissing } from "./libreoffice";

/** The tests open the application as it is delivered, so it is built before them, unless nothing has changed since. */
export default function build(): void {
  installChromiumIfMissing();
  installLibreOfficeIfMissing();
  execFileSync(process.execPath, ["tools/build.js"], { stdio: ["ignore", "ignore", "inherit"] });
}
