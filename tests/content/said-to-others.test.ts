import { describe, expect, it } from "vitest";
import type { Answer } from "../../app/core/assessment/answer";
import type { Assessment } from "../../app/core/assessment/assessment";
import { entryOf } from "../../app/core/entry-of";
import { daysOf } from "../../app/core/plan/days";
import type { Language } from "../../app/core/vocabulary";
import { renderPdf } from "../../app/documents/pdf/render-pdf";
import { writePaper } from "../../app/documents/papers/write-paper";
import { localeOf } from "../../app/i18n";
import { content } from "../support/content";
import { textsOf } from "../support/document-texts";
import { printedPages } from "../support/printed";
import { frontierFor, reportFor } from "../support/report";
import { materialOf } from "../support/report-material";

/** Organisations unlike the examples, read by the same questions; what was wrong then is a rule here. */
const date = "2026-11-27";

/** @param levels of the items in their order, a figure each; "?" where nobody knows. */
function assessmentOf(profile: Omit<Assessment, "modelVersion" | "answers" | "depth">, levels: string): Assessment {
  const { modelVersion, dimensions } = content.questionnaires[profile.track];
  const answerOf = (figure: string | undefined): Answer =>
    figure === "?" ? { answer: "dk" } : { level: Number(figure) as 0 | 1 | 2 | 3 | 4 };
  const answers = dimensions.flatMap(({ items }) => items).map(({ id }, index) => [id, answerOf(levels[index])] as const);
  return { ...profile, depth: "full", modelVersion, answers: Object.fromEntries(answers) };
}

const town = (name: string, land: "RP" | "HE", sizeClass: "inhabitants-under-20000" | "inhabitants-100000-plus") =>
  ({ track: "municipality", organisation: { name, land, sizeClass } }) as const;
const halfUnknown = assessmentOf(
  { ...town("Verbandsgemeinde Hinterwald", "RP", "inhabitants-under-20000"), aiUse: "unknown" },
  "01??1?0?0?1?2????0??2?1?0?0?231?1???",
);

/** Without what more money would bring, which takes longest. */
function saidOf(assessment: Assessment, language: Language) {
  const report = reportFor(assessment, content, date);
  const material = materialOf(report, language);
  const textOf = (paper: "report" | "resolution" | "owner-page") => writePaper(paper, material).blocks.flatMap(textsOf).join("\n");
  return { report, view: material.view, textOf };
}
const viewOf = (assessment: Assessment, language: Language) => saidOf(assessment, language).view;

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

describe("a care service whose people use AI on their own", () => {
  const organisation = { name: "Pflegedienst Sonnenweg", land: "SH", sizeClass: "employees-10-49", sector: "health-care" } as const;
  const care = assessmentOf({ track: "sme", organisation, aiUse: "unmanaged" }, "01101000000120120000100011002001" + "1001");

  it("has a first talk outside before it makes help from outside part of its plan", () => {
    const ids = saidOf(care, "de").view.plan.planned?.steps.map(({ id }) => id) ?? [];
    expect(ids).toContain("sme-support-services");
    expect(ids.indexOf("sme-trainer-talk")).toBeLessThan(ids.indexOf("sme-support-services"));
    expect(ids).toContain("sme-trainer-talk");
  });

  it.each(["owner-page", "annex"] as const)("reads in its %s of no step behind two colons", (paper) => {
    const texts = writePaper(paper, materialOf(reportFor(care, content, date), "de")).blocks.flatMap(textsOf);
    expect(texts.filter((text) => text.includes("Für den Anfang: fünf Sätze"))).not.toEqual([]);
    expect(texts.filter((text) => /: Für den Anfang: /.test(text))).toEqual([]);
  });

  it.each([
    ["de", "Die Beträge sind vorsichtig geschätzt"],
    ["en", "The amounts are cautious estimates"],
  ] as const)("is told in %s why money that the plan costs is not enough for one", (language, why) => {
    const report = reportFor(care, content, date);
    const { planned } = materialOf(report, language, {}, frontierFor(report, care, content, date)).view.plan;
    expect(planned?.frontier?.lead).toContain(why);
  });
});

