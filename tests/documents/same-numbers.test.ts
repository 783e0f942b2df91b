import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { toReportFile } from "../../app/core/report-file";
import { localeOf } from "../../app/i18n";
import { readDemo } from "../../seeds/demo";
import { grantKey, newProgram } from "../http/program";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "../http/visitor";
import { byId } from "../support/builders";
import { convert } from "../support/libreoffice";
import { printedPages, squeezed } from "../support/printed";
import { reportFor } from "../support/report";
import { content, goldenNames } from "../support/report-material";
import { unzip } from "../support/unzip";

/*
 * The same three assessments on the page, in every kind of document and through the API, all fetched as a user would:
 * the numbers must be those of the report that the core makes, which the golden files hold fast.
 */
type ReportFile = ReturnType<typeof toReportFile>;

const app = sharedApp();
const { score, points, euros, messages } = localeOf("de");
const { value: valueWords, list: listWords, plan: planWords } = messages.result;
const textOf = (markup: string) => squeezed(markup.replace(/<[^>]+>/g, "").replaceAll("&amp;", "&"));

/** The one number in one of its three forms (method, section 3). */
function valueTexts({ overall }: ReportFile, open: number, applicable: number): string[] {
  const [low, high] = [score(overall.lower ?? 0), score(overall.upper ?? 100)];
  if (overall.score === null) return [valueWords.between(low, high), valueWords.tooOpen(open, applicable)];
  return open === 0 ? [valueWords.exact(low)] : [valueWords.atLeast(low), valueWords.atMost(high, open)];
}

describe.each(goldenNames)("%s says the same", (name) => {
  const { assessment } = readDemo(process.cwd(), content.models).find((one) => one.name === name)!;
  const names = content.questionnaires[assessment.track].text.de.dimensions;
  const titleOf = (id: string) => byId(content.initiatives, id).title.de;

  async function everywhere() {
    const file = toSaveFile(assessment);
    const visitor = newVisitor(app.url);
    const path = (await visitor.load(JSON.stringify(file))).headers.get("location")!;
    const document = async (kind: string) =>
      new Uint8Array(await (await visitor.get(`${path}/document?kind=${kind}&paper=annex`)).arrayBuffer());
    const page = async (part: string) => textOf(await visitor.text(`${path}/${part}`));
    const { key } = await grantKey(app);
    const program = newProgram(app.url, key);
    const { id } = (await program.post("/assessments", file)).body as { id: string };
    // Everything is asked for before anything is read: a connection that lies idle while this thread reads may be closed.
    const pages = {
      overview: await page("report"),
      topics: await page("report/topics"),
      initiatives: await page("report/initiatives"),
      plan: await page("plan"),
    };
    const files = {
      pdf: await document("pdf"),
      docx: await document("docx"),
      odt: await document("odt"),
      xlsx: await document("xlsx"),
      ods: await document("ods"),
    };
    const answers = {
      json: (await (await visitor.get(`${path}/report.json`)).json()) as ReportFile,
      api: (await program.get(`/assessments/${id}/report`)).body as ReportFile,
      stateless: (await program.post("/scores", file)).body as ReportFile,
    };
    const pdf = squeezed((await printedPages(files.pdf)).map(({ text }) => text).join(" "));
    const docx = textOf(unzip(files.docx).get("word/document.xml") ?? "");
    const odt = textOf(unzip(files.odt).get("content.xml") ?? "");
    const spreadsheet = await convert(files.ods, "ods", "xlsx");
    const workbooks = [await readExcelFile(Buffer.from(files.xlsx)), await readExcelFile(Buffer.from(spreadsheet))];
    return { ...answers, pages, documents: { pdf, docx, odt }, workbooks };
  }

  it("on the pages, in PDF, Word, OpenDocument, workbook and JSON, and through the API", async () => {
    const { pages, documents, json, api, stateless, workbooks } = await everywhere();
    const made = reportFor(assessment, content, json.date);
    // As JSON has it.
    const expected = JSON.parse(JSON.stringify(toReportFile(made))) as ReportFile;
    // A program is told the language of its request; the day may turn while the test runs.
    for (const report of [json, api, stateless]) expect({ ...report, language: null, date: json.date }).toEqual(expected);

    const expectIn = (part: keyof typeof pages, ...parts: string[]) => {
      for (const [place, text] of Object.entries({ [part]: pages[part], ...documents }))
        expect(text.includes(squeezed(parts.join(""))), `${place}: ${parts.join(" ")}`).toBe(true);
    };
    const open = made.items.filter(({ level }) => level === null).length;
    for (const text of valueTexts(expected, open, made.items.length)) expectIn("overview", text);
    const interval = (lower: number, upper: number) => (lower === upper ? score(lower) : `${score(lower)}–${score(upper)}`);
    // Nine answers carry no value of a topic.
    for (const { id, score: value, lower, upper } of made.depth === "full" ? expected.dimensions : [])
      expectIn("topics", names[id]!.name, value === null ? valueWords.noNumber : score(value), interval(lower ?? 0, upper ?? 100));
    for (const { id, rise } of expected.initiatives) {
      expectIn("initiatives", titleOf(id));
      // "bis zu" stands before it where it rests on open answers.
      expectIn("initiatives", rise <= 1e-9 ? listWords.noRise : listWords.rise(points(rise)));
    }
    const { plan } = expected;
    if (plan.status !== "planned") throw new Error("every example has a plan");
    expect(plan.steps.length).toBeGreaterThan(3);
    for (const { id, costEuro } of plan.steps) {
      expectIn("plan", titleOf(id));
      expectIn("plan", euros(Math.round(costEuro), Math.round(costEuro)));
    }
    expectIn("plan", planWords.score(score(expected.overall.lower ?? 0), score(plan.scoreAfter)));

    for (const workbook of workbooks) {
      const cells = (sheet: string) => workbook.find((one) => one.sheet === sheet)?.data ?? [];
      const column = (sheet: string, title: string) => {
        const [head, ...rows] = cells(sheet);
        return rows.map((row) => row[head!.indexOf(title)]);
      };
      const { scores, initiatives, roadmap, overview } = messages.tables;
      const near = (values: (number | null)[]) => values.map((value) => (value === null ? null : (expect.closeTo(value, 9) as number)));
      expect(column(scores.name, scores.score)).toEqual(near(expected.dimensions.map((one) => one.score)));
      expect(column(scores.name, scores.lower)).toEqual(near(expected.dimensions.map((one) => one.lower)));
      expect(column(initiatives.name, initiatives.gain)).toEqual(near(expected.initiatives.map(({ rise }) => rise)));
      expect(column(roadmap.name, roadmap.cost)).toEqual(near(plan.steps.map(({ costEuro }) => costEuro)));
      const whole = cells(overview.name).find(([title]) => title === overview.score)?.[1] ?? null;
      expect(whole).toEqual(near([expected.overall.score])[0]);
    }
  });
});
