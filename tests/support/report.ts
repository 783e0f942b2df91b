import { oneRespondent } from "../../app/core/agreement/agreement";
import type { Assessment } from "../../app/core/assessment/assessment";
import type { Content } from "../../app/core/content";
import { nextQuarter } from "../../app/core/plan/days";
import { makeReport, type Report, type ReportInput } from "../../app/core/report";
import { solver } from "../../app/jobs/solver";

const loaded = await solver();

/** The report of an assessment as the product makes it, with a suggested plan and no rounds unless told otherwise. */
export function reportFor(assessment: Assessment, content: Content, date: string, more: Partial<ReportInput> = {}): Report {
  const plan = { limits: null, kept: null, done: [], begun: [], firstDay: nextQuarter(date) };
  const rounds = { closed: [], running: null, targets: {} };
  return makeReport({ assessment, agreement: oneRespondent, date, weights: new Map(), plan, rounds, ...more }, content, loaded);
}
