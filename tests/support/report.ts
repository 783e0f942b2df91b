import { oneRespondent } from "../../app/core/agreement/agreement";
import type { Assessment } from "../../app/core/assessment/assessment";
import type { Content } from "../../app/core/content";
import { nextQuarter } from "../../app/core/plan/days";
import type { Frontier } from "../../app/core/plan/frontier";
import { makeReport, reportFrontier, type Report, type ReportInput } from "../../app/core/report";
import { solver } from "../../app/jobs/solver";

const loaded = await solver();

type More = Partial<ReportInput>;

function inputFor(assessment: Assessment, date: string, more: More): ReportInput {
  const plan = { limits: null, kept: null, done: [], begun: [], firstDay: nextQuarter(date) };
  const rounds = { closed: [], running: null, targets: {} };
  return { assessment, agreement: oneRespondent, date, weights: new Map(), plan, rounds, ...more };
}

/** The report of an assessment as the product makes it, with a suggested plan and no rounds unless told otherwise. */
export const reportFor = (assessment: Assessment, content: Content, date: string, more: More = {}): Report =>
  makeReport(inputFor(assessment, date, more), content, loaded);

/** What is told of such a report where somebody asks what more money would bring. */
export const frontierFor = (report: Report, assessment: Assessment, content: Content, date: string, more: More = {}): Frontier | null =>
  reportFrontier(inputFor(assessment, date, more), report, content, loaded);