it.each([
  ["de", "läuft bis 2028", "läuft bis 31. Dezember 2026"],
  ["en", "runs until 2028", "runs until 31 December 2026"],
] as const)("reads in %s until when somebody helps, be it known as a year or as a day", (language, year, day) => {
  const organisation = { name: "Pflegedienst Sonnenweg", land: "SH", sizeClass: "employees-10-49", sector: "health-care" } as const;
  const { view } = saidOf(assessmentOf({ track: "sme", organisation, aiUse: "none" }, "0".repeat(36)), language);
  const remarks = view.money.contacts.map(({ remark }) => remark);
  for (const said of [year, day]) expect(remarks.some((remark) => remark?.includes(said))).toBe(true);
});

it.each([
  ["de", ". Noch nötig: "],
  ["en", ". Still needed: "],
] as const)("tells in %s those who run AI what is needed, and not what for", (language, words) => {
  const organisation = { name: "Codewerk GmbH", land: "BE", sizeClass: "employees-10-49", sector: "information-technology" } as const;
  const company = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "232232232333434422123321343232233022");
  expect(saidOf(company, language).view.overview.verdict).toContain(words);
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

describe("a tax adviser's office", () => {
  const organisation = { name: "Steuerkanzlei Ahrens", land: "NI", sizeClass: "employees-10-49", sector: "professional-services" } as const;
  const office = assessmentOf({ track: "sme", organisation, aiUse: "unmanaged" }, "001000100011312310012010100010010000");

  it.each([
    ["de", "etwa zu Recht, Steuern oder Wirtschaft", "fragen die Kammer ihres Berufs"],
    ["en", "for instance on law, tax or business", "ask the chamber of their own profession"],
  ] as const)("reads in %s which money is not for it, and which chamber is", (language, notFor, chamber) => {
    const { money } = viewOf(office, language);
    const advice = money.open.find(({ name }) => name.includes("BAFA"));
    expect(advice?.notPaidFor).toContain(notFor);
    expect(advice?.contacts.find(({ name }) => name.includes("IHK"))?.offers).toContain(chamber);
  });
});

it.each([
  ["de", /über Kameras.*Gesundheitsdaten/, "überwacht"],
  ["en", /through cameras.*health data/, "monitors"],
] as const)("asks in %s those with cameras and those with health data whether they need an impact assessment", (language, asked, named) => {
  const duties = content.duties.filter(({ law }) => law.includes("gdpr-art-35"));
  expect(duties.flatMap(({ tracks }) => tracks).toSorted()).toEqual(["municipality", "sme"]);
  for (const { conditions, what } of duties) {
    expect(conditions.map((one) => ("ask" in one ? one.ask[language] : "")).join("")).toMatch(asked);
    expect(what[language]).toContain(named);
  }
});

it.each(["de", "en"] as const)("counts in %s no assessments of those who come back", (language) => {
  const { points } = saidOf(halfUnknown, language).view.decision ?? {};
  expect(points?.at(-1)?.text).not.toMatch(/zweite|second/);
});

it.each([
  [
    { track: "sme", organisation: { name: "Pflegedienst", land: "SH", sizeClass: "employees-10-49", sector: "health-care" } },
    "sme-ai-list",
  ],
  [town("Verbandsgemeinde", "RP", "inhabitants-under-20000"), "municipal-ai-register"],
] as const)("of %j, whose people use AI on their own, the list of it waits for no permitted use", (profile, list) => {
  const beforeIt = (aiUse: "unmanaged" | "trial") => {
    const { report } = saidOf(assessmentOf({ ...profile, aiUse }, "0".repeat(36)), "de");
    return report.list.entries
      .filter(({ prerequisiteFor }) => prerequisiteFor === list)
      .flatMap(({ lifts }) => lifts.map(({ item }) => item));
  };
  expect(beforeIt("unmanaged")).not.toContain("use-case-operation");
  expect(beforeIt("trial")).toContain("use-case-operation");
});

it.each([
  ["de", "In öffentlicher Hand sind Sie kein KMU", "Weiter im Plan: „"],
  ["en", "In public ownership you are no SME", "Further in the plan: “"],
] as const)("tells in %s a company of the public that it is no SME, and where the title of a later step begins", (language, hint, step) => {
  const organisation = { name: "Werkstatt Miteinander gGmbH", land: "TH", sizeClass: "employees-10-49", sector: "health-care" } as const;
  const workshop = { track: "sme", organisation: { ...organisation, ownership: "public" }, aiUse: "none" } as const;
  const view = viewOf(assessmentOf(workshop, "010000001011110101001010000010110110"), language);
  expect(view.money.hint).toContain(hint);
  // Nor is it sent to those who have nothing but what is closed to it.
  expect(view.money.contacts.map(({ id }) => id).filter((id) => id === "bafa" || id === "house-bank")).toEqual([]);
  expect(view.afterSteps?.startsWith(step)).toBe(true);
});

it("offers whoever is to look after AI no two hours a month where a larger company needs up to twelve", () => {
  const { firstHalfHour, effortPersonDays } = entryOf(content.initiatives, "sme-responsible-person");
  expect(effortPersonDays["employees-50-249"]?.yearly?.[1]).toBeGreaterThan(12);
  expect(firstHalfHour.de).not.toMatch(/(zwei|2) Stunden im Monat/);
  expect(firstHalfHour.en).not.toMatch(/(two|2) hours a month/);
});

describe("a temporary employment agency that ranks applicants", () => {
  const organisation = { name: "Personaldienst GmbH", land: "HE", sizeClass: "employees-50-249", sector: "other" } as const;
  const agency = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "122021011011312311112210130010011100");

  it.each([
    ["de", /ganz anderen Lebensbereich/, /bewertet sie Menschen/, /Menschen (auswählt|aus,)/, "nicht verboten"],
    ["en", /quite different part of life/, /(score|rate) people by/, /selects people/, "not banned"],
  ] as const)(
    "is not told in %s that its ranking is banned, but that the works council has a say",
    (language, banned, rating, consent, allowed) => {
      const { duties, plan } = viewOf(agency, language);
      const whatOf = (id: string) => duties.groups.flatMap(({ duties: own }) => own).find((duty) => duty.id === id)?.what ?? "";
      const stepsOf = (id: string) => plan.planned?.steps.find((step) => step.id === id)?.firstSteps.join(" ") ?? "";
      for (const text of [whatOf("prohibited-practices"), stepsOf("sme-ai-list")]) {
        expect(text).toMatch(banned);
        expect(text).not.toMatch(rating);
      }
      expect(whatOf("prohibited-practices")).toContain(allowed);
      for (const text of [whatOf("works-council"), stepsOf("sme-works-council-involved")]) expect(text).toMatch(consent);
    },
  );

  it("is named no start of a new use as what answers a duty", () => {
    expect(content.initiatives.filter(({ kind, duties }) => kind === "use" && duties.length > 0)).toEqual([]);
  });
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

describe("a farm of six", () => {
  const organisation = { name: "Hof Fliederbusch", land: "BB", sizeClass: "employees-1-9", sector: "agriculture" } as const;
  const farm = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "022021212022112300010101130120022001");

  it("is shown neither money nor a chamber that is not for farms", () => {
    const { funding, contacts } = reportFor(farm, content, date);
    expect(funding.map(({ programme }) => programme.id)).not.toContain("bafa-advice");
    expect(contacts.map(({ id }) => id)).not.toContain("ihk");
  });

  it("is told of no step that it answers a duty of others", () => {
    const view = viewOf(farm, "de");
    const own = view.duties.groups.flatMap(({ duties }) => duties.map(({ id }) => id));
    expect(own).not.toContain("secrecy-professions");
    expect(entryOf(content.initiatives, "sme-tool-rules").duties).toContain("secrecy-professions");
    const steps = view.list.entries.flatMap(({ duties }) => duties.map(({ id }) => id));
    expect(steps.filter((id) => !own.includes(id))).toEqual([]);
  });

  it("is not advised to act on a law that cannot bind it", () => {
    const { list } = reportFor(farm, content, date);
    const advised = [...list.entries, ...list.instead, ...list.later].map(({ initiative }) => initiative.id);
    const planned = viewOf(farm, "de").plan.planned?.steps.map(({ id }) => id) ?? [];
    expect([...advised, ...planned]).not.toContain("sme-nis2-check");
  });

  it("finds whoever has a duty among its own people", () => {
    const owners = content.duties.filter(({ tracks }) => tracks.includes("sme")).map(({ owner }) => owner.de);
    expect(owners.filter((owner) => /^(Personalstelle|Pressestelle|Einkauf)/.test(owner))).toEqual([]);
    expect(
      owners.filter((owner) => owner.includes("Datenschutzbeauftragten") && !/soweit bestellt/.test(owner)),
      // Whoever has to make an impact assessment has to have one.
    ).toEqual([entryOf(content.duties, "dpia-companies").owner.de]);
  });
});

it.each([
  ["de", "Noch nicht vorhanden: ", "ein Vorhaben mit der Forschung"],
  ["en", "Not yet in place: ", "a project with research partners"],
] as const)("tells in %s an architect’s office of no research that it needs it", (language, words, research) => {
  const organisation = { name: "Architekturbüro", land: "BE", sizeClass: "employees-10-49", sector: "professional-services" } as const;
  const office = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "232132123222313323222322231120213212");
  const { verdict } = viewOf(office, language).overview;
  expect(verdict.split(words)[1]).toContain(research);
});

