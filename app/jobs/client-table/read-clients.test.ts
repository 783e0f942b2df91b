import { describe, expect, it } from "vitest";
import { soundContent } from "../../../tests/support/builders";
import { languages, type Track } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";
import { readClients } from "./read-clients";
import { cellName } from "./read-head";

const sound = soundContent();
const { questionnaires } = sound;
const head = ["name", "track", "depth", "land", "sizeClass", "strategy-key", "strategy-more", "funding-key"];
const read = (...rows: string[][]) => readClients([head, ...rows], sound);
const answersOf = (...cells: string[]) => {
  const { clients, faults } = read(["A", "municipality", "full", "", "", ...cells]);
  return faults.length > 0 ? faults.map(({ cell, code, value }) => [cell, code, value]) : clients[0]?.assessment.answers;
};

describe("a row of the table", () => {
  it("is an assessment; empty cells say nothing", () => {
    expect(read(["Musterstadt", "municipality", "full", "NW", "inhabitants-20000-49999", "3", "na: gibt es nicht", ""])).toMatchObject({
      clients: [
        {
          row: 2,
          name: "Musterstadt",
          key: null,
          assessment: {
            track: "municipality",
            depth: "full",
            modelVersion: "1.2.3",
            organisation: { name: "Musterstadt", land: "NW", sizeClass: "inhabitants-20000-49999" },
            answers: { "strategy-key": { level: 3 }, "strategy-more": { answer: "na", reason: "gibt es nicht" } },
          },
        },
      ],
      faults: [],
    });
  });

  it("may be written as people write, in either language", () => {
    const { clients, faults } = readClients(
      [
        ["Name der Organisation", "Kennung", "Fragebogen", "Depth", "Land", "strategy-key", "strategy-more", "funding-key"],
        ["A", " K 1 ", "Kommune", "quick check", "bayern", "weiß nicht", "Trifft nicht zu: eins: zwei", "0"],
        ["B", "", "municipality", "Kurzcheck", "Bavarien", "don’t know", "does not apply:x", "4"],
      ],
      sound,
    );
    expect(faults.map(({ cell, code, value, client }) => [cell, code, value, client])).toEqual([["E3", "unknown-value", "Bavarien", "B"]]);
    expect(clients.map(({ key, assessment }) => [key, assessment.answers])).toEqual([
      ["K 1", { "strategy-key": { answer: "dk" }, "strategy-more": { answer: "na", reason: "eins: zwei" }, "funding-key": { level: 0 } }],
    ]);
    expect(clients[0]?.assessment).toMatchObject({ track: "municipality", depth: "quick", organisation: { land: "BY" } });
  });

  it.each([
    ["Wir probieren KI aus", "trial"],
    ["not at all", "none"],
    ["operation", "operation"],
    ["weiß nicht", "unknown"],
    ["k. A.", "unknown"],
  ])("says how AI is used today, which duties hang on: %s", (said, aiUse) => {
    const { clients, faults } = readClients(
      [
        ["name", "track", "depth", "land", "Nutzung von KI", "strategy-key"],
        ["A", "sme", "full", "NRW", said, "2"],
      ],
      sound,
    );
    expect([faults, clients[0]?.assessment.aiUse, clients[0]?.assessment.organisation.land]).toEqual([[], aiUse, "NW"]);
  });

  it("may be composed, spaced and hyphenated in any way", () => {
    const { clients, faults } = read(
      [
        "Ko\u0308ln",
        "Kommune",
        "Kurz\u00ADcheck",
        "Baden\u2011Wu\u0308rttemberg",
        "",
        "weiß\u00A0 nicht",
        "trifft\u202Fnicht zu：später",
        "３",
      ],
      ["Ulm", "Kommune", "vollsta\u0308ndig", "Baden Württemberg", "–", "", "", ""],
    );
    expect(faults).toEqual([]);
    expect(clients.map(({ name, assessment }) => [name, assessment.depth, assessment.organisation.land])).toEqual([
      ["Köln", "quick", "BW"],
      ["Ulm", "full", "BW"],
    ]);
    expect(clients[0]?.assessment.answers).toEqual({
      "strategy-key": { answer: "dk" },
      "strategy-more": { answer: "na", reason: "später" },
      "funding-key": { level: 3 },
    });
  });

  it.each(languages.flatMap((language) => localeOf(language).messages.form.levels.map((word, level) => [word, level] as const)))(
    "may say a level as “%s”",
    (word, level) => {
      for (const said of [word, word.toUpperCase(), `${level} - ${word}`, `${level} – ${word}`, `${level}: ${word}`, `${level} ${word}`])
        expect(answersOf(said), said).toEqual({ "strategy-key": { level } });
    },
  );

  it.each(["", "-", "–", "n/a", "N/A", "k. A.", "k.A.", "keine Angabe"])("says nothing with %j", (nothing) => {
    expect(answersOf(nothing, nothing, "2,0")).toEqual({ "funding-key": { level: 2 } });
  });

  it.each(["3 - geplant", "#N/A", "5", "-1", "2,5", "vielleicht", "einführen"])("is refused where it says %j", (value) => {
    expect(answersOf(value)).toEqual([["F2", expect.stringMatching(/not-an-answer|level-out-of-range/) as string, value]]);
  });

  it("is left out where it is empty, an example, or the second row that names the columns for people", () => {
    const titles = ["Name der Organisation", "Fragebogen", "Umfang", "Land", "Größe", "Ziele", "Mehr", "Geld"];
    const example = [localeOf("de").messages.tables.clients.exampleName, "Kommune", "", "", "", "9"];
    const { clients, faults } = read(titles, example, [], ["", "", ""], ["A", "sme", "full"]);
    expect({ rows: clients.map(({ row }) => row), faults }).toEqual({ rows: [6], faults: [] });
  });
});

