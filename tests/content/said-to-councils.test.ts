import { describe, expect, it } from "vitest";
import type { Assessment } from "../../app/core/assessment/assessment";
import { factsOf } from "../../app/core/duties/find-duties";
import type { Language } from "../../app/core/vocabulary";
import { writePaper } from "../../app/documents/papers/write-paper";
import { content } from "../support/content";
import { textsOf } from "../support/document-texts";
import { reportFor } from "../support/report";
import { materialOf } from "../support/report-material";
import { assessmentOf } from "../support/said";

/** What those read who decide, of a district with many uses, a borough, a town with few hours and whoever has made the quick check. */
const date = "2026-11-28";
const municipal = (organisation: Assessment["organisation"], aiUse: Assessment["aiUse"], levels: string) =>
  assessmentOf({ track: "municipality", organisation, aiUse }, levels);

function saidOf(assessment: Assessment, language: Language, more: Parameters<typeof reportFor>[3] = {}) {
  const material = materialOf(reportFor(assessment, content, date, more), language);
  const textOf = (paper: "resolution" | "slide") => writePaper(paper, material).blocks.flatMap(textsOf).join("\n");
  return { view: material.view, resolution: textOf("resolution"), slide: textOf("slide") };
}

describe("a district whose AI helps to decide about children and residence", () => {
  const organisation = { name: "Landkreis Donauried", land: "BY", sizeClass: "inhabitants-100000-plus" } as const;
  const district = municipal(organisation, "operation", "233132212223322323223321241132322321");
  const no = ["acts-without-a-person", "ai-in-hiring", "publishes-realistic-media", "publishes-unchecked-texts"];
  const facts = Object.fromEntries(factsOf(content.duties).map(({ fact }) => [fact, !no.includes(fact)]));

  it.each([
    [
      "de",
      /Später gelten: „Bei Hochrisiko-KI [^“]*“ \(ab 2\. Dezember 2027\) und „Folgen/,
      "Bis zum 31. März 2027 ist geprüft, ob die 4 nicht",
    ],
    [
      "en",
      /These apply later: “[^”]*high-risk AI[^”]*” \(from 2 December 2027\) and “/,
      "it is checked whether the 4 duties that were not asked",
    ],
  ] as const)("has its council read in %s what applies later, and check what no question asks about", (language, later, unasked) => {
    const { resolution } = saidOf(district, language, { facts });
    expect(resolution).toMatch(later);
    expect(resolution).toContain(unasked);
  });

  it.each([
    ["de", "zu einer davon hat der Plan keine Maßnahme", /Personentage bis zum 31\. Dezember 2027, danach \d+ Personentage im Jahr/],
    ["en", "for one of them the plan has no initiative", /person-days by 31 December 2027, then \d+ person-days a year/],
  ] as const)("reads in %s what the plan leaves undone, and what it takes every year", (language, undone, days) => {
    const { resolution } = saidOf(district, language, { facts });
    expect(resolution).toContain(undone);
    expect(resolution).toMatch(days);
  });

  it.each([
    [
      "de",
      /Erfüllt: „[^:]*Ohne vollen Nachweis: „[^:]*Nicht abgefragt: „/,
      /: bisher verbessert um \d+,\d Punkte\./,
      "Das ist mehr, als erneutes",
    ],
    ["en", /Met: “[^:]*Without full evidence: “[^:]*Not asked about: “/, /: better by \d+\.\d points so far\./, "This is more than"],
  ] as const)(
    "reads in %s which duties are met and which nobody has asked about, and what has changed since the last round",
    (language, duties, change, beyond) => {
      const running = { ...district, weights: {}, waiting: [], done: [], respondents: [] };
      const before = { ...running, answers: municipal(organisation, "operation", "1".repeat(36)).answers };
      const closed = [{ ...before, closedOn: "2025-11-12", samePeople: true }];
      const { resolution, slide } = saidOf(district, language, { facts, rounds: { closed, running, targets: {} } });
      expect(resolution).toMatch(duties);
      for (const said of [resolution, slide]) expect(said).toMatch(change);
      expect(resolution).toContain(beyond);
      expect(saidOf(district, language, { facts }).slide).not.toMatch(change);
    },
  );

  it("is not told that all of a step is reached that a duty of its own asks for", () => {
    const { view } = saidOf(district, "de", { facts });
    const reasons = new Map(view.plan.planned?.leftOut.map(({ id, reason }) => [id, reason]));
    const words = /dient aber einer Pflicht/;
    for (const id of ["municipal-company-nis2-check", "municipal-transparency-check", "municipal-people-decisions"])
      expect(reasons.get(id)).toMatch(words);
    expect(reasons.get("municipal-procurement-clauses")).toMatch(words);
    // Another step of the plan answers its duty.
    expect(reasons.get("municipal-role-clarification")).not.toMatch(words);
  });

  it("reads of high-risk AI that runs already when it has to be in order", () => {
    const caveats = content.duties.filter(({ law }) => law[0] === "ai-act-art-26" || law[0] === "ai-act-art-27");
    expect(caveats).toHaveLength(4);
    for (const { caveat, tracks } of caveats) {
      expect(caveat?.de).toMatch(/Art\.\s111 Abs\.\s2/);
      expect(caveat?.de.includes("2. August 2030")).toBe(tracks.includes("municipality"));
    }
  });
});