it("names to a company in Hamburg its chamber as the one that it is", () => {
  const name = content.contacts.find(({ id }) => id === "handelskammer-hamburg")?.name;
  expect([name?.de, name?.en]).toEqual([expect.stringContaining("Ihre IHK"), expect.stringContaining("your IHK")]);
});

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
      /Die Jahre|Mit 0 €/,
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

describe("a hotel with a chatbot", () => {
  const organisation = { name: "Strandhotel Dünenblick", land: "MV", sizeClass: "employees-10-49", sector: "hospitality" } as const;
  const hotel = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "001110?1001021220?01101013?110111000");

  it.each([
    ["de", "Strandhotel Dünenblick betreibt KI. Noch nötig: "],
    ["en", "Strandhotel Dünenblick runs AI. Still needed: "],
  ] as const)("does not read in %s that it runs AI with AI", (language, beginning) => {
    expect(viewOf(hotel, language).overview.verdict.startsWith(beginning)).toBe(true);
  });

  it("has a duty to a works council only if there is one", () => {
    const stateOf = (answer?: Answer) => {
      const { ["acceptance-representation"]: _asked, ...answers } = hotel.answers;
      const own = { ...hotel, answers: answer ? { ...answers, "acceptance-representation": answer } : answers };
      return reportFor(own, content, date).duties.find(({ duty }) => duty.id === "works-council")?.state;
    };
    expect([{ level: 0 } as const, { answer: "dk" } as const, undefined].map(stateOf)).toEqual(["now", "to-clarify", "to-clarify"]);
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

it.each([
  ["de", "gesicherte Stufe", "Jugendhilfe", "bevor sie kommt"],
  ["en", "secured stage", "youth welfare", "before it arrives"],
] as const)(
  "explains in %s no stage after nine answers, asks about youth welfare, and expects no AI that is there",
  (language, stage, office, before) => {
    const organisation = { name: "Strandhotel", land: "MV", sizeClass: "employees-10-49", sector: "hospitality" } as const;
    const hotel = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "001110?1001021220?01101013?110111000");
    const textOf = (depth: Assessment["depth"]) =>
      writePaper("report", materialOf(reportFor({ ...hotel, depth }, content, date), language))
        .blocks.flatMap(textsOf)
        .join("\n");
    expect(textOf("quick")).not.toContain(stage);
    expect(textOf("full")).toContain(stage);
    for (const id of ["high-risk-use", "rights-assessment-public"])
      expect(entryOf(content.duties, id).conditions.some((one) => "ask" in one && one.ask[language].includes(office))).toBe(true);
    expect(content.initiatives.filter(({ title }) => title[language].includes(before))).toEqual([]);
  },
);

describe("a dental laboratory", () => {
  const organisation = { name: "Dentallabor Isartal GmbH", land: "BY", sizeClass: "employees-10-49", sector: "health-care" } as const;
  const laboratory = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "132111?21121323210122111232210122001");

  it.each([
    ["de", "Handwerkskammer", "ab 4.000 Euro", "Läuft bei Ihnen schon eine KI ungeprüft"],
    ["en", "chamber of crafts", "from €4,000", "If an AI is already running unchecked"],
  ] as const)(
    "reads in %s which chamber is its own, from which cost a grant counts, and that the AI it runs is checked first",
    (language, chamber, least, first) => {
      const { money, plan } = viewOf(laboratory, language);
      expect(money.contacts.find(({ id }) => id === "ihk")?.offers).toContain(chamber);
      expect(money.open.find(({ id }) => id === "digitalbonus-bavaria")?.amount).toContain(least);
      expect(money.grants.map(({ id }) => id)).not.toContain("digitalbonus-bavaria");
      expect(plan.planned?.steps.find(({ id }) => id === "sme-privacy-precheck")?.summary).toContain(first);
    },
  );

  it("is offered loans after all that is given", () => {
    const kinds = viewOf(laboratory, "de").money.open.map(({ id }) => entryOf(content.funding, id).kind);
    expect(kinds).toContain("loan");
    expect(kinds.slice(kinds.indexOf("loan")).filter((kind) => kind !== "loan")).toEqual([]);
  });
});

it.each([
  ["municipal-first-week", town("Samtgemeinde", "HE", "inhabitants-under-20000"), "222021012112111223212220221121222211"],
  [
    "sme-first-rules",
    { track: "sme", organisation: { name: "Büro", land: "BE", sizeClass: "employees-10-49" } },
    "000000000000000003000000000000000000",
  ],
] as const)("advises by %s nobody who has rules to begin with rules", (beginning, profile, levels) => {
  const { list } = reportFor(assessmentOf({ ...profile, aiUse: "trial" }, levels), content, date);
  expect(list.entries.map(({ initiative }) => initiative.id)).not.toContain(beginning);
});

it("does not call planned what is checked first and may be running", () => {
  for (const id of ["municipal-privacy-precheck", "sme-privacy-precheck"]) {
    const { title, summary } = entryOf(content.initiatives, id);
    expect(title.de).not.toContain("geplant");
    expect(summary.de).toMatch(/Läuft (bei Ihnen )?schon/);
  }
});

it("asks of nobody who has texts translated that they have machines", () => {
  const { firstHalfHour, success } = entryOf(content.initiatives, "sme-translation");
  expect(firstHalfHour.de).toContain("zum Beispiel für eine Maschine");
  expect([success.de, success.en].join(" ")).not.toMatch(/Maschine|machine/);
});

describe("a medical practice after nine answers", () => {
  const organisation = { name: "Hausarztpraxis", land: "SH", sizeClass: "employees-1-9", sector: "health-care" } as const;
  const full = assessmentOf({ track: "sme", organisation, aiUse: "trial" }, "2".repeat(16) + "1222" + "2".repeat(8) + "0222" + "2222");
  const keys = content.questionnaires.sme.dimensions.flatMap(({ items }) => items.filter(({ key }) => key).map(({ id }) => id));
  const practice = { ...full, depth: "quick", answers: Object.fromEntries(keys.map((id) => [id, full.answers[id]!])) } as const;

  it.each(["de", "en"] as const)("is not told in %s that what nobody has asked is reached, or to answer it", (language) => {
    const { plan, duties } = viewOf(practice, language);
    const { roadmap, result } = localeOf(language).messages;
    const reasonOf = (id: string) => plan.planned?.leftOut.find((one) => one.id === id)?.reason;
    expect(reasonOf("sme-research-project")).toBe(roadmap.reasons["not-asked"]);
    const council = duties.groups.flatMap(({ duties: own }) => own).find(({ id }) => id === "works-council");
    expect(council?.why).toMatch(/volle Check fragt|full check asks/);
    expect(council?.why).not.toContain(result.duties.clarifyItem("").slice(0, 6));
  });

  it("clarifies its secrets before what is not law yet, and is offered no coaching for eighty euros", () => {
    const { duties, money } = viewOf(practice, "de");
    const ids = duties.groups.find(({ state }) => state === "to-clarify")?.duties.map(({ id }) => id) ?? [];
    expect(ids[0]).toBe("secrecy-professions");
    expect(ids.slice(-2)).toEqual(["rights-assessment-companies", "high-risk-use-companies"]);
    expect(money.grants).toEqual([]);
  });
});

it.each([
  ["de", /kreditwürdig.*Krankenversicherung/, /Kredit|Krankenversicherung/, /aus der Ferne/, /Abwasser/],
  ["en", /creditworthy.*health insurance/, /loan|health insurance/, /from a distance/, /waste water/],
] as const)(
  "asks in %s lenders, insurers and those who watch squares about high risk, each about their own",
  (language, own, others, seen, units) => {
    const askedBy = (id: string) =>
      entryOf(content.duties, id)
        .conditions.map((one) => ("ask" in one ? one.ask[language] : ""))
        .join("");
    for (const id of ["high-risk-use-companies", "rights-assessment-companies"]) expect(askedBy(id)).toMatch(own);
    expect(askedBy("high-risk-use")).not.toMatch(others);
    for (const id of ["high-risk-use", "high-risk-use-companies"]) expect(askedBy(id)).toMatch(seen);
    for (const sector of ["other", "professional-services", "information-technology"] as const) {
      const organisation = { name: "Makler", land: "HE", sizeClass: "employees-10-49", sector } as const;
      const { duties } = reportFor(assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "2".repeat(36)), content, date);
      expect(duties.find(({ duty }) => duty.id === "rights-assessment-companies")?.state).toBe("to-clarify");
    }
    // Where it is asked, the fields do not stand beside it.
    expect(askedBy("nis2-municipal-units")).toMatch(units);
  },
);