describe("headings", () => {
  const { text } = questionnaires.municipality;
  it.each(languages)("may be the printed titles of the questions (%s)", (language) => {
    const { short = "", question = "" } = text[language].items["strategy-key"] ?? {};
    for (const title of [short, question, question.toUpperCase()]) {
      const { clients, faults } = readClients([["Name", "track", "depth", title].map((one) => (one === "Name" ? "name" : one)), ["A", "Kommune", "full", "2"]], sound); // prettier-ignore
      expect({ faults, answers: clients[0]?.assessment.answers }).toEqual({ faults: [], answers: { "strategy-key": { level: 2 } } });
    }
  });

  it("may stand below titles and remarks, and rows are counted from the top", () => {
    const { clients, faults } = readClients(
      [["Kunden 2026"], [], ["Stand:", "25.11.2026"], head, ["A", "sme", "full", "", "", "7"], ["B", "sme", "full", "", "", "1"]],
      sound,
    );
    expect(clients.map(({ row }) => row)).toEqual([6]);
    expect(faults.map(({ cell, row }) => [cell, row])).toEqual([["F5", 5]]);
  });

  it("that nobody knows stop the table, and the nearest right one is suggested", () => {
    const wrong = ["name", "track", "depth", "name", "strategy-kye", "", "__proto__", "Fragebogn", "", "Umsatz"];
    const row = ["A", "sme", "full", "B", "3", "", "1", "", "allein", "12"];
    const { clients, faults } = readClients([wrong, row, ["C", "sme", "full"]], sound);
    expect(clients).toEqual([]);
    expect(faults.map(({ cell, code, value, suggestion }) => [cell, code, value, suggestion])).toEqual([
      ["D1", "repeated-column", "name", null],
      ["E1", "unknown-column", "strategy-kye", "strategy-key"],
      ["G1", "unknown-question", "__proto__", null],
      ["H1", "unknown-column", "Fragebogn", "Fragebogen"],
      ["I1", "unknown-column", "", null],
    ]);
  });

  it("that are people's own are left out and told, with what stands in them", () => {
    const titles = ["Firma", "Umsatz", "track", "depth", "Bundesland", "Mitarbeitende", "Betreut von", "Budget in Euro", "Personentage"];
    const row = ["A", "3 Mio.", "sme", "full", "NRW", "12", "", "500", "5"];
    const { clients, faults, own } = readClients([titles, row, ["", "Summe", "", "", "", "", "5"]], sound);
    expect({ faults, own }).toEqual({
      faults: [],
      own: [
        { cell: "B1", title: "Umsatz" },
        { cell: "G1", title: "Betreut von" },
      ],
    });
    expect(clients.map(({ assessment }) => assessment)).toMatchObject([
      { organisation: { name: "A", land: "NW", sizeClass: "employees-10-49" }, plan: { limits: { budgetEuro: 500 } } },
    ]);
  });

  it("that are missing are named", () => {
    expect(readClients([["name"], ["A"]], sound).faults.map(({ column, code }) => [column, code])).toEqual([
      ["track", "missing-column"],
      ["depth", "missing-column"],
    ]);
    expect(readClients([], sound).faults).toHaveLength(3);
  });
});

