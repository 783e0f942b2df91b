import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Content } from "../../core/content";
import type { Locale } from "../../i18n/index";
import type { ReportView } from "../../views/report-view";
import { readReportOptions, writeReportOptions } from "../../views/report-options";
import { viewOf } from "./report-of";
import { localeFor } from "../request";
import type { Readable } from "../access/assessment-access";
import { readableRound, type PastRound } from "./round-of";
import { waitingIn } from "./rounds-page";

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
  /** What is said of a report of a closed round; null: it is today's. */
  past: { text: string; otherContent: string | null } | null;
  /** What is said while answers of the last round wait to be confirmed; `confirm`: where, for whoever may. */
  waiting: { count: number; last: number; confirm: string | null } | null;
  search: string;
};

/** The report that the address names, in the language of the page, with what its frame shows. */
export async function reportPage(
  args: LoaderFunctionArgs,
  { withFrontier = false } = {},
): Promise<{ frame: ReportFrame; region: string | null; view: ReportView }> {
  const { assessment, past, today } = await readableRound(args);
  const locale = localeFor(args.request);
  const options = readReportOptions(new URL(args.request.url).searchParams, assessment.weights);
  const { content, reports } = args.context;
  const view = await viewOf(assessment, options.weights, { content, reports, today }, locale, withFrontier);
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
    past: past && pastText(past, content.version, locale),
    waiting: past ? null : await waitingFor(assessment, content),
    search: writeReportOptions(options),
  };
  return { frame, region: options.region, view };
}

/** Asks for the rounds only where something can wait in them. */
async function waitingFor(assessment: Readable, content: Content): Promise<ReportFrame["waiting"]> {
  if (Object.keys(assessment.previous).length === 0) return null;
  const rounds = await assessment.rounds();
  const waiting = waitingIn(assessment, rounds, content);
  return waiting && { count: waiting.count, last: rounds.closed.length, confirm: assessment.may === "edit" ? waiting.topic : null };
}

function pastText({ number, closedOn, contentVersion }: PastRound, today: string, { messages, date }: Locale) {
  const { past } = messages.rounds;
  return { text: past.text(number, date(closedOn)), otherContent: contentVersion === today ? null : past.otherContent };
}
