import { evidenceTables, type Table } from "./tables";

/**
 * Recomputes what the method page says of the rating band, the secured stage and the quick check. A simulation is no
 * validation: it shows what follows where people err as assumed here, not that they do.
 *
 *   npm run evidence
 */
const size = { organisations: 600, draws: 300 };

function print({ title, head, rows }: Table): void {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  console.log([`\n${title}`, line(head), ...rows.map(line)].join("\n"));
}

console.log(`${size.organisations} organisations a row, ${size.draws} draws a band. Shares in per cent, all else in points of 0–100.`);
console.log("Three numbers: questions that hang together weakly / as assumed / strongly. RMSE: root of the mean squared error.");
evidenceTables(size).forEach(print);
