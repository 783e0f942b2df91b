import { readCsv } from "../../app/intake/sheets/read-csv";

/** The rows of a CSV file as the product reads it: of the ways to read it, the one with most columns. Lines end in line feeds. */
export function csvRows(bytes: Uint8Array): string[][] {
  const text = new TextDecoder().decode(bytes);
  const [widest = []] = readCsv(text.replace(/\r?\n$/, "")).sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  return widest;
}
