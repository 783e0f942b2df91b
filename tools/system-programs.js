// @ts-check
/**
 * Programs that the tests need and npm does not bring. As root on Debian or Ubuntu, those that are missing are installed, all at once;
 * run before `npm ci`, they come while npm loads and compiles:
 *
 *   node tools/system-programs.js
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { argv, env, getuid } from "node:process";
import { fileURLToPath } from "node:url";

/** Debian keeps each version's programs by themselves: the newest first. */
const postgresFolder = "/usr/lib/postgresql";
const postgresVersions = () => (existsSync(postgresFolder) ? readdirSync(postgresFolder).sort((a, b) => Number(b) - Number(a)) : []);

/**
 * @typedef {"browser" | "office" | "database" | "proxy" | "compiler" | "units"} Need
 * @typedef {object} SystemProgram
 * @property {string} named as people call it.
 * @property {string} tests which ones need it.
 * @property {string} [variable] of the environment, which names another.
 * @property {() => string[]} places where it usually is, the best first.
 * @property {string[][]} packages of Debian and Ubuntu; the first that there are.
 * @property {string} [without] how to do without it.
 */
/** @type {Record<Need, SystemProgram>} */
const programs = {
  browser: {
    named: "Chromium",
    tests: "browser tests",
    variable: "CHROMIUM_PATH",
    // First the one without windows: whole Chromium draws its tabs and bars for every page here, a third of the tests' work.
    places: () => [
      "/usr/bin/chromium-headless-shell",
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/snap/bin/chromium",
    ],
    packages: [["chromium-headless-shell"], ["chromium"]],
  },
  office: {
    named: "LibreOffice",
    tests: "document tests",
    variable: "SOFFICE_PATH",
    places: () => ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/lib/libreoffice/program/soffice", "/snap/bin/libreoffice"],
    packages: [["libreoffice-writer-nogui", "libreoffice-calc-nogui"]],
  },
  database: {
    named: "initdb and the other programs of PostgreSQL's server",
    tests: "tests on PostgreSQL",
    variable: "POSTGRES_INITDB",
    places: () => postgresVersions().map((version) => `${postgresFolder}/${version}/bin/initdb`),
    packages: [["postgresql"]],
    without: "To go without them, set WITHOUT_POSTGRES=1: then nothing is known about PostgreSQL.",
  },
  proxy: {
    named: "nginx",
    tests: "tests behind a proxy",
    variable: "NGINX_PATH",
    places: () => ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx"],
    packages: [["nginx-light"]],
  },
  compiler: {
    named: "a C compiler",
    tests: "tests of disk faults",
    places: () => ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"],
    packages: [["gcc", "libc6-dev"]],
  },
  units: {
    named: "systemd-analyze",
    tests: "tests of systemd's units",
    places: () => ["/usr/bin/systemd-analyze"],
    packages: [["systemd"]],
  },
};

/** @param {SystemProgram} program */
function find({ variable, places }) {
  return [variable && env[variable], ...places()].find((place) => place && existsSync(place));
}

/**
 * Where a program is.
 * @param {Need} need
 * @throws where there is none, saying what to install.
 */
export function systemProgram(need) {
  const program = programs[need];
  const found = find(program);
  if (found) return found;
  const { named, tests, variable, packages, without } = program;
  const install = packages.map((names) => `apt-get install ${names.join(" ")}`).join(" or ");
  const elsewhere = variable ? ` or say with ${variable} where it is` : "";
  throw new Error([`The ${tests} need ${named}. Install it (Debian, Ubuntu: ${install})${elsewhere}.`, without].join(" ").trim());
}

/** Installs what is missing where this machine lets us: as root, with apt-get. No service of it is started. */
export function installSystemPrograms() {
  const missing = Object.values(programs).filter((program) => !find(program));
  if (missing.length === 0 || getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing for the tests: ${missing.map(({ named }) => named).join(", ")} …`);
  /** @param {string[]} args */
  const apt = (...args) =>
    execFileSync("apt-get", ["-y", "-qq", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    });
  apt("update");
  const known = missing.flatMap(({ packages }) => packages.find((names) => names.every(isKnown)) ?? []);
  apt("install", "--no-install-recommends", ...known);
}

/** Whether the system can install a package. @param {string} name */
function isKnown(name) {
  return execFileSync("apt-cache", ["search", "--names-only", `^${name}$`], { encoding: "utf8" }) !== "";
}

if (argv[1] === fileURLToPath(import.meta.url)) installSystemPrograms();
