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
export function reportTables(material: DocumentInput): Table[] {
  return [
    overviewTable(material),
    answersTable(material),
    scoresTable(material),
    initiativesTable(material),
    dutiesTable(material),
    ...(material.report.history.points.length > 1 ? [roundsTable(material), changesTable(material)] : []),
    ...(material.include.roadmap ? [planTable(material.view.plan, material.locale)] : []),
  ];
}
