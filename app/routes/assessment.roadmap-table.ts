import type { LoaderFunctionArgs } from "@remix-run/node";
import { tableAsCsv } from "../documents/sheets/csv";
import { roadmapTable } from "../documents/sheets/tables/roadmap-table";
import { download, roadmapToExport } from "../http/roadmap-export";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { locale, view } = await roadmapToExport(args);
  return download(tableAsCsv(roadmapTable(view, locale), "german"), "text/csv", "ki-pegel-roadmap.csv");
}
