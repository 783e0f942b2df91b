import { assess } from "../core/assess";
import { toReportFile } from "../core/report-file";
import { readReportOptions } from "../views/report-options";
import { downloadJson } from "../documents/json";
import { fileRoute } from "../http/file-route";
import { readable } from "../http/request";

export const loader = fileRoute(async (args) => {
  const assessment = await readable(args);
  const date = args.context.now.toISOString().slice(0, 10);
  const { weights } = readReportOptions(new URL(args.request.url).searchParams);
  return downloadJson(toReportFile(assess(assessment, args.context.content, date, weights)), `ki-pegel-report-${date}.json`);
});
