import { expect, it } from "vitest";
import type { Assessment } from "../../app/core/assessment/assessment";
import { entryOf } from "../../app/core/entry-of";
import type { Language } from "../../app/core/vocabulary";
import { writePaper } from "../../app/documents/papers/write-paper";
import { content } from "../support/content";
import { textsOf } from "../support/document-texts";
import { reportFor } from "../support/report";
import { materialOf } from "../support/report-material";
import { assessmentOf, date, saidOf, town } from "../support/said";

/** What was wrong for municipalities and companies alike, or in what one of them is asked and the other is not. */

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
