import { expect, it } from "vitest";
import { allAnswered, modelVersion, soundContent } from "../../../tests/support/builders";
import { nothingAdded, type WholeAssessment } from "../../core/assessment/whole-assessment";
import { noBrand } from "../../core/brand/brand";
import type { PlanLimits } from "../../core/plan/settings";
import { makeReport } from "../../core/report";
import { toReportFile } from "../../core/report-file";
import { reportInputOf } from "../../core/report-input";
import { dimensionIds } from "../../core/vocabulary";
import { solver } from "../../jobs/solver";
import { reportFileSchema } from "./report-schema";

const content = soundContent();
const loaded = await solver();
const bare: WholeAssessment = {
  ...{ track: "municipality", depth: "full", aiUse: "unknown", modelVersion, organisation: {}, answers: {} },
  ...nothingAdded,
};
const answers = allAnswered(2);
const limits: PlanLimits = { budgetEuro: 0, personDaysPerQuarter: 0, quarters: 1, pinned: [], excluded: [], forceDuties: true };
const pinned = content.initiatives.filter(({ tracks }) => tracks.includes("municipality")).map(({ id }) => id);
const planned = (given: Partial<PlanLimits>) => ({ limits: { ...limits, ...given }, since: null, kept: null, steps: {} });

it.each<[string, Partial<WholeAssessment>]>([
  ["nothing answered", {}],
  ["a third answered", { answers: Object.fromEntries(Object.entries(answers).slice(0, 6)) }],
  ["all answered", { answers, organisation: { name: "Musterstadt", land: "NW", sizeClass: "inhabitants-under-20000" } }],
  ["an enterprise without AI", { track: "sme", aiUse: "none", answers: allAnswered(0) }],
  ["a quick check", { depth: "quick", answers: Object.fromEntries(dimensionIds.map((id) => [`${id}-key`, { level: 1 }])) }],
  ["weights that leave all out", { answers, weights: Object.fromEntries(dimensionIds.map((id) => [id, 0])) }],
  ["limits that nothing fits into", { answers, plan: planned({}) }],
  ["limits that cannot be kept", { answers: allAnswered(0), plan: planned({ pinned }) }],
])("%s: the report is what the description says", (_what, parts) => {
  const report = makeReport(reportInputOf({ ...bare, ...parts }, content, "2026-11-22"), content, loaded);
  const sent: unknown = JSON.parse(JSON.stringify(toReportFile(report)));
  expect(reportFileSchema.parse(sent)).toEqual(sent);
});

it("carries what people wrote beside their answers, who answers for it, and which client it is", () => {
  const [first = "", second = ""] = Object.keys(answers);
  const file = { name: "haushalt.pdf", type: "pdf", bytes: 9, sha256: "a".repeat(64), date: "2026-11-01", by: "edit-link" } as const;
  const said: WholeAssessment["answers"] = { [first]: { level: 2, note: "n", evidence: "e" }, [second]: { level: 2, files: [file] } };
  const input = reportInputOf({ ...bare, answers: { ...answers, ...said } }, content, "2026-11-22");
  const brand = { ...noBrand, name: "Beratung Nord", contact: "nord@example.org" };
  const report = toReportFile(makeReport(input, content, loaded), "en", { brand, clientKey: "K-17" });
  expect(reportFileSchema.parse(report)).toMatchObject({
    ...{ clientKey: "K-17", brand: { name: "Beratung Nord", contact: "nord@example.org" } },
    remarks: [
      { item: first, note: "n", evidence: "e", files: [] },
      { item: second, note: null, evidence: null, files: ["haushalt.pdf"] },
    ],
  });
  expect(JSON.stringify(report)).not.toContain(file.sha256);
});

it("a plan that cannot be says what is missing", () => {
  const input = reportInputOf({ ...bare, answers: allAnswered(0), plan: planned({ pinned }) }, content, "2026-11-22");
  const { plan } = toReportFile(makeReport(input, content, loaded));
  expect(plan).toMatchObject({ suggested: false, status: "impossible", steps: [] });
  expect(Object.values(plan.missing ?? {}).some((amount) => amount > 0)).toBe(true);
});