describe("faults", () => {
  it("are told at their cells, all at once, and sound rows are read nevertheless", () => {
    const { clients, faults } = read(
      ["", "verein", "half", "XX", "employees-1-9", "5", "na", "vielleicht"],
      ["Gut", "municipality", "full"],
      ["x".repeat(201), "municipality", "full", "", "employees-1-9", "2,5", "-1", "na: passt nicht"],
    );
    expect(clients.map(({ name }) => name)).toEqual(["Gut"]);
    expect(faults.map(({ cell, column, code }) => [cell, column, code])).toEqual([
      ["B2", "track", "unknown-track"],
      ["C2", "depth", "unknown-depth"],
      ["D2", "land", "unknown-value"],
      ["F2", "strategy-key", "level-out-of-range"],
      ["G2", "strategy-more", "reason-missing"],
      ["H2", "funding-key", "not-an-answer"],
      ["A2", "name", "missing"],
      ["A4", "name", "text-too-long"],
      ["E4", "sizeClass", "size-class-of-other-track"],
      ["F4", "strategy-key", "level-out-of-range"],
      ["G4", "strategy-more", "level-out-of-range"],
      ["H4", "funding-key", "not-applicable-not-allowed"],
    ]);
  });

  it.each([
    ["sector", "Logistik", "Verkehr und Logistik"],
    ["sector", "Handwerck", "Handwerk"],
    ["sector", "Fischzucht", null],
    ["land", "Nordrhein", "Nordrhein-Westfalen"],
    ["land", "Sachs", "Sachsen"],
    ["land", "Bavarien", "Bavaria"],
    ["aiUse", "gelegentlich", null],
    ["track", "Gemeinde", null],
  ])("suggest what a value of %s may mean: %s", (column, said, suggestion) => {
    const titles = ["name", "track", "depth", ...(column === "track" ? [] : [column])];
    const row = column === "track" ? ["A", said, "full"] : ["A", "sme", "full", said];
    expect(readClients([titles, row], sound).faults.map((fault) => fault.suggestion)).toEqual([suggestion]);
  });

  it("of a formula without a result are told once, with the formula", () => {
    const { clients, faults } = readClients(
      [head, [{ formula: "=B1" }, "sme", "full", "", "", { formula: "=SUM(1)" }], ["B", "sme", "full", "", "", "1"]],
      sound,
    );
    expect(clients.map(({ name }) => name)).toEqual(["B"]);
    expect(faults.map(({ cell, code, value }) => [cell, code, value])).toEqual([
      ["A2", "formula-without-value", "=B1"],
      ["F2", "formula-without-value", "=SUM(1)"],
    ]);
  });
});

it.each([[0, "A1"], [25, "Z1"], [26, "AA1"], [51, "AZ1"], [52, "BA1"], [701, "ZZ1"], [702, "AAA1"]])("column %i is %s", (column, name) => {
  expect(cellName(column, 1)).toBe(name);
}); // prettier-ignore

it.each([
  ["sme", "12", "employees-10-49"],
  ["sme", "9,5 MA", "employees-1-9"],
  ["sme", "249 Beschäftigte", "employees-50-249"],
  ["sme", "250", null],
  ["sme", "0", "employees-1-9"],
  ["municipality", "0", null],
  ["municipality", "8.000", "inhabitants-under-20000"],
  ["municipality", "19999", "inhabitants-under-20000"],
  ["municipality", "ca. 20 000 Einw.", "inhabitants-20000-49999"],
  ["municipality", "99,999 inhabitants", "inhabitants-50000-99999"],
  ["municipality", "1.000.000", "inhabitants-100000-plus"],
  ["municipality", "20.000 bis 30.000", null],
] as const)("the size of a %s may be a number: %s", (track, said, sizeClass) => {
  const { clients, faults } = readClients([["name", "track", "depth", "Größe"], ["A", track, "full", said]], sound);
  expect(faults.map(({ cell }) => cell)).toEqual(sizeClass === null ? ["D2"] : []);
  expect(clients.map(({ assessment }) => assessment.organisation.sizeClass)).toEqual(sizeClass === null ? [] : [sizeClass]);
}); // prettier-ignore

