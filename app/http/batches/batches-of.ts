import type { BatchItem, BatchLimits, StoredBatch } from "../../../db/batches";
import type { Stores } from "../../../db/index";
import type { Act } from "../../core/mappe/audit";
import type { BatchProgress } from "../../core/mappe/batch";

/** What is to be made of whom. `options` as an address names them; `origin` for links in documents; `day` is an ISO day. */
type BatchWish = { options: string; origin: string; day: string; assessmentIds: string[] };

/** A batch of a Mappe, with how far it is. */
export type MappeBatch = StoredBatch & BatchProgress;

/** The batches of a Mappe, for everybody who opens it: what is in them, each of them may read. */
export function batchesOf(
  { batches, batchFiles, mappeAudit }: Pick<Stores, "batches" | "batchFiles" | "mappeAudit">,
  mappeId: string,
  act: Act,
) {
  const list = () => batches.list(mappeId);
  const find = async (id: string): Promise<MappeBatch | null> => (await list()).find((one) => one.id === id) ?? null;
  return {
    list,
    find,
    start: (wish: BatchWish, limits: BatchLimits) => batches.create({ mappeId, ...wish }, limits, act.now),
    /** Those whose assessments are still there. @throws where the batch is none of this Mappe. */
    async items(id: string): Promise<BatchItem[]> {
      if (!(await find(id))) throw new Error("The batch is none of this Mappe.");
      return batches.items(id);
    },
    /** A file of a batch that `find` has given: a position, or `all`. */
    file: (batch: MappeBatch, name: string) => batchFiles.read(batch.id, name),
    /** Tells the audit that files of these assessments are taken away. */
    async took(assessmentIds: string[]): Promise<void> {
      for (const of of assessmentIds) await mappeAudit.look(mappeId, { what: "assessment-file", of, detail: null }, act);
    },
    /** Ends it where it is under way, and deletes what was made. */
    async discard(id: string): Promise<void> {
      if (await batches.remove(id, mappeId)) await batchFiles.removeAll(id);
    },
  };
}
