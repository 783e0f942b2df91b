import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { includeAll } from "../../app/documents/document-options";
import { documentInputOf } from "../../app/documents/material";
import { councilReport } from "../../app/documents/papers/council-report";
import { newVisitor } from "../http/visitor";
import { readDemo } from "../../seeds/demo";
import { startApp } from "../support/app";
import { openBrowser } from "../support/chromium";
import { reportFor } from "../support/report";
import { allProcessorMilliseconds } from "./processor-time";
import { report } from "./report-line";

/**
 * The council's report (Bericht) on 36 answers as a file, from the request to the last byte: as PDF beside Chromium printing
 * the pages of the same report and beside Typst with the bare text, and as DOCX and ODT beside the PDF. Medians in one run.
 * Each assessment has another name, so that no file is remembered. Whoever downloads has mostly looked at the report before,
 * so that its plan is known; asked for at once, the plan is worked out first.
 */
const app = await startApp();
const { content, pages } = app.services;
const { assessment } = readDemo(process.cwd(), content.models).find(({ name }) => name === "musterstadt")!;
const repeats = 5;
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
/** @returns medians: how long it takes, and what that takes of the processors, which other work changes less; both in ms. */
async function times(work: (run: number) => Promise<unknown>): Promise<{ time: number; processors: number }> {
  const all: { time: number; processors: number }[] = [];
  for (let run = 0; run <= repeats; run += 1) {
    const [start, used] = [performance.now(), allProcessorMilliseconds()];
    await work(run);
    all.push({ time: performance.now() - start, processors: allProcessorMilliseconds() - used });
  }
  // The first run warms up.
  const counted = all.slice(1);
  return { time: median(counted.map(({ time }) => time)), processors: median(counted.map(({ processors }) => processors)) };
}
/** What the processes below this one hold, in MB: `ours` those that work, otherwise the browser's. */
function megabytes(ours: boolean): number {
  const rows = execFileSync("ps", ["-e", "-o", "pid=,ppid=,rss=,args="], { encoding: "utf8" }).split("\n");
  const processes = rows.map((row) => /^ *(\d+) +(\d+) +(\d+) (.*)/.exec(row) ?? []);
  const below = (parent: string): number[] =>
    processes.flatMap(([, id = "", above, held, program = ""]) =>
      above !== parent
        ? []
        : [(ours ? program.includes("build/server/worker.js") : /chrom/i.test(program)) ? Number(held) : 0, ...below(id)],
    );
  return below(String(process.pid)).reduce((sum, held) => sum + held, 0) / 1024;
}

const visitor = newVisitor(app.url);
async function load(name: string): Promise<string> {
  const file = toSaveFile({ ...assessment, organisation: { ...assessment.organisation, name } });
  return (await visitor.load(JSON.stringify(file))).headers.get("location")!;
}
/** One place a run, under a name that no other has. */
async function loadAll(name: string): Promise<string[]> {
  const places: string[] = [];
  // One after another: the first gives the browser the cookie that opens them all.
  for (let run = 0; run <= repeats; run += 1) places.push(await load(`${name} ${run}`));
  return places;
}
async function fetchAll(path: string | undefined): Promise<number> {
  const response = await visitor.get(path ?? "");
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
  return (await response.arrayBuffer()).byteLength;
}
const [unseen, places] = [await loadAll("Neustadt"), await loadAll("Musterstadt")];
for (const place of places) await fetchAll(`${place}/report`);
/** The whole request for one kind of file. */
async function measured(what: string, from: string[], search: string) {
  let size = 0;
  const taken = await times(async (run) => {
    size = await fetchAll(`${from[run]}/document?${search}`);
  });
  report(`${what}, whole request`, taken.time, "ms");
  report(`${what}, of the processors`, taken.processors, "ms");
  report(`${what}, size`, size / 1000, "kB");
  return taken;
}

const pdf = await measured("Bericht as PDF", places, "kind=pdf&paper=report");
const docx = await measured("Bericht as DOCX", places, "kind=docx&paper=report");
const odt = await measured("Bericht as ODT", places, "kind=odt&paper=report");
await measured("Bericht as PDF with its plan worked out", unseen, "kind=pdf&paper=report");
await measured("Anlage as PDF", places, "kind=pdf&paper=annex");
report(`memory of the process that lays out, after ${5 * (repeats + 1)} files`, megabytes(true), "MB");

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
report("Chromium printing the pages of the same report", printed.time, "ms");
report("memory of Chromium", megabytes(false), "MB");
await browser.close();

const data = { report: reportFor(assessment, content, "2026-11-21"), added: { authorText: null, steps: new Map() } };
const glossary = { de: pages.de.glossary, en: pages.en.glossary };
const { blocks } = councilReport(documentInputOf(data, "de", includeAll, null, { content, glossary }));
const folder = import.meta.dirname;
const fonts = ["400Regular/FiraSans_400Regular", "600SemiBold/FiraSans_600SemiBold"];
const compiler = NodeCompiler.create({
  workspace: folder,
  fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(`node_modules/@expo-google-fonts/fira-sans/${font}.ttf`)) }],
});
const laidOut = (inputs: Record<string, string>, pdfStandard?: "ua-1") =>
  times((run) => {
    const named = JSON.stringify(blocks).replaceAll("Musterstadt", `Musterstadt ${run}`);
    compiler.mapShadow(join(folder, "blocks.json"), Buffer.from(named));
    const { result } = compiler.compile({ mainFilePath: join(folder, "bare.typ"), inputs });
    compiler.pdf(result!, pdfStandard && { pdfStandard });
    compiler.evictCache(0);
    return Promise.resolve();
  });
const bare = await laidOut({});
const alike = await laidOut({ font: "Fira Sans" }, "ua-1");
report("Typst with the bare text", bare.time, "ms");
report("Typst with the bare text, of the processors", bare.processors, "ms");
report("the same in the Bericht's typeface, as PDF/UA-1", alike.time, "ms");
report("Bericht as PDF / Typst with the bare text (goal 1.5)", pdf.time / bare.time, "times");
report("the same, of the processors", pdf.processors / bare.processors, "times");
report("Bericht as PDF / that in its typeface, of the processors", pdf.processors / alike.processors, "times");
report("Bericht as PDF / Chromium printing its pages (goal 0.25)", pdf.time / printed.time, "times");
report("Bericht as DOCX / as PDF (goal 3)", docx.time / pdf.time, "times");
report("Bericht as ODT / as PDF", odt.time / pdf.time, "times");
await app.close();
process.exit(0);