describe("a borough of a city-state", () => {
  const size = "inhabitants-100000-plus" as const;
  const levels = "121010112122211312113211221021121201";

  it.each([
    ["BE", "de", "die Bezirksverordnetenversammlung gemeint", "ein Bezirk hat keinen eigenen Anteil"],
    ["HH", "en", "council means the borough assembly (Bezirksversammlung)", "a borough has no share of its own"],
  ] as const)("of %s reads in %s who is its council, and whose the money is", (land, language, council, share) => {
    const { view, resolution } = saidOf(municipal({ name: "Bezirksamt", land, sizeClass: size }, "trial", levels), language);
    expect(resolution).toContain(council);
    expect(view.plan.offices).toContain(council);
    expect(view.money.open.map(({ amount }) => amount).join(" ")).toContain(share);
    const supervision = content.contacts.find(({ id }) => id === "supervisory-cooperation");
    expect(view.money.contacts.map(({ name }) => name)).not.toContain(supervision?.name[language]);
  });

  it("is told nothing of that in another Land", () => {
    const { view } = saidOf(municipal({ name: "Stadt", land: "BY", sizeClass: size }, "trial", levels), "de");
    expect(view.plan.offices).toBeNull();
  });
});

it.each([
  ["de", "Der nächste Plan, der geht, beginnt mit „Für den Anfang: eine Person und eine Seite Regeln“"],
  ["en", "The nearest plan that works begins with “"],
] as const)("names in %s to a town with too few hours what it would begin with", (language, nearest) => {
  const town = { name: "Stadt Aulund", land: "SH", sizeClass: "inhabitants-20000-49999" } as const;
  const limits = { budgetEuro: 20_000, personDaysPerQuarter: 8, quarters: 6, pinned: [], excluded: [], forceDuties: true };
  const plan = { limits, kept: null, done: [], begun: [], firstDay: "2027-01-01" };
  const { view } = saidOf(municipal(town, "trial", "110010101101210311000110120020121100"), language, { plan });
  expect(view.nextSteps).toEqual([]);
  expect(view.noSteps).toContain(nearest);
});

it.each([
  ["de", "Grundlage sind die neun Fragen des Kurzchecks. Voller Check voraussichtlich"],
  ["en", "This rests on the nine questions of the quick check. "],
] as const)("says in %s to a council that a value comes from the quick check", (language, basis) => {
  const community = { name: "Verwaltungsgemeinschaft Oberes Ilmtal", land: "TH", sizeClass: "inhabitants-under-20000" } as const;
  const full = municipal(community, "unmanaged", "000000001000100000000000000010000000");
  expect(saidOf({ ...full, depth: "quick" }, language).resolution).toContain(basis);
  expect(saidOf(full, language).resolution).not.toContain(basis);
});

it.each([
  ["de", "Rahmen. Die Verwaltung schlägt bis zum 31. März 2027 einen Rahmen vor", "In den gesetzten Rahmen passt keine Maßnahme."],
  ["en", "Limits. The administration proposes limits by 31 March 2027", "No initiative fits into the limits that are set."],
] as const)("a council whose money and time hold nothing has limits to decide on in %s", (language, asks, why) => {
  const limits = { budgetEuro: 0, personDaysPerQuarter: 0, quarters: 4, pinned: [], excluded: [], forceDuties: true, cautious: false };
  const plan = { limits, kept: null, done: [], begun: [], firstDay: "2027-01-01" };
  const small = { name: "Kleinhausen", land: "HE", sizeClass: "inhabitants-under-20000" } as const;
  const text = saidOf(municipal(small, "none", "0".repeat(36)), language, { plan }).resolution.replaceAll("\u00a0", " ");
  expect(text).toContain(asks);
  expect(text).toContain(why);
});
