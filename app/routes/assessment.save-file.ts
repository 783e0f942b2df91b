import { toSaveFile } from "../core/assessment/save-file";
import { downloadJson } from "../documents/json";
import { fileRoute } from "../http/file-route";
import { readable } from "../http/request";

export const loader = fileRoute(async (args) => {
  const assessment = await readable(args);
  return downloadJson(toSaveFile(assessment), `ki-pegel-${assessment.track}-${assessment.updatedAt.slice(0, 10)}.json`);
});
