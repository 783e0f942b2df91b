import { createHash } from "node:crypto";
import type { Report } from "../../core/report";
import { reportView, type ReportView } from "../../views/report-view";
import type { ViewInput } from "../../views/view-input";

/** So many are kept; one takes some hundred kilobytes at most. */
const most = 30;

/**
 * A report in words, made once for all of its pages and for whoever comes back while nothing has changed. Reports are remembered, so
 * the same answers give the same object (app/jobs/reports.ts). Views are shared between callers: read them only.
 */
export function rememberViews(): (input: ViewInput) => ReportView {
  const numbers = new WeakMap<Report, number>();
  const latest = new Map<string, ReportView>();
  let count = 0;
  return (input) => {
    const { report, added, frontier, locale } = input;
    const number = numbers.get(report) ?? (count += 1);
    numbers.set(report, number);
    const about = JSON.stringify([number, locale.language, added.authorText, [...added.steps], frontier]);
    const key = createHash("sha256").update(about).digest("base64");
    const view = latest.get(key) ?? reportView(input);
    // A map keeps the order in which keys were set, so the first one is the one used longest ago.
    latest.delete(key);
    latest.set(key, view);
    for (const oldest of latest.keys()) if (latest.size > most) latest.delete(oldest);
    return view;
  };
}
