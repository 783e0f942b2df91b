import type { FaultCode } from "./save-file";

/** What is wrong with a table of clients as a table; what is wrong with an answer has the codes of save files. */
export type TableFaultCode =
  | "unreadable" | "old-excel" | "table-too-large" | "no-clients" | "hidden-sheet" | "unknown-column" | "unknown-question"
  | "repeated-column"
  | "missing-column" | "formula-without-value" | "repeated-key" | "repeated-client"; // prettier-ignore

/**
 * One fault of a table. Rows count from 1, `cell` is named as spreadsheets do ("C5", or "Tabelle2!C5" where there are
 * several tables), `column` by its heading; `value` is what stands there, `client` whose row it is, `suggestion` the
 * nearest right name. Null where the fault has no such thing.
 */
export type ClientFault = {
  row: number | null;
  column: string | null;
  cell: string | null;
  code: FaultCode | TableFaultCode;
  value: string | null;
  client: string | null;
  suggestion: string | null;
};
