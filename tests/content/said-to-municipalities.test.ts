import { describe, expect, it } from "vitest";
import { entryOf } from "../../app/core/entry-of";
import { daysOf } from "../../app/core/plan/days";
import type { Language } from "../../app/core/vocabulary";
import { renderPdf } from "../../app/documents/pdf/render-pdf";
import { writePaper } from "../../app/documents/papers/write-paper";
import { localeOf } from "../../app/i18n";
import { content } from "../support/content";
import { textsOf } from "../support/document-texts";
import { printedPages } from "../support/printed";
import { reportFor } from "../support/report";
import { materialOf } from "../support/report-material";
import { assessmentOf, date, saidOf, town, viewOf } from "../support/said";

/** Municipalities unlike the examples, read by the same questions; what was wrong then is a rule here. */
const halfUnknown = assessmentOf(
  { ...town("Verbandsgemeinde Hinterwald", "RP", "inhabitants-under-20000"), aiUse: "unknown" },
  "01??1?0?0?1?2????0??2?1?0?0?231?1???",
);

describe("a municipality that knows half of its answers", () => {
  it.each([
    [
      "de",
      "kann aber auf Zusammenarbeit mit der Wissenschaft aufbauen",
      "Von keiner Pflicht steht fest, dass sie heute gilt; 19 sind zu klären",
    ],
    ["en", "does not know whether it uses AI but can build on joint work", "No duty is certain to apply today; 19 are to be clarified"],
  ] as const)("is told in %s what it may build on, and not that no duty applies", (language, beginning, none) => {
    const { view, textOf } = saidOf(halfUnknown, language);
    expect(view.overview.verdict).toContain(beginning);
    expect(view.headlines.duties).toBe(none);
    expect(textOf("report")).toContain(none);
    expect(textOf("resolution")).toContain(`${none}.`);
  });

  it("finds out what nobody knows before it spends money on it", () => {
    const { report, view } = saidOf(halfUnknown, "de");
    const first = localeOf("de").date(daysOf(report.plan.firstDay, 0, 1).end);
    expect(view.decision?.points.map(({ text }) => text)).toContain(
      `Bis zum ${first} sind die 20 offenen Fragen beantwortet und steht fest, welche der 19 unklaren Pflichten gelten.`,
    );
  });

  it.each([
    ["de", "Ein Thema liegt bei 38; ohne Zahl: "],
    ["en", "One topic is at 38; without a number: "],
  ] as const)("has one topic with a number in %s", (language, title) => {
    expect(saidOf(halfUnknown, language).textOf("report")).toContain(title);
  });
});

it.each([
  ["de", "15 weitere Maßnahmen", /Das Geld ist knapp: .* Die Arbeitszeit reicht wahrscheinlich nicht: /],
  ["en", "15 more initiatives", /Money is tight: .* Working time will probably not be enough: /],
] as const)("asks a council in %s for many measures on two pages", async (language, rest, tooLittle) => {
  const limits = { budgetEuro: 20_000, personDaysPerQuarter: 15, quarters: 8, pinned: [], excluded: [], forceDuties: true };
  const plan = { limits, kept: null, done: [], begun: [], firstDay: "2027-01-01" };
  const material = materialOf(reportFor(halfUnknown, content, date, { plan }), language);
  const written = writePaper("resolution", material);
  const table = written.blocks.find((block) => block.kind === "table" && block.columns.length === 6 && block.rows.length > 5);
  const rows = table?.kind === "table" ? table.rows.map((cells) => cells.map((words) => words.map(({ text }) => text).join(""))) : [];
  expect(rows[10]?.[0]).toBe(rest);
  const euros = rows.map(([, cost = ""]) => Number((cost.split("\n")[0] ?? "").replace(/[^\d]/g, "")));
  expect(euros.slice(0, -1).reduce((sum, cost) => sum + cost, 0)).toBe(euros.at(-1));
  expect(await printedPages(renderPdf(written, { standard: "ua-1" }))).toHaveLength(2);
  // What is enough in fewer than half of all cases is more than tight.
  expect([material.view.plan.planned?.risk].flat().join(" ")).toMatch(tooLittle);
});

it.each(["de", "en"] as const)("says in %s that years are rounded where several are told, and only there", (language) => {
  const { meansRounded } = localeOf(language).messages.papers.decision;
  const advanced = { ...town("Großstadt", "HE", "inhabitants-100000-plus"), aiUse: "operation" } as const;
  const [several, one] = [assessmentOf(advanced, "343343234333333443334333443344343332"), halfUnknown].map((own) => saidOf(own, language));
  expect([several, one].map((said) => (said?.view.plan.planned?.years.length ?? 0) > 1)).toEqual([true, false]);
  expect([several, one].map((said) => said?.textOf("resolution").includes(meansRounded))).toEqual([true, false]);
});

