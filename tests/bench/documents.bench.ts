import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { includeAll } from "../../app/documents/document-options";
import { documentInputOf } from "../../app/documents/material";
import { annex } from "../../app/documents/papers/annex";
import { newVisitor } from "../http/visitor";
import { readDemo } from "../../seeds/demo";
import { startApp } from "../support/app";
import { openBrowser } from "../support/chromium";
import { reportFor } from "../support/report";
import { report } from "./report-line";

/**
 * A full report of 36 answers as PDF, from the request to the last byte, beside Chromium printing the pages of the same
 * report and beside Typst with the bare text. Medians in one run; each report has another name, so none is remembered.
 */
const app = await startApp();
const { content, pages } = app.services;
const { assessment } = readDemo(process.cwd(), content.models).find(({ name }) => name === "musterstadt")!;
const repeats = 5;
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
async function times(work: (run: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run <= repeats; run += 1) {
    const start = performance.now();
    await work(run);
    all.push(performance.now() - start);
  }
  // The first run warms up.
  return median(all.slice(1));
}
/** What the children of this process hold, in MB: `ours` the one that lays out, otherwise the browser's. */
function megabytes(ours: boolean): number {
  const lines = execFileSync("ps", ["-e", "-o", "rss=,args="], { encoding: "utf8" }).split("\n");
  const chosen = lines.filter((line) => (ours ? line.includes("build/server/worker.js") : /chrom/i.test(line)));
  return chosen.reduce((sum, line) => sum + Number.parseInt(line, 10), 0) / 1024;
}

const visitor = newVisitor(app.url);
async function load(name: string): Promise<string> {
  const file = toSaveFile({ ...assessment, organisation: { ...assessment.organisation, name } });
  return (await visitor.load(JSON.stringify(file))).headers.get("location")!;
}
const places: string[] = [];
// One after another: the first gives the browser the cookie that opens them all.
for (let run = 0; run <= repeats; run += 1) places.push(await load(`Musterstadt ${run}`));

let size = 0;
const pdf = await times(async (run) => {
  const response = await visitor.get(`${places[run]}/document`);
  if (!response.ok) throw new Error(`The document was answered with ${response.status}`);
  size = (await response.arrayBuffer()).byteLength;
});
report("PDF of a full report, whole request", pdf, "ms");
report("PDF of a full report, size", size / 1000, "kB");
report(`memory of the process that lays out, after ${repeats + 1} reports`, megabytes(true), "MB");

const browser = await openBrowser();
const context = await browser.newContext({ baseURL: app.url });
await context.addCookies(Array.from(visitor.cookies, ([name, value]) => ({ name, value, url: app.url })));
/** The pages that say together what the document says. */
const parts = ["", "/topics", "/duties", "/initiatives", "/funding", "/comparison", "/certainty"].map((part) => `/report${part}`);
const printed = await times(async (run) => {
  const page = await context.newPage();
  for (const part of [...parts, "/plan"]) {
    const response = await page.goto(`${places[run]}${part}`);
    if (!response?.ok()) throw new Error(`${part} was answered with ${response?.status()}`);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await page.pdf({ format: "A4", tagged: true });
  }
  await page.close();
});
report("Chromium printing the pages of the same report", printed, "ms");
report("memory of Chromium", megabytes(false), "MB");
await browser.close();

const data = { report: reportFor(assessment, content, "2026-11-21"), added: { authorText: null, steps: new Map() } };
const glossary = { de: pages.de.glossary, en: pages.en.glossary };
const { blocks } = annex(documentInputOf(data, "de", includeAll, null, { content, glossary }));
const folder = import.meta.dirname;
const fonts = ["400Regular/FiraSans_400Regular", "600SemiBold/FiraSans_600SemiBold"];
const compiler = NodeCompiler.create({
  workspace: folder,
  fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(`node_modules/@expo-google-fonts/fira-sans/${font}.ttf`)) }],
});
const bare = await times((run) => {
  const named = JSON.stringify(blocks).replaceAll("Musterstadt", `Musterstadt ${run}`);
  compiler.mapShadow(join(folder, "blocks.json"), Buffer.from(named));
  const { result } = compiler.compile({ mainFilePath: join(folder, "bare.typ") });
  compiler.pdf(result!);
  compiler.evictCache(0);
  return Promise.resolve();
});
report("Typst with the bare text", bare, "ms");
report("PDF of a full report / Chromium printing its pages (goal 0.1)", pdf / printed, "times");
report("PDF of a full report / Typst with the bare text (goal 1.5)", pdf / bare, "times");
await app.close();
process.exit(0);
