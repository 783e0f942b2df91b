import { chromium, type Browser } from "playwright-core";
import { systemProgram } from "../../tools/system-programs.js";

/** The browser for the tests. @throws where there is no Chromium, saying what to install. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: systemProgram("browser"),
    // No sandbox: containers and CI run as root. The rest keeps Chromium from calling home.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
