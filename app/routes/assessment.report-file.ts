import { toReportFile } from "../core/report-file";
import { downloadJson } from "../documents/json";
import { fileRoute } from "../http/file-route";
import { reportOf } from "../http/assessment/report-of";
import { readableRound } from "../http/assessment/round-of";
import { readReportOptions } from "../views/report-options";

export const loader = fileRoute(async (args) => {
  const { assessment, today } = await readableRound(args);
  const { content, reports } = args.context;
  const { weights } = readReportOptions(new URL(args.request.url).searchParams, assessment.weights);
  const { report } = await reportOf(assessment, weights, { content, reports, today });
  return downloadJson(toReportFile(report, null, { brand: await assessment.brand() }), `ki-pegel-report-${report.date}.json`);
});
