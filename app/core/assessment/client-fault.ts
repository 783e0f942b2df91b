import type { FaultCode } from "./save-file";

/** What is wrong with a table of clients as a table; what is wrong with an answer has the codes of save files. */
export type TableFaultCode = "unreadable" | "no-clients" | "unknown-column" | "repeated-column" | "missing-column";

/** Rows count from 1, `cell` is named as spreadsheets do ("C5"), `column` by its heading; null where the fault has no such place. */
export type ClientFault = { row: number | null; column: string | null; cell: string | null; code: FaultCode | TableFaultCode };
