import { z } from "zod";

/** How far the document of one organisation is. */
export const batchItemStateSchema = z.enum(["waiting", "made", "failed"]);
export type BatchItemState = z.infer<typeof batchItemStateSchema>;

/** Why a document was not made: the Mappe may not see its assessment any more; it took more than any may; or something of ours broke. */
export const batchFaultSchema = z.enum(["gone", "limit", "broken"]);
export type BatchFault = z.infer<typeof batchFaultSchema>;

/** How many organisations one batch takes, and how many batches a Mappe keeps: the oldest makes room for a new one. */
export const mostInBatch = 200;
export const mostBatches = 3;

/** `all` counts organisations; of those that are neither made nor failed the turn is yet to come. */
export type BatchProgress = { all: number; made: number; failed: number };
