import { describe, expect, it } from "vitest";
import { factsOf } from "../../app/core/duties/find-duties";
import { languages } from "../../app/core/vocabulary";
import { writePaper } from "../../app/documents/papers/write-paper";
import { content } from "../support/content";
import { textsOf } from "../support/document-texts";
import { organisations } from "../support/organisations";
import { reportFor } from "../support/report";
import { materialOf } from "../support/report-material";

/** What people tell with yes or no decides their duties, and nothing else (docs/decisions/0110). */
const date = "2026-11-28";
const told = (holds: boolean) => Object.fromEntries(factsOf(content.duties).map(({ fact }) => [fact, holds]));

const some = organisations(content).filter(({ name }) => ["tischlerei-muster", "musterwerk", "beispielkreis"].includes(name));

describe.each(some.map(({ name, assessment }) => [name, assessment] as const))("%s", (_name, assessment) => {
  const [open, yes, no] = [{}, told(true), told(false)].map((facts) => reportFor(assessment, content, date, { facts }));

  it("has no duty left to clarify for want of a fact, and the same value", () => {
    for (const report of [yes, no]) {
      expect(report?.overall).toEqual(open?.overall);
      const unclear = report?.duties.flatMap((duty) => (duty.state === "to-clarify" ? duty.open : [])) ?? [];
      expect(unclear.filter((one) => "fact" in one)).toEqual([]);
    }
  });

  it("reads in the papers what it has said no to, with the question in the annex", () => {
    if (!no) return;
    const denied = no.duties.filter(({ state, told: facts }) => state === "does-not-apply" && facts.length > 0);
    for (const language of languages) {
      const material = materialOf(no, language);
      const { papers } = material.locale.messages;
      const textOf = (paper: "annex" | "report" | "owner-page") => writePaper(paper, material).blocks.flatMap(textsOf).join("\n");
      const annex = textOf("annex");
      for (const { told: facts } of denied) for (const { ask } of facts) expect(annex).toContain(ask[language]);
      const isShort = assessment.track === "sme" && material.view.quick;
      if (denied.length > 0 && !isShort)
        expect(textOf(assessment.track === "sme" ? "owner-page" : "report")).toContain(papers.duties.denied(denied.length));
    }
  });
});

it("asks small companies about all that brings them under NIS2 at any size", () => {
  const ask = factsOf(content.duties).find(({ fact }) => fact === "nis2-by-turnover")?.ask;
  for (const word of ["Vertrauensdienste", "kritische Anlage"]) expect(ask?.de).toContain(word);
  for (const word of ["trust services", "critical facility"]) expect(ask?.en).toContain(word);
});
