import { tableAsCsv } from "../documents/sheets/csv";
import { planTable } from "../documents/sheets/tables/plan-table";
import { fileRoute } from "../http/file-route";
import { download, planToExport } from "../http/assessment/plan-export";

export const loader = fileRoute(async (args) => {
  const { locale, plan } = await planToExport(args);
  return download(tableAsCsv(planTable(plan, locale), "german"), "text/csv", "ki-pegel-plan.csv");
});
