import { parseSaveFileText, type SaveFileResult } from "../core/assessment/save-file";
import { decodeText } from "./decode-text";

/** A save file as it came in, from its bytes on. @returns the assessment, or every fault with its path. */
export function readSaveFile(bytes: Uint8Array, models: Parameters<typeof parseSaveFileText>[1]): SaveFileResult {
  const decoded = decodeText(bytes);
  if (decoded.text !== null) return parseSaveFileText(decoded.text, models);
  const found = decoded.encoding === null ? {} : { found: decoded.encoding };
  return { assessment: null, writtenUnder: null, faults: [{ path: "", code: "wrong-encoding", ...found }] };
}
