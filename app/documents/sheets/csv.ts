import type { Table } from "./tables/table";

/**
 * `german`: as German Excel opens it by double click, with a byte order mark, semicolons and decimal commas.
 * `plain`: as programs read it (RFC 4180), without a mark, with commas and decimal points.
 */
export type CsvFlavour = "german" | "plain";

/**
 * Rows as a CSV file. In both flavours a text that a spreadsheet would take for a formula gets an apostrophe in front:
 * whoever opens the file by double click must not run what a stranger has typed. The exact text stands in the JSON files.
 */
export function toCsv(rows: (string | number | null)[][], flavour: CsvFlavour = "german"): string {
  const [mark, separator, decimal] = flavour === "german" ? ["\uFEFF", ";", ","] : ["", ",", "."];
  const cell = (value: string | number | null) => {
    const text = typeof value === "number" ? numberIn(value, flavour).replace(".", decimal) : defused(value ?? "");
    return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${mark}${rows.map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}

/** One table as one file, its headings first. */
export function tableAsCsv({ columns, rows }: Pick<Table, "columns" | "rows">, flavour: CsvFlavour): string {
  return toCsv([columns.map(({ title }) => title), ...rows], flavour);
}

/** People get four decimals, not the dust of binary fractions; programs get the number as it was worked out. */
const numberIn = (value: number, flavour: CsvFlavour) => String(flavour === "german" ? Number(value.toFixed(4)) : value);

/** Also in full width, as East Asian spreadsheets take it, and behind a pipe, as old ones call programs. */
const formulaLike = /^\s*[=+\-@|＝＋－＠｜\t\r]/;

function defused(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text;
}

/** A text as it was before it was written into a CSV file. */
export function undefused(text: string): string {
  return text.startsWith("'") && formulaLike.test(text.slice(1)) ? text.slice(1) : text;
}
