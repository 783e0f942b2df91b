import { parseSaveFileText, type SaveFileResult } from "../core/assessment/save-file";
import { decodeText } from "./decode-text";

/** A save file as it came in, from its bytes on. @returns the assessment, or every fault with its path. */
export function readSaveFile(bytes: Uint8Array, questionnaires: Parameters<typeof parseSaveFileText>[1]): SaveFileResult {
  const decoded = decodeText(bytes);
  if (decoded.text !== null) return parseSaveFileText(decoded.text, questionnaires);
  const found = decoded.encoding === null ? {} : { found: decoded.encoding };
  return { assessment: null, faults: [{ path: "", code: "wrong-encoding", ...found }] };
}
