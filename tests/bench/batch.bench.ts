import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBatchPool, runBatch } from "../../app/jobs/batch";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { includeAll } from "../../app/documents/document-options";
import { readContent } from "../../app/content/read-content";
import { readPages } from "../../app/content/read-pages";
import { readDemo } from "../../seeds/demo";
import { workerProgram } from "../../app/jobs/worker-program";
import { report } from "./report-line";

/**
 * Many full reports as PDF in one batch: how long each takes, and whether the memory of all processes together stays the
 * same from the first quarter to the last. BATCH sets how many; 200 unless told, 2,000 take most of an hour on two cores.
 */
const count = Number(process.env.BATCH ?? 200);
const content = readContent(process.cwd());
const { de, en } = readPages("content/pages");
const { assessment } = readDemo(process.cwd(), content.models).find(({ name }) => name === "musterstadt")!;
const folder = mkdtempSync(join(tmpdir(), "ki-pegel-bench-"));
const inputs = Array.from({ length: count }, (_, index) => {
  const path = join(folder, `client-${index}.json`);
  const organisation = { ...assessment.organisation, name: `Musterstadt ${index}` };
  writeFileSync(path, JSON.stringify(toSaveFile({ ...assessment, organisation })));
  return path;
});

/** Of this process and those it has started, in MB. */
function megabytes(): number {
  const lines = execFileSync("ps", ["-e", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const own = lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([pid, parent]) => pid === process.pid || parent === process.pid);
  return own.reduce((sum, [, , kilobytes = 0]) => sum + kilobytes, 0) / 1024;
}
const highest = [0, 0, 0, 0];
const start = performance.now();
const documents = [
  { kind: "pdf" as const, paper: "annex" as const, language: "de" as const, include: includeAll, table: "scores" as const },
];
const library = { content, glossary: { de: de.glossary, en: en.glossary } };
const pool = openBatchPool(workerProgram(process.cwd(), content.version));
const summary = await runBatch({ inputs, out: join(folder, "out"), documents, date: "2026-11-21" }, library, pool, (done) => {
  const quarter = Math.min(3, Math.floor((4 * (done - 1)) / count));
  highest[quarter] = Math.max(highest[quarter] ?? 0, megabytes());
});
pool.close();
const seconds = (performance.now() - start) / 1000;
rmSync(folder, { recursive: true });
report("batch: reports made", summary.made, "PDF files");
report("batch: time a report", (1000 * seconds) / count, "ms");
highest.forEach((most, quarter) => report(`batch: highest memory of all processes, quarter ${quarter + 1}`, most, "MB"));
process.exit(summary.failed.length > 0 ? 1 : 0);
