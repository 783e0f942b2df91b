import { tableAsCsv } from "../documents/sheets/csv";
import { roadmapTable } from "../documents/sheets/tables/roadmap-table";
import { fileRoute } from "../http/file-route";
import { download, roadmapToExport } from "../http/roadmap-export";

export const loader = fileRoute(async (args) => {
  const { locale, view } = await roadmapToExport(args);
  return download(tableAsCsv(roadmapTable(view, locale), "german"), "text/csv", "ki-pegel-roadmap.csv");
});
