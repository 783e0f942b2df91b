import { DataTable } from "../report/data-table";
import type { Example } from "./example";

export const tables: Example[] = [
  {
    name: "a few columns with a caption",
    holds: "Columns and rows have headings; numbers stand right.",
    show: ({ messages: { report, result }, score }) => (
      <DataTable
        label={report.sections.chart}
        captioned
        columns={[report.sections.chart, result.value.short]}
        numbers={[1]}
        rows={["Strategie", "Kompetenzen"].map((name, index) => ({ key: name, cells: [name, score(30 + 20 * index)] }))}
      />
    ),
  },
  {
    name: "wider than the page",
    holds: "It scrolls by itself, can be scrolled by keyboard, and the page does not get wider.",
    show: ({ messages: { report } }) => (
      <DataTable
        label={`${report.sections.chart} (2)`}
        columns={Array.from({ length: 14 }, (_, index) => `Spalte ${index + 1}`)}
        numbers={Array.from({ length: 13 }, (_, index) => index + 1)}
        rows={[{ key: "one", cells: Array.from({ length: 14 }, (_, index) => `Eintrag-${index + 1}`) }]}
      />
    ),
  },
  {
    name: "columns of words",
    holds: "On a phone each row is a card, and each of its cells names its column.",
    show: ({ messages: { report } }) => (
      <DataTable
        label={`${report.sections.chart} (3)`}
        columns={Array.from({ length: 5 }, (_, index) => `Spalte ${index + 1}`)}
        numbers={[4]}
        rows={["eins", "zwei"].map((name) => ({ key: name, cells: [name, "ein Satz, der länger ist als die Spalte", "–", "kurz", "12"] }))}
      />
    ),
  },
];