describe("municipal utilities in the hands of a town", () => {
  const organisation = {
    name: "Stadtwerke Musterfeld GmbH",
    land: "NW",
    sizeClass: "employees-50-249",
    sector: "energy-environment",
  } as const;
  const utilities = (ownership: "public" | "private") =>
    saidOf(
      assessmentOf(
        { track: "sme", organisation: { ...organisation, ownership }, aiUse: "operation" },
        "222131012222323423124321" + "23113120" + "2211",
      ),
      "de",
    );

  it("are asked whether they buy under procurement law, and nobody in private hands is", () => {
    const stateOf = (ownership: "public" | "private") =>
      utilities(ownership).report.duties.find(({ duty }) => duty.id === "procurement-public-companies")?.state;
    expect([stateOf("public"), stateOf("private")]).toEqual(["to-clarify", "does-not-apply"]);
  });

  it("are offered no money for SMEs as the EU defines them, and read so on the page that shows the rest", () => {
    const offered = (ownership: "public" | "private") => utilities(ownership).view.money.open.map(({ id }) => id);
    expect(offered("private")).toEqual(expect.arrayContaining(["mid-digital-security", "mid-digitalisation"]));
    expect(offered("public").filter((id) => id.startsWith("mid-"))).toEqual([]);
    const page = (ownership: "public" | "private") => utilities(ownership).textOf("owner-page");
    expect(page("public")).toContain("In öffentlicher Hand sind Sie kein KMU");
    expect(page("private")).not.toContain("kein KMU");
  });
});

