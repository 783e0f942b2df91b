import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** First the one without windows: whole Chromium draws its tabs and bars for every page here, a third of the tests' work. */
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** The browser for the tests: what CHROMIUM_PATH names, or one installed in a usual place. */
function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...places].find((place) => place !== undefined && existsSync(place));
}

/** @throws where there is no Chromium, saying what to install. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error(
      "The browser tests need Chromium. Install it (Debian: apt-get install chromium-headless-shell; Ubuntu: chromium) or set CHROMIUM_PATH to its program.",
    );
  return chromium.launch({
    executablePath,
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

/** Installs Debian's Chromium where there is none and this machine lets us: as root, with apt-get. */
export function installChromiumIfMissing(): void {
  if (findChromium() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("Installing Chromium for the browser tests …");
  const options = {
    stdio: ["ignore", "ignore", "inherit"] as ("ignore" | "inherit")[],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  execFileSync("apt-get", ["update", "-qq"], options);
  const install = (name: string) => execFileSync("apt-get", ["install", "-y", "-qq", name], options);
  try {
    install("chromium-headless-shell");
  } catch {
    install("chromium");
  }
}
