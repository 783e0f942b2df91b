import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Level } from "../../app/core/assessment/answer";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { modelOf } from "../../app/core/content";
import { toReportFile } from "../../app/core/report-file";
import { localeOf } from "../../app/i18n";
import { readDemo } from "../../seeds/demo";
import { grantKey, newProgram } from "../http/program";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "../http/visitor";
import { byId } from "../support/builders";
import { convert } from "../support/libreoffice";
import { printedPages, squeezed } from "../support/printed";
import { frontierFor, reportFor } from "../support/report";
import { content } from "../support/content";
import { goldenNames } from "../support/report-material";
import { unzip } from "../support/unzip";
import { answered, keep } from "../support/walk";

/*
 * The same three assessments on the page, in every kind of document and through the API, all fetched as a user would:
 * the numbers must be those of the report that the core makes, which the golden files hold fast.
 */
type ReportFile = ReturnType<typeof toReportFile>;

const app = sharedApp();
const { score, points, euros, messages } = localeOf("de");
const { value: valueWords, list: listWords, plan: planWords } = messages.result;
const titleOf = (id: string) => byId(content.initiatives, id).title.de;
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
    const bought = (frontierFor(made, assessment, content, json.date)?.points ?? []).filter((point) => point.score !== null);
    expect(bought.length).toBeGreaterThan(1);
    // Once for each level, the least money, rounded up to 50 euros.
    const told = bought.map(({ budgetEuro, score: reachable }) => ({
      money: Math.ceil(budgetEuro / 50) * 50,
      level: score(reachable ?? NaN),
    }));
    const rows = told.filter(({ level }, index) => level !== told[index - 1]?.level);
    for (const { money, level } of rows) expectIn("plan", euros(money, money), level);

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

