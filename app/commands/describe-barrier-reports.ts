import type { BarrierReportStore } from "../../db/barrier-reports";
import { forTerminal } from "./for-terminal";

/** What people reported, for the operator to read in a terminal; times are in UTC. */
export function describeBarrierReports(reports: Awaited<ReturnType<BarrierReportStore["list"]>>): string {
  if (reports.length === 0) return "Nobody has reported a barrier.\n";
  return reports
    .map(({ created_at, message, contact }) => {
      const time = `${created_at.slice(0, 16).replace("T", " ")} UTC`;
      const lines = message.split("\n").map((line) => `  ${forTerminal(line)}`.trimEnd());
      return [`${time} · ${contact === null ? "no contact given" : forTerminal(contact)}`, ...lines, ""].join("\n");
    })
    .join("\n");
}
