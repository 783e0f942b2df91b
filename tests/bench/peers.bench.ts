import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comparePeers, type Cohort } from "../../app/core/benchmark/peers";
import { openDatabase } from "../../db/connection";
import { peerStore } from "../../db/peers";
import { publishMany } from "../support/many-peers";
import { report } from "./report-line";

/** What reading a cohort and comparing with it costs at a thousand and at a million contributions. */
const cohort: Cohort = { track: "sme", modelVersion: "1.0.0", sizeClass: "employees-10-49", land: "NW" };
const repetitions = 1000;

const medians: number[] = [];
for (const contributions of [1_000, 1_000_000]) {
  const folder = mkdtempSync(join(tmpdir(), "ki-pegel-bench-"));
  const database = await openDatabase(`file:${join(folder, "peers.sqlite")}`);
  await publishMany(database, cohort, contributions);
  const store = peerStore(database);
  const times: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const reader = `organisation-${1 + ((repetition * 7919) % contributions)}`;
    const start = performance.now();
    comparePeers(cohort, await store.read(cohort, reader));
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const median = times[repetitions / 2] ?? 0;
  medians.push(median);
  report(`cohort read: median at ${contributions} contributions`, median, "ms");
  report(`cohort read: 99th percentile at ${contributions} contributions`, times[Math.floor(repetitions * 0.99)] ?? 0, "ms");
  await database.destroy();
  rmSync(folder, { recursive: true });
}
report("cohort read: a million against a thousand", (medians[1] ?? 0) / (medians[0] ?? 1), "times");
