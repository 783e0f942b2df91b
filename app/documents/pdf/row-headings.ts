/**
 * Makes the first cell of every row the row's heading, so that a screen reader says it before the other cells. Typst 0.14 has
 * a way to say so (`pdf.header-cell`), but behind a feature that its compiler for Node does not open. The structure in the
 * files it writes is plain text, so the words are exchanged afterwards, for others of the same length: nothing moves.
 * @param pdf as Typst wrote it.
 * @throws Error where the file is written in another way: then the compiler has changed.
 */
export function tagRowHeaders(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf);
  const positions = objectPositions(file);
  for (const position of positions) {
    const cell = firstCell(objectAt(file, position));
    if (cell !== null) head(file, positions[cell] ?? 0);
  }
  return file;
}

/** Where each object begins, by its number; 0 for the one that is none. */
function objectPositions(file: Buffer): number[] {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString("latin1", file.length - 60))?.[1]);
  const table = /^xref\n0 \d+\n((?:\d{10} \d{5} [nf]\r\n)+)trailer/.exec(file.toString("latin1", start || file.length))?.[1];
  if (!table) throw new Error("The PDF file has no plain table of its objects.");
  return table.trimEnd().split("\r\n").map((entry) => (entry.endsWith("n") ? Number(entry.slice(0, 10)) : 0)); // prettier-ignore
}

/** The beginning of an object: more than a row or a cell of a table ever needs. */
const objectAt = (file: Buffer, position: number) => file.toString("latin1", position, position + 1000).split("endobj")[0] ?? "";

/** The number of the row's first cell; null where the object is no row. */
function firstCell(object: string): number | null {
  if (!object.includes("/Type /StructElem") || !/\/S \/TR\s/.test(object)) return null;
  return Number(/\/K \[(\d+) 0 R/.exec(object)?.[1] ?? NaN) || null;
}

/** What heads a row names no column as its own heading. */
function head(file: Buffer, position: number): void {
  const object = objectAt(file, position);
  const [columns] = /\/Headers \[[^\]]+\]/.exec(object) ?? [];
  const kind = object.indexOf("/S /TD");
  if (kind < 0 || !columns) return;
  file.write("/S /TH", position + kind, "latin1");
  file.write("/Scope /Row".padEnd(columns.length), position + object.indexOf(columns), "latin1");
}
