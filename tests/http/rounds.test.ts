import { beforeEach, describe, expect, it } from "vitest";
import { versionTag } from "../../app/core/assessment/answer";
import { toSaveFile } from "../../app/core/assessment/save-file";
import type { toReportFile } from "../../app/core/report-file";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { readDemo } from "../../seeds/demo";
import { csvRows } from "../support/csv-rows";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const { rounds } = localeOf("de").messages;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
type Report = ReturnType<typeof toReportFile>;

let visitor: Visitor;
let id: string;
const at = (page: string) => `/assessments/${id}${page}`;
const stored = () => app.services.stores.assessments.find(id);
const kept = () => app.services.stores.rounds.find(id);
const reportFile = async (search = "") => (await (await visitor.get(at(`/report.json${search}`))).json()) as Report;
const close = (number: number, date: string, people = "no") =>
  visitor.post(at("/rounds"), { intent: "close", number: String(number), date, people });
const begin = (number: number) => visitor.post(at("/rounds"), { intent: "begin", number: String(number) });
/** Confirms everything of a topic, but for some items. */
async function confirm(dimension: string, except: string[] = []) {
  const page = await visitor.text(at(`/rounds/confirm/${dimension}`));
  const form = new FormData();
  for (const [, item = ""] of page.matchAll(/name="unchanged"[^>]* value="([^"]+)"/g))
    if (!except.includes(item)) form.append("unchanged", item);
  return visitor.submit(at(`/rounds/confirm/${dimension}`), form, page);
}
const dimensions = () => app.services.content.questionnaires.municipality.dimensions.map(({ id: dimension }) => dimension);

