// @ts-check
/**
 * Checks what the lock file brings in, without asking anybody: each package has the hash that it must have, a licence of the list,
 * and is in no advisory of the stored list.
 *
 *   node tools/check-dependencies.js
 *   node tools/check-dependencies.js --renew      asks the registry first (npm audit) and adds what it knows to the stored list
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import semver from "semver";
import satisfies from "spdx-satisfies";

const storedList = fileURLToPath(new URL("advisories.json", import.meta.url));
const lockFile = fileURLToPath(new URL("../package-lock.json", import.meta.url));

/** @typedef {{ version: string, integrity?: string, license?: string, dev?: boolean }} LockEntry */
/** @typedef {{ id: string, severity: string, range: string, title: string }} Advisory */
/** @typedef {{ date: string, source: string, advisories: Record<string, Advisory[]>, accepted: Record<string, string> }} StoredList */

/** What goes with the EUPL in a program that is handed on. */
const licences = [
  ...[
    "MIT",
    "MIT-0",
    "ISC",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "BlueOak-1.0.0",
    "Zlib",
    "MPL-2.0",
    "EUPL-1.2",
    "OFL-1.1",
  ],
  // libvips inside sharp: a library of its own, which anybody can replace.
  "LGPL-3.0-or-later",
];
/** Also of what only builds and tests: it is not handed on. */
const licencesOfTools = [...licences, "CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "Python-2.0"];
/** Tools that name their licence in a file or in an outdated form only; each was read: MIT. */
const readLicences = ["eval", "format", "require-like"];

/** @param {string} place in the lock file @returns {string} */
const nameOf = (place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/**
 * @param {{ packages: Record<string, LockEntry> }} lock
 * @param {StoredList} stored
 * @returns {{ faults: string[], accepted: string[], count: number }} what is wrong, what is known and borne with, and how many were looked at.
 */
export function checkDependencies(lock, { advisories, accepted }) {
  const faults = [];
  /** @type {Map<string, Set<string>>} name → ids of advisories */
  const borne = new Map();
  const entries = Object.entries(lock.packages).filter(([place]) => place !== "");
  for (const [place, { version, integrity, license, dev = false }] of entries) {
    const name = nameOf(place);
    const what = `${name} ${version}`;
    if (!/^sha512-/.test(integrity ?? "")) faults.push(`${what}: the lock file has no hash of it (${place})`);
    const list = dev ? licencesOfTools : licences;
    if (license ? !isAllowed(license, list) : !(dev && readLicences.includes(name)))
      faults.push(`${what}: the licence is not in the list: ${license ?? "none named"}`);
    for (const { id, range, severity, title } of advisories[name] ?? []) {
      if (!semver.satisfies(version, range)) continue;
      // What is handed on is never borne with.
      if (dev && accepted[name] !== undefined) borne.set(name, (borne.get(name) ?? new Set()).add(id));
      else faults.push(`${what}: ${title} (${id}, ${severity})`);
    }
  }
  const lines = [...borne].map(([name, ids]) => `${name}: ${accepted[name]} (${[...ids].join(", ")})`);
  return { faults, accepted: lines, count: entries.length };
}

/** @param {string} licence SPDX expression @param {string[]} list */
function isAllowed(licence, list) {
  try {
    return satisfies(licence, list);
  } catch {
    return false;
  }
}

/** Adds what the registry knows of today's packages. @param {StoredList} stored @returns {StoredList} */
function renewed(stored) {
  const { stdout } = spawnSync("npm", ["audit", "--json", "--package-lock-only"], { encoding: "utf8", maxBuffer: 64 * 1024 ** 2 });
  /** @type {{ message?: string, vulnerabilities?: Record<string, { via: (string | { url: string, name: string, severity: string, range: string, title: string })[] }> }} */
  const report = JSON.parse(stdout || "{}");
  if (!report.vulnerabilities)
    throw new Error(`The registry does not tell: ${report.message ?? "no answer"}. The stored list stays as it is.`);
  const advisories = { ...stored.advisories };
  for (const { via } of Object.values(report.vulnerabilities))
    for (const one of via) {
      if (typeof one === "string") continue;
      const { url, name, severity, range, title } = one;
      const id = url.slice(url.lastIndexOf("/") + 1);
      advisories[name] = [...(advisories[name] ?? []).filter((known) => known.id !== id), { id, severity, range, title }];
    }
  const sorted = Object.fromEntries(Object.entries(advisories).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...stored, date: new Date().toISOString().slice(0, 10), advisories: sorted };
}

function run() {
  /** @type {StoredList} */
  let stored = JSON.parse(readFileSync(storedList, "utf8"));
  if (process.argv.includes("--renew")) {
    stored = renewed(stored);
    writeFileSync(storedList, `${JSON.stringify(stored, null, 2)}\n`);
  }
  const { faults, accepted, count } = checkDependencies(JSON.parse(readFileSync(lockFile, "utf8")), stored);
  const days = Math.floor((Date.now() - Date.parse(stored.date)) / 86_400_000);
  for (const line of accepted) console.log(`Known and accepted: ${line}`);
  for (const fault of faults) console.error(fault);
  const known = Object.values(stored.advisories).flat().length;
  console.log(
    `${count} packages, ${faults.length} faults; hashes, licences, and ${known} stored advisories of ${stored.date} (${days} days old, not complete).`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    run();
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exitCode = 1;
  }
}
