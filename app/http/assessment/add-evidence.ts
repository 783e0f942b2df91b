import { mostEvidenceFiles, type EvidenceFault, type EvidenceFile, type EvidenceType } from "../../core/assessment/evidence-file";
import { filesAt, isFileNamed } from "../../core/assessment/files-of";
import type { Moment } from "../../core/day";
import type { Actor } from "../../core/changes/change";
import { fileChange } from "../../core/changes/changes-of";
import type { Stores } from "../../../db/index";
import type { StoredAssessment } from "../../../db/stored-assessment";
import { checksumOf } from "../../../db/evidence-files";

/** A file that has been looked at: what it is called and is. */
export type GivenEvidence = { name: string; type: EvidenceType; bytes: Uint8Array };

/** Bytes that the files of an assessment, and all files together, may take. */
export type EvidenceLimits = { ofAssessment: number; inAll: number };

type Wish = { item: string; given: GivenEvidence; limits: EvidenceLimits };

/**
 * Keeps a file and names it beside an answer. Its bytes come first: what stands in the database is on disk. A file that an opened save
 * file names without bringing it is complete once somebody gives it again.
 * @returns why not, or null.
 */
export async function addEvidence(
  { answers, evidenceFiles, assessments }: Pick<Stores, "answers" | "evidenceFiles" | "assessments">,
  assessment: StoredAssessment,
  { item, given: { name, type, bytes }, limits }: Wish,
  { now, today }: Moment,
  by: Actor,
): Promise<EvidenceFault | null> {
  const { id } = assessment;
  const sha256 = checksumOf(bytes);
  const isHere = (await evidenceFiles.list(id)).includes(sha256);
  const isNamed = filesAt(assessment, item).some((file) => file.sha256 === sha256);
  if (isNamed && isHere) return "there-already";
  if (!isHere && (await evidenceFiles.bytesOf(id)) + bytes.length > limits.ofAssessment) return "quota";
  if (!isHere && (await evidenceFiles.bytesInAll()) + bytes.length > limits.inAll) return "full";
  await evidenceFiles.put(id, bytes);
  const add = (kept: Pick<StoredAssessment, "answers" | "previous">) => {
    const files = filesAt(kept, item);
    const file: EvidenceFile = { name, type, bytes: bytes.length, sha256, date: today, by };
    if (files.some((one) => one.sha256 === sha256)) return Promise.resolve({ files, changes: [] });
    if (files.length >= mostEvidenceFiles) return Promise.resolve("too-many" as const);
    return Promise.resolve({ files: [...files, file], changes: [fileChange(item, null, type)] });
  };
  const changed = await answers.changeFiles(id, item, add, now, by);
  const left = await assessments.find(id);
  if (!left || !isFileNamed(left, sha256)) await evidenceFiles.remove(id, sha256);
  return changed?.fault ?? null;
}
