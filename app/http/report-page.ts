import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReportView } from "../views/report-view";
import { readReportOptions, writeReportOptions } from "../views/report-options";
import { viewOf } from "./report-of";
import { localeFor, readable } from "./request";

/** What every part of a report needs for its frame. */
export type ReportFrame = {
  id: string;
  mayEdit: boolean;
  quick: boolean;
  /** All questions have begun, and too few are answered for a result of their own. */
  stillQuick: boolean;
  /** What each part finds, as the title of its page. */
  headlines: ReportView["headlines"];
  meta: string;
  weights: string | null;
  /** Whether the address asks for other weights than the assessment's own. */
  reweighted: boolean;
  search: string;
};

/** The report that the address names, in the language of the page, with what its frame shows. */
export async function reportPage(args: LoaderFunctionArgs): Promise<{ frame: ReportFrame; region: string | null; view: ReportView }> {
  const assessment = await readable(args);
  const options = readReportOptions(new URL(args.request.url).searchParams, assessment.weights);
  const view = await viewOf(assessment, options.weights, args.context, localeFor(args.request));
  const { quick, headlines, meta, weights } = view;
  const stillQuick = quick && assessment.depth === "full";
  const frame = {
    id: assessment.id,
    mayEdit: assessment.may === "edit",
    quick,
    stillQuick,
    headlines,
    meta,
    weights,
    reweighted: options.weights.size > 0,
    search: writeReportOptions(options),
  };
  return { frame, region: options.region, view };
}