it("the history of three rounds and two questionnaires says the same on the page, in PDF, Word, workbook and JSON, and through the API", async () => {
  const { stores, content: shipped } = app.services;
  const today = "2026-11-26";
  // First level 2 everywhere, then much better, and in an answer of each topic worse, then one answer better.
  const said = (number: number, place: number): Level => {
    if (number === 1) return 2;
    return place % 4 !== 1 ? 4 : number === 3 && place === 13 ? 2 : 1;
  };
  const itemsOf = (version: string) =>
    modelOf(shipped, { track: "municipality", modelVersion: version }).dimensions.flatMap((one) => one.items);
  const first = Object.fromEntries(itemsOf("1.0.0").map(({ id }, place) => [id, { level: said(1, place) }]));
  const { id, editPath } = await keep(app, {
    ...answered(shipped, "municipality", "full", () => 0),
    ...{ modelVersion: "1.0.0", answers: first },
  });
  const visitor = newVisitor(app.url);
  await visitor.get(editPath);
  const at = (page: string) => `/assessments/${id}${page}`;
  for (const [number, date] of [[2, "2025-11-10"], [3, "2026-05-12"]] as const) {
    await visitor.post(at("/rounds"), { intent: "close", number: String(number - 1), date, people: "no" });
    await visitor.post(at("/rounds"), { intent: "begin", number: String(number) });
    const changes = itemsOf("2.0.0").map(({ id: item }, place) => ({ item, seen: null, next: { level: said(number, place) } }));
    await stores.answers.save(id, changes, { now: new Date(), today });
  } // prettier-ignore
  const done = shipped.initiatives.find(({ tracks }) => tracks.includes("municipality"))?.id ?? "";
  await stores.plans.saveSteps(id, [{ field: `${done}.status`, seen: null, next: "done" }], new Date());

  const document = async (kind: string) =>
    new Uint8Array(await (await visitor.get(at(`/document?kind=${kind}&paper=report`))).arrayBuffer());
  const page = textOf(await visitor.text(at("/report/history")));
  const [pdf, docx, xlsx] = [await document("pdf"), await document("docx"), await document("xlsx")];
  const { history } = (await (await visitor.get(at("/report.json"))).json()) as ReportFile;
  const { key } = await grantKey(app);
  const program = newProgram(app.url, key);
  const copy = (await program.post("/assessments", await (await visitor.get(at("/ki-pegel.json"))).json())).body as { id: string };
  expect(((await program.get(`/assessments/${copy.id}/report`)).body as ReportFile).history).toEqual(history);

  const places = {
    page,
    pdf: squeezed((await printedPages(pdf)).map(({ text }) => text).join(" ")),
    docx: textOf(unzip(docx).get("word/document.xml") ?? ""),
  };
  const words = messages.rounds.history;
  const signed = (value: number) => (Math.abs(value) < 0.05 ? "±0" : `${value > 0 ? "+" : "−"}${points(Math.abs(value))}`);
  const expectEverywhere = (...parts: string[]) => {
    for (const [place, text] of Object.entries(places))
      expect(text.includes(squeezed(parts.join(""))), `${place}: ${parts.join(" ")}`).toBe(true);
  };
  const [before, latest] = history?.changes ?? [];
  if (!before?.overall || !latest?.overall) throw new Error("three rounds make two steps");
  // The questionnaires share some questions and not others; the first step is more than noise, the second is not.
  expect([before.beyondNoise, latest.beyondNoise, before.incomparable.length > 0, latest.incomparable.length]).toEqual([
    true,
    false,
    true,
    0,
  ]);
  expect([latest.done, before.items.some(({ kind }) => kind === "worse")]).toEqual([[done], true]);
  expectEverywhere(words.headline.soFar.within);
  expectEverywhere(words.within(score(latest.threshold), false));
  expectEverywhere(words.beyond(score(before.threshold), false));
  expectEverywhere(words.comparedAll(latest.comparable.length));
  const asked = before.comparable.length + before.incomparable.length;
  expectEverywhere(words.compared(before.comparable.length, asked, "").slice(0, -1));
  expectEverywhere(words.values(score(before.overall.before), score(before.overall.after)));
  expectEverywhere(titleOf(done));
  for (const { overall } of [before, latest])
    for (const value of [overall?.changed ?? NaN, overall?.clarified ?? NaN]) expectEverywhere(words.signed(signed(value)));
  const names = shipped.questionnaires.municipality.text.de.dimensions;
  for (const { id: topic, change, secured } of latest.dimensions) {
    const changed = signed(change?.changed ?? NaN);
    const values = history?.rounds.map(({ dimensions }) => score(dimensions.find((one) => one.id === topic)?.score ?? NaN)) ?? [];
    const mark = changed === "±0" || secured ? "" : words.notSecured;
    const row = [changed, mark, signed(change?.clarified ?? NaN)];
    const { [topic]: { name } = { name: topic } } = names;
    expect(page, name).toContain(squeezed([name, ...row].join("")));
    for (const text of [places.pdf, places.docx])
      expect(text, name).toContain(squeezed([name, ...values, row[0], mark && "*", row[2]].join("")));
  }

  const [head = [], ...rows] =
    (await readExcelFile(Buffer.from(xlsx))).find(({ sheet }) => sheet === messages.tables.changes.name)?.data ?? [];
  const { changes: columns, id: idTitle } = messages.tables;
  const told = (what: string, title: string) =>
    rows.filter((row) => row[head.indexOf(columns.what)] === what).map((row) => row[head.indexOf(title)]);
  const near = (values: (number | undefined)[]) => values.map((value) => expect.closeTo(value ?? NaN, 9) as number);
  const steps = [latest, before];
  for (const part of ["changed", "clarified"] as const) {
    expect(told(columns.kinds.whole, columns[part])).toEqual(near(steps.map(({ overall }) => overall?.[part])));
    expect(told(columns.kinds.topic, columns[part])).toEqual(
      near(steps.flatMap(({ dimensions }) => dimensions.flatMap(({ change }) => change?.[part] ?? []))),
    );
  }
  expect(told(columns.kinds.answer, idTitle)).toEqual(steps.flatMap(({ items }) => items.map((one) => one.id)));
  expect(told(columns.kinds.initiative, idTitle)).toEqual([done]);
});
