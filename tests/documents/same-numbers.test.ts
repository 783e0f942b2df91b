import { readFileSync } from "node:fs";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { localeOf } from "../../app/i18n";
import { readDemo } from "../../seeds/demo";
import { grantKey, newProgram, unlimited } from "../http/program";
import { sharedApp } from "../http/shared-app";
import { newVisitor } from "../http/visitor";
import { printedPages, squeezed } from "../support/printed";
import { unzip } from "../support/unzip";

/*
 * The same three assessments on the page, in every kind of document and through the API, all fetched as a user would:
 * the numbers must be those of the golden files.
 */
type Golden = {
  dimensions: { id: string; score: number | null; lower: number | null; upper: number | null }[];
  overall: { arithmetic: number | null; lower: number; upper: number };
  initiatives: { id: string; gain: number }[];
};

const app = sharedApp(unlimited);
const { score, points, messages } = localeOf("de");
const textOf = (markup: string) => squeezed(markup.replace(/<[^>]+>/g, "").replaceAll("&amp;", "&"));

describe.each(["musterstadt", "kleinhausen", "tischlerei-muster"])("%s says the same", (name) => {
  const golden = JSON.parse(readFileSync(`tests/golden/${name}.json`, "utf8")) as Golden;

  async function everywhere() {
    const { content } = app.services;
    const { assessment } = readDemo(process.cwd(), content.models).find((one) => one.name === name)!;
    const file = toSaveFile(assessment);
    const visitor = newVisitor(app.url);
    const path = (await visitor.load(JSON.stringify(file))).headers.get("location")!;
    const document = async (kind: string) => new Uint8Array(await (await visitor.get(`${path}/document?kind=${kind}`)).arrayBuffer());
    const { key } = await grantKey(app);
    const program = newProgram(app.url, key);
    const { id } = (await program.post("/assessments", file)).body as { id: string };
    const pdf = await printedPages(await document("pdf"));
    const [page, docx] = [await visitor.text(`${path}/report`), unzip(await document("docx")).get("word/document.xml") ?? ""];
    return {
      texts: { page: textOf(page), pdf: squeezed(pdf.map(({ text }) => text).join(" ")), docx: textOf(docx) },
      json: (await (await visitor.get(`${path}/report.json`)).json()) as Golden,
      api: (await program.get(`/assessments/${id}/report`)).body as Golden,
      stateless: (await program.post("/scores", file)).body as Golden,
      sheets: await readExcelFile(Buffer.from(await document("xlsx"))),
      names: content.questionnaires[assessment.track].text.de.dimensions,
      titles: new Map(content.initiatives.map((initiative) => [initiative.id, initiative.title.de])),
    };
  }

  it("on the page, in PDF, Word, workbook and JSON, and through the API", async () => {
    const { texts, json, api, stateless, sheets, names, titles } = await everywhere();
    for (const report of [json, api, stateless]) expect(report).toEqual(golden);

    const interval = (lower: number, upper: number) => (lower === upper ? score(lower) : `${score(lower)}–${score(upper)}`);
    for (const [place, text] of Object.entries(texts)) {
      const has = (...parts: string[]) => expect(text.includes(squeezed(parts.join(""))), `${place}: ${parts.join(" ")}`).toBe(true);
      if (golden.overall.arithmetic !== null) has(score(golden.overall.arithmetic), place === "pdf" ? "" : messages.report.outOf);
      for (const { id, score: value, lower, upper } of golden.dimensions)
        has(names[id as "strategy"]!.name, value === null ? messages.report.noValue : score(value), interval(lower ?? 0, upper ?? 100));
      for (const { id, gain } of golden.initiatives) {
        has(titles.get(id)!);
        has(messages.report.gain(points(gain)));
      }
    }

    const cells = (sheet: string) => sheets.find((one) => one.sheet === sheet)?.data ?? [];
    const column = (sheet: string, title: string) => {
      const [head, ...rows] = cells(sheet);
      return rows.map((row) => row[head!.indexOf(title)]);
    };
    const { scores, initiatives, overview } = messages.tables;
    const near = (values: (number | null)[]) => values.map((value) => (value === null ? null : (expect.closeTo(value, 9) as number)));
    expect(column(scores.name, scores.score).slice(0, 9)).toEqual(near(golden.dimensions.map((one) => one.score)));
    expect(column(scores.name, scores.lower).slice(0, 9)).toEqual(near(golden.dimensions.map((one) => one.lower)));
    expect(column(initiatives.name, initiatives.gain)).toEqual(near(golden.initiatives.map(({ gain }) => gain)));
    const whole = cells(overview.name).find(([title]) => title === overview.score)?.[1] ?? null;
    expect(whole).toEqual(near([golden.overall.arithmetic])[0]);
  });
});
