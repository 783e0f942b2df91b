import { toReportFile } from "../core/report-file";
import { downloadJson } from "../documents/json";
import { fileRoute } from "../http/file-route";
import { reportOf } from "../http/report-of";
import { readable } from "../http/request";
import { readReportOptions } from "../views/report-options";

export const loader = fileRoute(async (args) => {
  const assessment = await readable(args);
  const { weights } = readReportOptions(new URL(args.request.url).searchParams, assessment.weights);
  const { report } = await reportOf(assessment, weights, args.context);
  return downloadJson(toReportFile(report), `ki-pegel-report-${report.date}.json`);
});
