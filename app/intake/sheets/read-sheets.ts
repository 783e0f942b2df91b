import { strFromU8, unzipSync } from "fflate";
import { decodeText } from "../decode-text";
import { readCsv } from "./read-csv";
import { readOds } from "./read-ods";
import { readXlsx } from "./read-xlsx";
import { TooLargeError, type Sheet, type SheetsFault } from "./sheet";

/** A table as it may be read: its sheets, in one way or in several of which one makes sense. */
export type Sheets = { readings: Sheet[][] } | { fault: SheetsFault; found: string | null };

const mostBytes = 32 * 1024 ** 2;
const ods = "application/vnd.oasis.opendocument.spreadsheet";

/** Reads a table from XLSX, ODS or CSV. What the file is, its bytes tell; what it is called does not count. */
export function readSheets(bytes: Uint8Array): Sheets {
  const fault = (code: SheetsFault, found: string | null = null) => ({ fault: code, found });
  if (bytes.length === 0) return fault("unreadable");
  if (bytes.length > mostBytes) return fault("table-too-large");
  try {
    if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fault("old-excel");
    if (beginsWith(bytes, [0x50, 0x4b])) return { readings: [isOds(bytes) ? readOds(bytes) : readXlsx(bytes)] };
  } catch (error) {
    return fault(error instanceof TooLargeError ? "table-too-large" : "unreadable");
  }
  const decoded = decodeText(bytes);
  if (decoded.text === null) return decoded.encoding === null ? fault("unreadable") : fault("wrong-encoding", decoded.encoding);
  return { readings: readCsv(decoded.text).map((rows) => [{ name: "", hidden: false, rows }]) };
}

const beginsWith = (bytes: Uint8Array, head: number[]) => head.every((byte, index) => bytes[index] === byte);

/** An OpenDocument file says what it is in a part of its own. */
function isOds(bytes: Uint8Array): boolean {
  const { mimetype } = unzipSync(bytes, { filter: ({ name, originalSize }) => name === "mimetype" && originalSize < 200 });
  return mimetype !== undefined && strFromU8(mimetype).startsWith(ods);
}
