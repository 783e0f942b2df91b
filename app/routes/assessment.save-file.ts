import type { LoaderFunctionArgs } from "@remix-run/node";
import { toSaveFile } from "../core/assessment/save-file";
import { downloadJson } from "../documents/json";
import { readable } from "../http/request";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const assessment = await readable(args);
  return downloadJson(toSaveFile(assessment), `ki-pegel-${assessment.track}-${assessment.updatedAt.slice(0, 10)}.json`);
}