it.each([
  ["high-risk-use", ["Lernende", "selbst zum Anbieter"], ["learners", "the provider yourself"]],
  ["high-risk-use-companies", ["Lernende", "eine allgemeine KI"], ["learners", "a general AI"]],
  ["no-automated-decisions", ["eine Note"], ["a mark"]],
  ["dpia-companies", ["Lernende", "in Prüfungen"], ["learners", "in tests"]],
  ["prohibited-practices", ["in Bildungseinrichtungen"], ["in education"]],
  ["label-deepfakes", ["Gegenstände"], ["objects"]],
  ["nis2-companies", ["Online-Marktplätze"], ["online marketplaces"]],
])("speaks in %s of those who teach and of those who sell online", (id, de, en) => {
  const { what, conditions, caveat } = entryOf(content.duties, id);
  const said = (language: Language) =>
    [what, caveat, ...conditions.map((one) => ("ask" in one ? one.ask : null))].map((text) => text?.[language] ?? "").join(" ");
  for (const [language, words] of [
    ["de", de],
    ["en", en],
  ] as const)
    for (const word of words) expect(said(language)).toContain(word);
});

it("tells an online shop with accounts that its duty to a contract costs a check, and no accounts a year", () => {
  const organisation = { name: "Musterhandel Nord GmbH", land: "NI", sizeClass: "employees-50-249", sector: "trade" } as const;
  const shop = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "23323302221343331221221224300020" + "2?22");
  const { planned } = viewOf(shop, "de").plan;
  const answering = planned?.steps.filter(({ isDuty }) => isDuty).map(({ id }) => id) ?? [];
  expect(answering).toContain("sme-contract-check");
  expect(answering).not.toContain("sme-safe-accounts");
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
