import { toSaveFile } from "../core/assessment/save-file";
import { dayOf } from "../core/day";
import { downloadJson } from "../documents/json";
import { fileRoute } from "../http/file-route";
import { readable } from "../http/request";

export const loader = fileRoute(async (args) => {
  const assessment = await readable(args);
  const day = dayOf(new Date(assessment.updatedAt), args.context.environment.TIME_ZONE);
  return downloadJson(toSaveFile(await assessment.whole()), `ki-pegel-${assessment.track}-${day}.json`);
});