beforeEach(async () => {
  visitor = newVisitor(app.url);
  const example = readDemo(process.cwd(), app.services.content.models).find(({ name }) => name === "musterstadt");
  const response = await visitor.load(JSON.stringify(example && toSaveFile(example.assessment)));
  id = /assessments\/([\w-]+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
});

describe("closing a round", () => {
  it("keeps it under its day, and offers to begin the next", async () => {
    expect(await visitor.text(at("/rounds"))).toContain(rounds.close.title(1));
    const response = await close(1, "2026-05-12");
    expect([response.status, response.headers.get("location")]).toEqual([303, at("/rounds?saved=closed")]);
    const page = await visitor.text(at("/rounds?saved=closed"));
    for (const text of [rounds.saved.closed, rounds.begin.title, "12. Mai 2026", rounds.state.free]) expect(page).toContain(text);
    expect(await visitor.text(at("/strategy"))).toContain(rounds.between.text(1));
    expect((await kept()).closed).toMatchObject([{ closedOn: "2026-05-12", samePeople: false }]);
  });

  it.each(["", "2026-02-30", "12.05.2026", "2999-01-01"])("is refused on %j, and what was typed stays", async (day) => {
    const response = await close(1, day);
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain(`value="${day}"`);
    expect(page).toMatch(/aria-invalid="true"/);
    expect((await kept()).closed).toEqual([]);
  });

  it("is refused before the last one was closed", async () => {
    await close(1, "2026-05-12");
    await begin(2);
    expect(await (await close(2, "2026-05-11")).text()).toContain("vom 12. Mai 2026");
  });

  it("that somebody else has closed meanwhile is not closed twice", async () => {
    await close(1, "2026-05-12");
    expect((await close(1, "2026-05-12")).headers.get("location")).toContain("saved=not-so");
    await begin(2);
    expect((await begin(2)).headers.get("location")).toContain("saved=not-so");
    expect((await kept()).closed).toHaveLength(1);
  });

  it.each(["", "close-all"])("knows nothing else: %j", async (intent) => {
    expect((await visitor.post(at("/rounds"), { intent, number: "1" })).status).toBe(400);
  });
});

it("a report of a closed round says the same, whatever happens afterwards", async () => {
  await close(1, "2026-05-12");
  const before = await reportFile("?round=1");
  expect(before.date).toBe("2026-05-12");
  expect(before.overall.lower).toBe((await reportFile()).overall.lower);
  await begin(2);
  await confirm("strategy");
  await visitor.submit(at("/profile"), {
    sizeClass: "inhabitants-100000-plus",
    name: "Anderswo",
    aiUse: "operation",
    depth: "full",
    land: "BY",
  });
  await visitor.submit(at("/targets"), { "skills.value": "75", "skills.by": "2027-12-31" });
  expect(await reportFile("?round=1")).toEqual(before);
  const page = await visitor.text(at("/report?round=1"));
  for (const text of [rounds.past.text(1, "12. Mai 2026"), "Musterstadt erprobt KI", "round=1"]) expect(page).toContain(text);
  expect(page).not.toContain(rounds.past.otherContent);
  expect((await visitor.get(at("/document?kind=csv&language=de&round=1"))).status).toBe(200);
  for (const wrong of ["0", "2", "x", "01x"]) expect((await visitor.get(at(`/report?round=${wrong}`))).status, wrong).toBe(404);
});

it("a report of a round that was made with other content says so", async () => {
  await app.services.stores.rounds.close(id, 1, { closedOn: "2026-05-12", samePeople: false, contentVersion: "older" }, new Date());
  expect(await visitor.text(at("/report?round=1"))).toContain(rounds.past.otherContent);
});

describe("a new round", () => {
  beforeEach(async () => {
    await close(1, "2026-05-12");
    await visitor.submit(at("/targets"), { "strategy.value": "75", "strategy.by": "2027-12-31" });
    expect((await begin(2)).headers.get("location")).toBe(at("/rounds?saved=begun"));
  });

  it("counts nothing, and shows at each question what was answered, when, and what is aimed at", async () => {
    const { answers, previous } = (await stored()) ?? {};
    expect(Object.values(answers ?? {}).filter((answer) => "level" in answer || "answer" in answer)).toEqual([]);
    expect(Object.keys(previous ?? {}).length).toBeGreaterThan(30);
    const page = await visitor.text(at("/strategy"));
    for (const text of [
      rounds.nameAt(1, "12. Mai 2026"),
      "Zielvereinbarung Bürgerbüro",
      "75 von 100 bis Ende 2027",
      rounds.confirm.link(4),
    ])
      expect(page).toContain(text);
    expect((await reportFile()).overall.score).toBeNull();
    expect(await visitor.text(at(""))).not.toContain(localeOf("de").messages.keeping.previous.title);
  });

  it("takes an answer over with note and evidence where somebody presses unchanged", async () => {
    const response = await visitor.submit(at("/strategy"), { adopt: "strategy-goals previous" });
    expect(response.headers.get("location")).toBe(at("/strategy#strategy-goals"));
    const [round] = (await kept()).closed;
    const { answers, previous } = (await stored()) ?? {};
    expect(answers?.["strategy-goals"]).toMatchObject({ level: 2, evidence: "Zielvereinbarung Bürgerbüro, Februar 2026" });
    expect(answers?.["strategy-goals"]?.date).not.toBe(round?.state.answers["strategy-goals"]?.date);
    expect(previous?.["strategy-goals"]).toBeUndefined();
  });

  it("takes a topic over in one press, but for what is not ticked, and leads on", async () => {
    const some = await confirm("strategy", ["strategy-review"]);
    expect(some.headers.get("location")).toBe(at("/strategy"));
    expect(Object.keys((await stored())?.answers ?? {}).sort()).toEqual(["strategy-backing", "strategy-goals", "strategy-responsibility"]);
    expect((await confirm("funding")).headers.get("location")).toBe(at("/rounds/confirm/strategy"));
  });

  it("says of a quick check what it says of a topic: all nine are taken over in one press", async () => {
    await visitor.submit(at("/profile"), { depth: "quick" });
    expect(await visitor.text(at("/questions"))).toContain(rounds.confirm.link(9));
    const [key] = app.services.content.questionnaires.municipality.dimensions.flatMap(({ items }) => items.filter((item) => item.key));
    const some = await confirm("questions", [key?.id ?? ""]);
    expect(some.headers.get("location")).toBe(at("/questions"));
    expect(Object.keys((await stored())?.answers ?? {})).toHaveLength(8);
    expect((await confirm("questions")).headers.get("location")).toBe(at("/rounds"));
    await close(2, "2026-11-26");
    expect(await visitor.text(at("/questions"))).toContain(rounds.between.text(2));
    expect((await visitor.get(at("/rounds/confirm/nothing"))).status).toBe(404);
  });

  it("does not take over what somebody else has answered meanwhile", async () => {
    const page = await visitor.text(at("/rounds/confirm/strategy"));
    await visitor.saveAnswer(id, "strategy-goals", { choice: "4" }, versionTag(null));
    const form = new FormData();
    for (const item of ["strategy-goals", "strategy-backing"]) form.append("unchanged", item);
    await visitor.submit(at("/rounds/confirm/strategy"), form, page);
    expect((await stored())?.answers).toMatchObject({ "strategy-goals": { level: 4 }, "strategy-backing": { level: 2 } });
  });

  it("offers what the plan has marked as done, with its evidence", async () => {
    const lifting = app.services.content.initiatives.find(
      ({ tracks, lifts }) => tracks.includes("municipality") && lifts.some(({ item, level }) => item === "ai-register" && level === 3),
    );
    await app.services.stores.plans.saveSteps(id, [{ field: `${lifting?.id}.status`, seen: null, next: "done" }], new Date());
    const page = await visitor.text(at("/data-protection"));
    expect(page).toContain(escaped(rounds.question.offer(lifting?.title.de ?? "?")));
    await visitor.submit(at("/data-protection"), { adopt: `ai-register ${lifting?.id}` });
    expect((await stored())?.answers["ai-register"]).toMatchObject({
      level: 3,
      evidence: rounds.question.doneEvidence(lifting?.title.de ?? ""),
    });
  });

  it("leads to a history in which changed and clarified are apart", async () => {
    for (const dimension of dimensions()) await confirm(dimension);
    const answers = (await stored())?.answers ?? {};
    for (const [item, choice] of [
      ["strategy-goals", "4"],
      ["strategy-backing", "dk"],
    ] as const)
      await visitor.saveAnswer(id, item, { choice }, versionTag(answers[item] ?? null));
    expect((await reportFile()).history?.changes[0]).toMatchObject({ samePeople: null, threshold: 13, waiting: [] });
    await close(2, "2026-11-26", "yes");
    const { history } = await reportFile();
    expect(history?.rounds.map(({ number, date, running }) => [number, date, running])).toEqual([
      [1, "2026-05-12", false],
      [2, "2026-11-26", false],
    ]);
    const [change] = history?.changes ?? [];
    expect(change).toMatchObject({ samePeople: true, threshold: 5, beyondNoise: false });
    expect(change?.items).toEqual([
      { id: "strategy-goals", kind: "better", from: 2, to: 4 },
      { id: "strategy-backing", kind: "opened", from: 2, to: "open" },
    ]);
    // 35 items apply: one by two levels, one that fell from level 2 to open.
    expect(change?.overall?.changed).toBeCloseTo(50 / 35, 9);
    expect(change?.overall?.clarified).toBeCloseTo(-50 / 35, 9);
    expect(history?.targets).toMatchObject([{ dimension: "strategy", value: 75, by: "2027-12-31" }]);
    const page = await visitor.text(at("/report/history"));
    for (const text of [
      rounds.history.headline.within,
      rounds.history.within("5", true),
      "+1,4 Punkte",
      "−1,4 Punkte",
      rounds.history.kinds.opened,
    ])
      expect(page).toContain(text);
    expect((await visitor.text(`/en${at("/report/history")}`)).includes(localeOf("en").messages.rounds.history.headline.within)).toBe(true);
  });
});

it("three rounds stand with the same numbers on the page, in a table and for programs, in both languages, with what got worse", async () => {
  await close(1, "2026-05-12");
  for (const [number, choice] of [
    [2, "4"],
    [3, "0"],
  ] as const) {
    await begin(number);
    for (const dimension of dimensions()) await confirm(dimension);
    await visitor.saveAnswer(id, "strategy-goals", { choice }, versionTag((await stored())?.answers["strategy-goals"] ?? null));
    if (number === 2) await close(number, "2026-10-30");
  }
  const { history } = await reportFile();
  expect(history?.changes.map(({ from, to, items }) => [from, to, items])).toEqual([
    [1, 2, [{ id: "strategy-goals", kind: "better", from: 2, to: 4 }]],
    [2, 3, [{ id: "strategy-goals", kind: "worse", from: 4, to: 0 }]],
  ]);
  // 35 items apply: by two levels up, then by four down.
  const changed = history?.changes.map(({ overall }) => overall?.changed ?? NaN) ?? [];
  expect(changed.map((one) => (one * 35).toFixed(6))).toEqual(["50.000000", "-100.000000"]);
  for (const language of languages) {
    const { messages, score, points, href } = localeOf(language);
    const page = (await visitor.text(href(at("/report/history")))).replace(/<!-- -->/g, "");
    const [, ...rows] = csvRows(
      new Uint8Array(await (await visitor.get(at(`/document?kind=csv&table=rounds&language=${language}`))).arrayBuffer()),
    );
    const wholes = rows.filter((row) => row[3] === messages.tables.rounds.whole);
    expect(history?.rounds).toHaveLength(3);
    for (const [index, round] of (history?.rounds ?? []).entries()) {
      expect(Number(wholes[index]?.[4]?.replace(",", ".")), `round ${round.number}`).toBeCloseTo(round.score ?? NaN, 1);
      expect(page).toContain(`>${score(round.score ?? NaN)}<`);
    }
    expect(page).toContain(`−${points(Math.abs(changed[1] ?? NaN))}`);
    expect(page).toContain(messages.rounds.history.kinds.worse);
  }
});

it("rounds go along in the save file, and come back", async () => {
  await close(1, "2026-05-12");
  await begin(2);
  const file = await visitor.text(at("/ki-pegel.json"));
  const before = await kept();
  const response = await newVisitor(app.url).load(file);
  const other = /assessments\/([\w-]+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
  expect(await app.services.stores.rounds.find(other)).toEqual(before);
});

describe("targets", () => {
  it("are refused where a half is missing, and what was typed stays", async () => {
    const response = await visitor.submit(at("/targets"), { "skills.value": "75", "funding.value": "40", "funding.by": "2027-12-31" });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain(rounds.targets.errors.by);
    expect(page).toContain('value="75"');
    expect((await kept()).targets).toEqual({ funding: { value: 40, by: "2027-12-31" } });
  });

  it("that somebody else has set meanwhile are told in words", async () => {
    const opened = await visitor.text(at("/targets"));
    await visitor.submit(at("/targets"), { "skills.value": "75", "skills.by": "2027-06-30" });
    const response = await visitor.submit(at("/targets"), { "skills.value": "50", "skills.by": "2027-03-31" }, opened);
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain("75 · 30. Juni 2027");
    expect(page).toContain("50 · 31. März 2027");
  });

  it("say how much is missing until when", async () => {
    await visitor.submit(at("/targets"), { "strategy.value": "62", "strategy.by": "2027-12-31" });
    expect(await visitor.text(at("/report/history"))).toContain(rounds.targets.states.missing("12", "bis Ende 2027"));
  });
});

describe("the reminder", () => {
  it("is a day in a calendar that gives nothing away", async () => {
    const response = await visitor.get(at("/reminder.ics?month=2027-05"));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    const text = await response.text();
    expect(text).toContain("DTSTART;VALUE=DATE:20270501");
    expect(text).not.toContain(id);
  });
  it.each(["", "?month=2027-13", "?month=soon"])("needs a month: %s", async (search) => {
    expect((await visitor.get(at(`/reminder.ics${search}`))).status).toBe(400);
  });
});
