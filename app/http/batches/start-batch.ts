import type { Owner } from "../../jobs/waiting-line";
import type { BatchLimits } from "../../../db/batches";
import type { OpenMappe } from "../access/held-mappe";
import type { Services } from "../services";
import { keptOptions } from "./batch-wish";

/** What lets a request have documents made beside the server, and how long these are kept. */
export type BatchDoor = {
  limits: BatchLimits;
  keptHours: number;
  /** Counts what is to be made. @throws a refusal where too much was asked for within the hour. */
  admit(documents: number): Promise<void>;
  /** Has what was started worked on at once. */
  wake(): void;
};

/** @param owner on whose account the request goes. */
export function batchDoorOf(
  { environment, admission, batches }: Pick<Services, "environment" | "admission" | "batches">,
  owner: Owner,
): BatchDoor {
  const { BATCHES_IN_ALL: open, BATCH_IN_ALL_MEGABYTES: megabytes, BATCH_HOURS: keptHours } = environment;
  return {
    ...{ limits: { open, bytes: megabytes * 1_000_000 }, keptHours },
    admit: (documents) => admission.count("download", owner, documents),
    wake: () => batches.wake(),
  };
}

/**
 * Keeps what is asked for as a batch, and has it worked on.
 * @param wish `options` as an address names them; `ids` of whom, as many as a batch takes.
 * @returns the id of the batch; `own-open` where one of the Mappe is under way, `full` where there is too much to do in all.
 * @throws a refusal where too many were asked for from here.
 */
export async function startBatch(
  { batches }: Pick<OpenMappe, "batches">,
  { options, ids }: { options: URLSearchParams; ids: string[] },
  { door, origin, today }: { door: BatchDoor; origin: string; today: string },
): Promise<{ id: string } | "own-open" | "full"> {
  if ((await batches.list()).some(({ finishedAt }) => finishedAt === null)) return "own-open";
  await door.admit(ids.length);
  const started = await batches.start({ options: keptOptions(options), origin, day: today, assessmentIds: ids }, door.limits);
  if (typeof started !== "string") door.wake();
  return started;
}