it("sends a city of more than 100,000 to no association of municipalities within districts", () => {
  const nobody = "0".repeat(36);
  for (const land of ["RP", "HE"] as const) {
    const { view } = saidOf(assessmentOf({ ...town("Großstadt", land, "inhabitants-100000-plus"), aiUse: "none" }, nobody), "de");
    expect(
      view.money.contacts.map(({ name }) => name).filter((name) => name.includes("Gemeindebund") || name.includes("Städtebund")),
    ).toEqual([]);
  }
});

describe("a district that is prepared and uses nothing", () => {
  const organisation = { name: "Landkreis Bergvorland", land: "SN", sizeClass: "inhabitants-100000-plus" } as const;
  const district = assessmentOf({ track: "municipality", organisation, aiUse: "none" }, "333030333333333333333330300033343333");

  it.each([
    ["de", "Noch nicht vorhanden: eine Überprüfung", "Zur Nutzung"],
    ["en", "Not yet in place: a review", "first"],
  ] as const)("is not told in %s that it needs for a use what no use requires", (language, needed, goal) => {
    const { verdict } = viewOf(district, language).overview;
    expect(verdict).toContain(needed);
    expect(verdict).not.toContain(goal);
  });

  it("reads of its Kreistag wherever an initiative asks for the Rat", () => {
    const texts = content.initiatives.flatMap(({ title, summary, firstHalfHour, firstSteps, success, risks, estimateBasis }) =>
      [title, summary, firstHalfHour, success, estimateBasis].map(({ de }) => de).concat(firstSteps.de, risks.de),
    );
    expect(texts.filter((text) => /\b(der|dem|den|des|im) Rate?s?\b/.test(text) && !text.includes("Kreistag"))).toEqual([]);
  });
});

it.each(["de", "en"] as const)("counts in %s no assessments of those who come back", (language) => {
  const { points } = saidOf(halfUnknown, language).view.decision ?? {};
  expect(points?.at(-1)?.text).not.toMatch(/zweite|second/);
});

it.each([
  ["de", "Aufenthalt", /Notruf/],
  ["en", "residence", /emergency call/],
] as const)(
  "asks in %s a district with a foreigners’ office and a control centre whether its AI is of high risk",
  (language, office, calls) => {
    for (const id of ["high-risk-use", "rights-assessment-public"]) {
      const asked = entryOf(content.duties, id)
        .conditions.map((one) => ("ask" in one ? one.ask[language] : ""))
        .join("");
      expect(asked).toContain(office);
      expect(asked).toMatch(calls);
    }
  },
);

it("counts those of a district who work on its roads among those without an office", () => {
  for (const id of ["municipal-free-courses", "municipal-road-condition"]) {
    const { summary, firstSteps } = entryOf(content.initiatives, id);
    expect([summary.de, ...firstSteps.de].join(" ")).toContain("Straßenmeisterei");
  }
});

describe("a village whose plan costs nothing and takes half a year of two", () => {
  const plan = (firstDay: string) => ({
    limits: { budgetEuro: 0, personDaysPerQuarter: 6, quarters: 8, pinned: [], excluded: [], forceDuties: true },
    kept: null,
    done: [],
    begun: [],
    firstDay,
  });
  const village = assessmentOf(
    { ...town("Gemeinde Hohenfelde", "RP", "inhabitants-under-20000"), aiUse: "none" },
    "00?00?0000?01??20000?0000000101000??",
  );
  const report = reportFor(village, content, date, { plan: plan("2027-01-01") });
  const written = (language: Language) => writePaper("resolution", materialOf(report, language)).blocks.flatMap(textsOf).join("\n");

  it.each([
    [
      "de",
      "Mittel. Außer Arbeitszeit kostet der Plan nichts.",
      "Einmalige Kosten hat der Plan keine.",
      "Ob diese Pflicht gilt",
      /Die Jahre|Mit 0\s€/,
    ],
    [
      "en",
      "Funds. The plan costs nothing but working time.",
      "The plan has no one-off cost.",
      "Whether this duty applies",
      /Each year|With €0/,
    ],
  ] as const)("reads so in %s, and of one duty that it is one", (language, means, frame, duty, empty) => {
    const text = written(language);
    expect(text).toContain(means);
    expect(text).toContain(frame);
    expect(text).not.toMatch(empty);
    expect(writePaper("report", materialOf(report, language)).blocks.flatMap(textsOf).join("\n")).toContain(duty);
  });

  it("is done when its last step is, on paper as on the screen", () => {
    const { view } = materialOf(report, "de");
    expect(view.plan.planned?.quarters).toHaveLength(2);
    expect(view.decision?.end).toBe("30. Juni 2027");
    expect(view.headlines.plan).toContain("Juni 2027");
    expect(written("de")).toContain("werden bis zum 30. Juni 2027 umgesetzt");
  });

  it("shows its council no money year by year, and whose offices are meant", () => {
    const text = written("de");
    for (const unneeded of ["Haushaltsjahr", "Produkt und Konto"]) expect(text).not.toContain(unneeded);
    const offices = /wer in der Verwaltung diese Aufgabe hat\. Hat die Gemeinde keine eigene Verwaltung/;
    expect(text).toMatch(offices);
    expect(materialOf(report, "de").view.plan.offices).toMatch(offices);
    const { decision, plan } = viewOf(halfUnknown, "de");
    expect([decision?.offices, plan.offices]).toEqual([null, null]);
  });
});

