import { parseSaveFileText, type SaveFileResult } from "../core/assessment/parse-save-file";
import { toldFaults } from "../core/assessment/save-file";
import { decodeText } from "./decode-text";

/** A save file as it came in, from its bytes on. @returns the assessment, or every fault with its path. */
export function readSaveFile(bytes: Uint8Array, models: Parameters<typeof parseSaveFileText>[1]): SaveFileResult {
  const decoded = decodeText(bytes);
  if (decoded.text !== null) return parseSaveFileText(decoded.text, models);
  const { encoding } = decoded;
  // What is no text at all, such as a picture, is in no encoding that somebody could change.
  const fault =
    encoding === null ? ({ path: "", code: "not-json" } as const) : ({ path: "", code: "wrong-encoding", found: encoding } as const);
  return { assessment: null, writtenUnder: null, faults: [fault] };
}

/** What a save file holds, or the first of its faults and how many there are in all. */
export type SaveFileReading = SaveFileResult & { faultCount: number };

export function readCounted(bytes: Uint8Array, models: Parameters<typeof readSaveFile>[1]): SaveFileReading {
  const result = readSaveFile(bytes, models);
  const faultCount = result.faults.length;
  return result.assessment ? { ...result, faultCount } : { ...result, faultCount, faults: result.faults.slice(0, toldFaults) };
}
