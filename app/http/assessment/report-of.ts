import type { AppLoadContext } from "@remix-run/node";
import { reportInputOf } from "../../core/report-input";
import type { DimensionId } from "../../core/vocabulary";
import type { ReportData } from "../../documents/material";
import type { ReportView } from "../../views/report-view";
import type { Locale } from "../../i18n/index";
import type { Readable } from "../access/assessment-access";
import { rememberViews } from "./remembered-views";

type Context = Pick<AppLoadContext, "content" | "reports" | "today">;

/**
 * The one way from an assessment to its report: pages, documents, API and calendar all come through here.
 * @param weights of dimensions the reader has changed.
 * @param withFrontier whether the reader is told what more money would bring.
 */
export async function reportOf(
  assessment: Readable,
  weights: ReadonlyMap<DimensionId, number>,
  { content, reports, today }: Context,
  withFrontier = false,
): Promise<ReportData> {
  const [plan, authorText, team, rounds] = await Promise.all([
    assessment.plan(),
    assessment.authorText(),
    assessment.team(),
    assessment.rounds(),
  ]);
  const input = reportInputOf({ ...assessment, plan, team, rounds }, content, today, weights);
  const report = await reports.make(input);
  const added = { authorText, steps: new Map(Object.entries(plan.steps)) };
  return { report, added, frontier: withFrontier ? await reports.frontier(input, report) : null };
}

const viewed = rememberViews();

/** The same in words of one language. */
export async function viewOf(
  assessment: Readable,
  weights: ReadonlyMap<DimensionId, number>,
  context: Context,
  locale: Locale,
  withFrontier = false,
): Promise<ReportView> {
  return viewed({ ...(await reportOf(assessment, weights, context, withFrontier)), content: context.content, locale });
}
