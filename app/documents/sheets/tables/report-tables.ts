import type { DocumentInput } from "../../material";
import { answersTable } from "./answers-table";
import { initiativesTable } from "./initiatives-table";
import { overviewTable } from "./overview-table";
import { peersTable } from "./peers-table";
import { roadmapTable } from "./roadmap-table";
import { scoresTable } from "./scores-table";
import type { Table } from "./table";

/** The report as tables. Spreadsheets and CSV files are two ways to write them; neither works anything out. */
export function reportTables(material: DocumentInput): Table[] {
  return [
    overviewTable(material),
    answersTable(material),
    scoresTable(material),
    initiativesTable(material),
    ...(material.roadmap ? [roadmapTable(material.roadmap, material.locale)] : []),
    peersTable(material),
  ];
}