it.each([
  ["de", "2028 (bis 31.03.2028)", "Ab dem 1. April 2028 sind es "],
  ["en", "2028 (to 31 Mar 2028)", "From 1 April 2028 it is "],
] as const)("tells in %s a city until when the money for a year lasts that the plan does not fill", (language, year, after) => {
  const advanced = { ...town("Großstadt", "HE", "inhabitants-100000-plus"), aiUse: "operation" } as const;
  const { plan, decision } = viewOf(assessmentOf(advanced, "433333233333333333333332333334333323"), language);
  expect(plan.planned?.years.at(-1)?.year).toBe(year);
  expect(decision?.points[1]?.text).toContain(after);
});

describe("a town that may spend nothing", () => {
  const organisation = { name: "Stadt Mustersleben", land: "ST", sizeClass: "inhabitants-20000-49999" } as const;
  const frugal = assessmentOf({ track: "municipality", organisation, aiUse: "trial" }, "0210001020101" + "0?21101" + "12?0120020102100");
  const limits = { budgetEuro: 0, personDaysPerQuarter: 10, quarters: 8, pinned: [], excluded: [], forceDuties: true };
  const report = reportFor(frugal, content, date, { plan: { limits, kept: null, done: [], begun: [], firstDay: "2027-01-01" } });

  it.each([
    ["de", "Die Verwaltung schlägt bis zum 31. März 2027 einen Rahmen vor", "Pflichten wird der Nachweis geführt"],
    ["en", "The administration proposes limits by 31 March 2027", "Evidence is provided for these duties"],
  ] as const)("puts to its council in %s what can be decided without money", (language, limit, duties) => {
    const material = materialOf(report, language);
    expect(material.view.decision).toBeNull();
    for (const paper of ["report", "resolution", "annex"] as const) {
      const text = writePaper(paper, material).blocks.flatMap(textsOf).join("\n");
      for (const said of [limit, duties, localeOf(language).messages.papers.decision.openTitle]) expect(text, paper).toContain(said);
    }
  });

  it.each([
    ["de", "(noch nicht auf Dauer)"],
    ["en", "(not yet for good)"],
  ] as const)("does not read in %s that AI is in regular operation where it is tried", (language, mark) => {
    const inPlace = materialOf(report, language).view.topics.flatMap(({ brief }) => brief.inPlace);
    expect(inPlace.filter((name) => name.includes(mark))).toHaveLength(1);
  });
});

describe("a market town with aims that nobody has reviewed, and one duty left", () => {
  const organisation = { name: "Markt Musterbach", land: "BY", sizeClass: "inhabitants-under-20000" } as const;
  const market = assessmentOf(
    { track: "municipality", organisation, aiUse: "operation" },
    "2320220032" + "2?10?23323" + "2331132120322321",
  );

  it.each([
    ["de", "Noch nicht vorhanden: eine Überprüfung", "Für diese geltende Pflicht wird", "keine Ziele"],
    ["en", "Not yet in place: a review", "for this duty, which applies today", "no aims"],
  ] as const)("reads in %s neither that it has no aims nor of duties", (language, missing, duty, never) => {
    const { view, textOf } = saidOf(market, language);
    expect(view.overview.gaps.map(({ text }) => text).join(" ")).toContain(missing);
    expect(textOf("resolution")).toContain(duty);
    expect(view.overview.gaps.map(({ text }) => text).join(" ")).not.toContain(never);
  });
});

describe("a village without administration or staff council", () => {
  it.each([
    ["NI", "de", "die Stellen der Samtgemeinde", "Einen Personalrat gibt es nach eigener Angabe nicht"],
    ["SH", "de", "die Stellen des Amts, die", "Einen Personalrat gibt es nach eigener Angabe nicht"],
    ["NI", "en", "that of the joint municipality (Samtgemeinde)", "there is no staff council"],
  ] as const)("in %s reads in %s who acts for it, and that it skips what is said of one", (land, language, authority, none) => {
    const organisation = { name: "Gemeinde Heidbrook", land, sizeClass: "inhabitants-under-20000" } as const;
    const asked = assessmentOf({ track: "municipality", organisation, aiUse: "trial" }, "1".repeat(36));
    const village = { ...asked, answers: { ...asked.answers, "acceptance-representation": { answer: "na", reason: "" } } } as const;
    const material = materialOf(reportFor(village, content, date), language);
    for (const told of [material.view.plan.offices, writePaper("annex", material).blocks.flatMap(textsOf).join("\n")]) {
      expect(told).toContain(authority);
      expect(told).toContain(none);
    }
    const { blocks } = writePaper("resolution", material);
    const beside = blocks.findIndex((block) => textsOf(block).some((text) => text.includes(none))) - 1;
    expect(textsOf(blocks[beside]!), "the table that names the offices").toContain(material.locale.messages.papers.decision.sum);
    expect(viewOf(asked, language).plan.offices).not.toContain(none);
  });
});
