import type { Knex } from "knex";
import { z } from "zod";
import { organisationSchema, type Organisation } from "../app/core/assessment/assessment";
import {
  batchFaultSchema,
  batchItemStateSchema,
  mostBatches,
  type BatchFault,
  type BatchItemState,
  type BatchProgress,
} from "../app/core/mappe/batch";
import { trackSchema, type Track } from "../app/core/vocabulary";
import type { Database } from "./connection";
import { countRows } from "./count-rows";
import { jsonColumn } from "./json-column";
import { enqueueEvent } from "./webhooks";
import { newId } from "./new-id";

const batchSchema = z.object({
  id: z.string(),
  mappe_id: z.string(),
  options: z.string(),
  origin: z.string(),
  day: z.string(),
  created_at: z.string(),
  summed: z.number().nullable(),
  finished_at: z.string().nullable(),
});
const countsSchema = z.object({ all: z.coerce.number(), made: z.coerce.number(), failed: z.coerce.number() });
const itemSchema = z.object({
  position: z.number(),
  assessment_id: z.string(),
  state: batchItemStateSchema,
  file_name: z.string().nullable(),
  fault: batchFaultSchema.nullable(),
  client_key: z.string().nullable(),
  consented_at: z.string().nullable(),
  sharing: z.string().nullable(),
  track: trackSchema,
  organisation: jsonColumn(organisationSchema),
});

/** A batch as it is kept. `options` as an address names them; `day` is an ISO day; times are ISO 8601 in UTC. */
export type StoredBatch = {
  id: string;
  mappeId: string;
  options: string;
  origin: string;
  day: string;
  createdAt: string;
  /** How many organisations the workbook over all is about; null: there is none. */
  summed: number | null;
  finishedAt: string | null;
};

/** The document of one organisation in a batch. */
export type BatchItem = {
  position: number;
  assessmentId: string;
  state: BatchItemState;
  fileName: string | null;
  fault: BatchFault | null;
  /** By which whoever runs the Mappe calls the organisation. */
  clientKey: string | null;
  /** Whether the Mappe still sees it. */
  isShared: boolean;
  track: Track;
  organisation: Organisation;
};

/** What became of an item. `bytes` on disk. */
export type BatchItemResult = { fileName: string; bytes: number } | { fault: BatchFault };

export type BatchLimits = {
  /** Batches in all that are not finished. */
  open: number;
  /** Bytes of files in all, with those that are yet to be made. */
  bytes: number;
};

/** What an average document takes, for those that are yet to be made. */
const bytesOfDocument = 600_000;

