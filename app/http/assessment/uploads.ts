import { evidenceName, type EvidenceFault } from "../../core/assessment/evidence-file";
import { readEvidenceFile } from "../../intake/read-evidence-file";
import { scanFile } from "../../intake/scan-file";
import type { EvidenceLimits, GivenEvidence } from "./add-evidence";
import type { Environment } from "../environment";

type Settings = Pick<Environment, "CLAMAV" | "EVIDENCE_FILE_MEGABYTES" | "EVIDENCE_MEGABYTES" | "EVIDENCE_IN_ALL_MEGABYTES">;

const bytesPerMegabyte = 1024 * 1024;
export const evidenceFileBytes = ({ EVIDENCE_FILE_MEGABYTES }: Pick<Settings, "EVIDENCE_FILE_MEGABYTES">): number =>
  EVIDENCE_FILE_MEGABYTES * bytesPerMegabyte;
export const evidenceLimits = ({ EVIDENCE_MEGABYTES, EVIDENCE_IN_ALL_MEGABYTES }: Settings): EvidenceLimits => ({
  ofAssessment: EVIDENCE_MEGABYTES * bytesPerMegabyte,
  inAll: EVIDENCE_IN_ALL_MEGABYTES * bytesPerMegabyte,
});

/**
 * Looks at a file before anything is kept of it: what its bytes say it is, and what a scanner says where one is set up. Where that does
 * not answer, the file is not taken.
 * @param outside waits for the scanner without taking a place at the door.
 */
export async function checkUpload(
  file: File,
  settings: Settings,
  outside: <Result>(work: Promise<Result>) => Promise<Result>,
): Promise<GivenEvidence | { fault: EvidenceFault }> {
  if (file.size > evidenceFileBytes(settings)) return { fault: "too-large" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readEvidenceFile(bytes);
  if ("fault" in read) return read;
  const scanned = settings.CLAMAV === undefined ? "clean" : await outside(scanFile(bytes, settings.CLAMAV));
  if (scanned !== "clean") return { fault: scanned === "infected" ? "infected" : "not-scanned" };
  return { name: evidenceName(file.name, read.type), type: read.type, bytes };
}