describe("facts on which duties depend", () => {
  const ask = { de: "Kaufen Sie KI?", en: "Do you buy AI?" };
  const deciding = (fact: string, track: Track) =>
    sound.duties.map((duty) => ({ ...duty, tracks: [track], conditions: [{ fact, ask: { ...ask, de: `${ask.de} (${fact})` } }] }));
  const asking = { ...sound, duties: [...deciding("buys", "sme"), ...deciding("speaks", "municipality")] };
  const read = (heading: string, said: string) =>
    readClients(
      [
        ["name", "track", "depth", heading],
        ["A", "sme", "full", said],
      ],
      asking,
    );

  it.each([
    ["fact.buys", "Ja", { buys: true }],
    ["Kaufen Sie KI? (buys)", "no", { buys: false }],
    ["fact.buys", "WAHR", { buys: true }],
    ["fact.buys", "Noch nicht geklärt", {}],
    ["fact.buys", "–", {}],
    ["fact.speaks", "", {}],
  ])("are told in a column of their own: %s, %s", (heading, said, facts) => {
    const { clients, faults } = read(heading, said);
    expect([faults, clients[0]?.assessment.facts]).toEqual([[], facts]);
  });

  it.each([
    ["fact.buys", "vielleicht"],
    ["fact.buys", "3"],
    ["fact.speaks", "ja"],
  ])("are refused where nobody asks or nobody can tell: %s, %s", (heading, said) => {
    expect(read(heading, said).faults.map(({ cell, code }) => [cell, code])).toEqual([["D2", "unknown-value"]]);
  });
});

describe("what is said besides answers", () => {
  const titles = ["name", "track", "depth", "Budget in Euro", "Person-days per quarter", "Sprache der Dokumente", "Kontakt", "strategy-key", "strategy-key.note", "strategy-more.evidence"]; // prettier-ignore
  const row = (...cells: string[]) => {
    const { clients, faults } = readClients([titles, ["A", "Kommune", "full", ...cells]], sound);
    return faults.length > 0 ? faults.map(({ cell, code }) => [cell, code]) : clients[0];
  };

  it("is a frame for the plan, language and contact of the documents, notes and evidence", () => {
    expect(row("12.500 €", "7,5", "englisch", "ki@a.example", "2", "besprochen", "Beschluss")).toMatchObject({
      language: "en",
      contact: "ki@a.example",
      assessment: {
        plan: { limits: { budgetEuro: 12_500, personDaysPerQuarter: 7.5, quarters: 4 } },
        answers: { "strategy-key": { level: 2, note: "besprochen" }, "strategy-more": { evidence: "Beschluss" } },
      },
    });
  });

  it("may be left out", () => {
    const client = row("", "", "", "", "2", "", "");
    expect(client).toMatchObject({
      language: null,
      contact: null,
      assessment: { plan: { limits: null }, answers: { "strategy-key": { level: 2 } } },
    });
  });

  it.each([
    [["viel", "5", "", "", "", "", ""], [["D2", "unknown-value"]]],
    [["-1", "5", "", "", "", "", ""], [["D2", "unknown-value"]]],
    [["500", "", "", "", "", "", ""], [["E2", "missing"]]],
    [
      ["", "", "dänisch", "x".repeat(201), "", "", ""],
      [
        ["F2", "unknown-value"],
        ["G2", "text-too-long"],
      ],
    ],
    [
      ["", "", "", "", "2", "x".repeat(10_001), "y".repeat(2_001)],
      [
        ["I2", "text-too-long"],
        ["J2", "text-too-long"],
      ],
    ],
    [["", "", "", "", "9", "besprochen", ""], [["H2", "level-out-of-range"]]],
    [["", "", "", "", "viel", "besprochen", ""], [["H2", "not-an-answer"]]],
  ])("is refused at its cell: %j", (cells, faults) => {
    expect(row(...cells)).toEqual(faults);
  });
});