/** Batches and how far they are. Each is worked on by one process at a time, and by another where that has ended. */
export function batchStore(database: Database) {
  const batches = () => database("batches");
  const items = (batchId: string) => database("batch_items").where({ batch_id: batchId });
  const isOpen = () => batches().whereNull("finished_at");
  /** Those that no process works on. */
  const free = (now: Date) => isOpen().where((either) => void either.whereNull("leased_until").orWhere("leased_until", "<", now.toISOString())); // prettier-ignore

  async function itemsOf(batchId: string, only: (query: Knex.QueryBuilder) => unknown = () => undefined): Promise<BatchItem[]> {
    const query = items(batchId)
      .join("batches", "batches.id", "batch_items.batch_id")
      .join("assessments", "assessments.id", "batch_items.assessment_id")
      .leftJoin("mappe_assessments", (on) =>
        on.on("mappe_assessments.mappe_id", "batches.mappe_id").andOn("mappe_assessments.assessment_id", "batch_items.assessment_id"),
      )
      .whereNull("assessments.removed_at")
      .orderBy("batch_items.position")
      .select("position", "batch_items.assessment_id", "state", "file_name", "fault", "client_key", "consented_at", "sharing")
      .select("assessments.track", "assessments.organisation");
    only(query);
    const rows: unknown[] = await query;
    return rows.map((row) => {
      const { position, assessment_id, state, file_name, fault, client_key, consented_at, sharing, track, organisation } =
        itemSchema.parse(row);
      return {
        ...{ position, assessmentId: assessment_id, state, fileName: file_name, fault, track, organisation },
        clientKey: client_key,
        isShared: consented_at !== null && sharing !== "ring",
      };
    });
  }

  async function bytesInAll(transaction: Database): Promise<number> {
    const row: unknown = await transaction("batch_items")
      .select(transaction.raw("coalesce(sum(bytes), 0) as bytes, sum(case when state = 'waiting' then 1 else 0 end) as open"))
      .first();
    const { bytes, open } = z.object({ bytes: z.coerce.number(), open: z.coerce.number() }).parse(row);
    return bytes + open * bytesOfDocument;
  }

  return {
    /**
     * Keeps what is to be made. The oldest that are finished make room where the Mappe keeps as many as it may.
     * @returns its id; `own-open` where one of the Mappe is under way; `full` where there is too much in all, or no Mappe any more.
     */
    create: (
      { mappeId, assessmentIds, ...wish }: Omit<StoredBatch, "id" | "createdAt" | "summed" | "finishedAt"> & { assessmentIds: string[] },
      limits: BatchLimits,
      now: Date,
    ): Promise<{ id: string } | "own-open" | "full"> =>
      database.transaction(async (transaction) => {
        // Locks the row, so that two who ask at once do not both find that none is under way.
        if ((await transaction("mappen").where({ id: mappeId }).update({ id: mappeId })) === 0) return "full";
        const own = await transaction("batches").where({ mappe_id: mappeId }).orderBy("created_at", "desc").orderBy("id").select<{ id: string; finished_at: string | null }[]>("id", "finished_at"); // prettier-ignore
        if (own.some(({ finished_at }) => finished_at === null)) return "own-open";
        const open = await countRows(transaction("batches").whereNull("finished_at"));
        const bytes = (await bytesInAll(transaction)) + assessmentIds.length * bytesOfDocument;
        if (open >= limits.open || bytes > limits.bytes) return "full";
        const past = own.slice(mostBatches - 1).map(({ id }) => id);
        await transaction("batches").whereIn("id", past).delete();
        const [id, time] = [newId(), now.toISOString()];
        await transaction("batches").insert({ id, mappe_id: mappeId, ...wish, created_at: time, worked_at: time });
        const rows = assessmentIds.map((assessment_id, index) => ({ batch_id: id, position: index + 1, assessment_id, state: "waiting", bytes: 0 })); // prettier-ignore
        for (let from = 0; from < rows.length; from += perStatement)
          await transaction("batch_items").insert(rows.slice(from, from + perStatement));
        return { id };
      }),

    /** Those of a Mappe, the latest first, with how far they are; by one query. */
    async list(mappeId: string): Promise<(StoredBatch & BatchProgress)[]> {
      const count = (state: string) => database.raw("coalesce(sum(case when state = ? then 1 else 0 end), 0) as ??", [state, state]);
      const rows: unknown[] = await batches()
        .leftJoin("batch_items", "batch_items.batch_id", "batches.id")
        .where({ mappe_id: mappeId })
        .groupBy("batches.id")
        .orderBy("batches.created_at", "desc")
        .orderBy("batches.id")
        .select("batches.*", database.raw("count(batch_items.position) as ??", ["all"]), count("made"), count("failed"));
      return rows.map((row) => ({ ...toBatch(row), ...countsSchema.parse(row) }));
    },

    items: (batchId: string) => itemsOf(batchId),

    /**
     * Takes the batch that has waited longest for this process alone, with its next document.
     * @param milliseconds for which it is taken; `renew` makes it longer.
     * @returns null where nothing is to be done; `item` is null where all are done and the batch is to be finished.
     */
    async claim(milliseconds: number, now: Date): Promise<{ batch: StoredBatch; item: BatchItem | null } | null> {
      const row: unknown = await free(now).orderBy("worked_at").orderBy("id").first();
      if (!row) return null;
      const batch = toBatch(row);
      const until = new Date(now.getTime() + milliseconds).toISOString();
      const taken = await free(now).where({ id: batch.id }).update({ leased_until: until, worked_at: now.toISOString() });
      if (taken === 0) return this.claim(milliseconds, now);
      const [item = null] = await itemsOf(batch.id, (query) => query.where({ state: "waiting" }).limit(1));
      return { batch, item };
    },

    async renew(id: string, milliseconds: number, now: Date): Promise<void> {
      await isOpen()
        .where({ id })
        .update({ leased_until: new Date(now.getTime() + milliseconds).toISOString() });
    },

    /** Lets other batches, and other processes, come in between. */
    async release(id: string): Promise<void> {
      await batches().where({ id }).update({ leased_until: null });
    },

    async settle(batchId: string, position: number, result: BatchItemResult): Promise<void> {
      const columns =
        "fault" in result
          ? { state: "failed", fault: result.fault }
          : { state: "made", file_name: result.fileName, bytes: result.bytes, fault: null };
      await items(batchId).where({ position }).update(columns);
    },

    /** What is waiting still is of assessments that have been removed meanwhile. */
    finish: (id: string, summed: number | null, now: Date): Promise<void> =>
      database.transaction(async (transaction) => {
        const open = () => transaction("batches").where({ id }).whereNull("finished_at");
        // Locks it: of two who finish it, one tells of it.
        if ((await open().update({ id })) === 0) return;
        await transaction("batch_items")
          .where({ batch_id: id, state: "waiting" })
          .update({ state: "failed", fault: "gone" satisfies BatchFault });
        const { mappe_id } = batchSchema.parse(await open().first());
        await open().update({ finished_at: now.toISOString(), leased_until: null, summed });
        await enqueueEvent(transaction, mappe_id, "batch.done", { batchId: id }, now);
      }),

    /** @returns whether there was one. */
    remove: async (id: string, mappeId: string): Promise<boolean> => (await batches().where({ id, mappe_id: mappeId }).delete()) > 0,

    removeFinishedBefore: (date: Date): Promise<number> => batches().where("finished_at", "<", date.toISOString()).delete<number>(),

    /** The documents that the Mappe may still hand out, by batch: a file of any other is nobody's. */
    async kept(): Promise<Map<string, Set<number>>> {
      const rows: { id: string; position: number | null }[] = await batches()
        .leftJoin("mappe_assessments", (on) =>
          on.on("mappe_assessments.mappe_id", "batches.mappe_id").andOnNotNull("consented_at").andOnNotIn("sharing", ["ring"]),
        )
        .leftJoin("batch_items", (on) =>
          on.on("batch_items.batch_id", "batches.id").andOn("batch_items.assessment_id", "mappe_assessments.assessment_id"),
        )
        .select("batches.id", "batch_items.position");
      const kept = new Map<string, Set<number>>();
      for (const { id, position } of rows) {
        const positions = kept.get(id) ?? new Set();
        kept.set(id, position === null ? positions : positions.add(position));
      }
      return kept;
    },
  };
}

/** Few enough for the variables that SQLite takes in a statement. */
const perStatement = 100;

function toBatch(row: unknown): StoredBatch {
  const { mappe_id, created_at, finished_at, ...same } = batchSchema.parse(row);
  return { ...same, mappeId: mappe_id, createdAt: created_at, finishedAt: finished_at };
}
