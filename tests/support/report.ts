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
  return { assessment, agreement: oneRespondent, date, weights: new Map(), facts: {}, plan, rounds, ...more };
}

type Kept<Made> = WeakMap<Content, Map<string, Made>>;
const reports: Kept<Report> = new WeakMap();
const frontiers: Kept<Frontier | null> = new WeakMap();

/** What is made of the same is the same: worked out once for all tests of a process. Read it only. */
function once<Made>(all: Kept<Made>, content: Content, input: ReportInput, make: () => Made): Made {
  const kept = all.get(content) ?? new Map<string, Made>();
  all.set(content, kept);
  const key = JSON.stringify({ ...input, weights: [...input.weights] });
  const made = kept.has(key) ? (kept.get(key) as Made) : make();
  kept.set(key, made);
  return made;
}

/** The report of an assessment as the product makes it, with a suggested plan and no rounds unless told otherwise. */
export function reportFor(assessment: Assessment, content: Content, date: string, more: More = {}): Report {
  const input = inputFor(assessment, date, more);
  return once(reports, content, input, () => makeReport(input, content, loaded));
}

/** What is told of such a report where somebody asks what more money would bring. */
export function frontierFor(report: Report, assessment: Assessment, content: Content, date: string, more: More = {}): Frontier | null {
  const input = inputFor(assessment, date, more);
  return once(frontiers, content, input, () => reportFrontier(input, report, content, loaded));
}
