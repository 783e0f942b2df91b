import type { LoaderFunctionArgs } from "@remix-run/node";
import { tableAsCsv } from "../documents/csv";
import { roadmapTable } from "../documents/tables/roadmap-table";
import { download, roadmapToExport } from "../server/roadmap-export";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { speech, view } = await roadmapToExport(args);
  return download(tableAsCsv(roadmapTable(view, speech), "german"), "text/csv", "ki-pegel-roadmap.csv");
}
