import type { DocumentInput } from "../../material";
import { answersTable } from "./answers-table";
import { changesTable } from "./changes-table";
import { initiativesTable } from "./initiatives-table";
import { overviewTable } from "./overview-table";
import { dutiesTable } from "./duties-table";
import { planTable } from "./plan-table";
import { roundsTable } from "./rounds-table";
import { scoresTable } from "./scores-table";
import type { Table } from "./table";

/** The report as tables. Spreadsheets and CSV files are two ways to write them; neither works anything out. */
export function reportTables(input: DocumentInput): Table[] {
  return [
    overviewTable(input),
    answersTable(input),
    scoresTable(input),
    initiativesTable(input),
    dutiesTable(input),
    ...(input.report.history.points.length > 1 ? [roundsTable(input), changesTable(input)] : []),
    ...(input.include.roadmap ? [planTable(input.view.plan, input.locale)] : []),
  ];
}
