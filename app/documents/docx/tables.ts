import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType, type ParagraphChild } from "docx";
import { areLarge, inRows, isLongRow, staysOnAPage } from "../blocks";
import type { BlockOf } from "../document";
import type { Look } from "../theme";
import { colour, textWidth } from "./look";
import { style } from "./styles";
import { runsOf, textRuns } from "./words";

/** @param short whether this is a short paper, whose tables stay on a page. */
export function dataTable({ columns, rows }: BlockOf<"table">, look: Look, short: boolean): Table {
  const whole = short && staysOnAPage(rows);
  const widths = split(columns.map(({ share }) => share), look); // prettier-ignore
  const alignment = columns.map(({ numeric }) => (numeric ? AlignmentType.RIGHT : AlignmentType.LEFT));
  const row = (cells: ParagraphChild[][], header: boolean, cantSplit: boolean, keepNext: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit,
      children: cells.map((children, index) =>
        cell(widths[index] ?? 0, [
          new Paragraph({ style: header ? style.head : style.cell, alignment: alignment[index], keepNext, children }),
        ]),
      ),
    });
  return table(style.table, widths, { firstRow: true, firstColumn: true }, [
    row(columns.map(({ title }) => textRuns(title)), true, true, true), // prettier-ignore
    ...rows.map((cells, index) => row(cells.map(runsOf), false, !isLongRow(cells), whole && index < rows.length - 1)), // prettier-ignore
  ]);
}

/** @param short see `dataTable`. */
export function factsTable({ facts }: BlockOf<"facts">, look: Look, short: boolean): Table {
  const whole = short && staysOnAPage(facts);
  const widths = split([look.termWidth, look.width - 2 * look.side - look.termWidth], look);
  return table(
    style.facts,
    widths,
    { firstRow: false, firstColumn: true },
    facts.map(
      ({ term, words }, index) =>
        new TableRow({
          cantSplit: !isLongRow([words]),
          children: [
            cell(widths[0] ?? 0, [
              new Paragraph({ style: style.term, keepNext: whole && index < facts.length - 1, children: textRuns(term) }),
            ]),
            cell(widths[1] ?? 0, [new Paragraph({ style: style.cell, children: runsOf(words) })]),
          ],
        }),
    ),
  );
}

/** Each number with its label and note, side by side. */
export function numbersTable({ numbers }: BlockOf<"numbers">, look: Look): Table {
  const rows = inRows(numbers);
  const widths = split((rows[0] ?? []).map(() => 1), look); // prettier-ignore
  const value = areLarge(numbers) ? style.number : style.longNumber;
  return table(
    style.numbers,
    widths,
    { firstRow: false, firstColumn: false },
    rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (number, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                ...(number && { shading: { fill: colour.hued, color: "auto", type: "clear" } }),
                children: number ? keyNumber(number, value) : [new Paragraph({ style: style.cell })],
              }),
          ),
        }),
    ),
  );
}

function keyNumber({ label, value, note }: BlockOf<"numbers">["numbers"][number], look: string): Paragraph[] {
  return [
    new Paragraph({ style: style.numberLabel, children: textRuns(label) }),
    new Paragraph({ style: look, children: textRuns(value) }),
    ...(note === null ? [] : [new Paragraph({ style: style.numberNote, children: textRuns(note) })]),
  ];
}

/** Short lists side by side, each under its heading. Word breaks real columns badly, and one row is read in its order. */
export function columnsTable(columns: { children: Paragraph[] }[], look: Look): Table {
  const widths = split(columns.map(() => 1), look); // prettier-ignore
  const row = new TableRow({ cantSplit: true, children: columns.map(({ children }, index) => cell(widths[index] ?? 0, children)) });
  return table(style.columns, widths, { firstRow: false, firstColumn: false }, [row]);
}

function table(named: string, widths: number[], tableLook: { firstRow: boolean; firstColumn: boolean }, rows: TableRow[]): Table {
  return new Table({
    style: named,
    tableLook: { ...tableLook, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows,
  });
}

function cell(width: number, children: Paragraph[]): TableCell {
  return new TableCell({ width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.TOP, children });
}

/** The width of the text, divided by these shares. */
function split(shares: number[], look: Look): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / whole) * textWidth(look)));
}
