import type { ActionFunctionArgs } from "@remix-run/node";
import { mostInBatch } from "../../core/mappe/batch";
import type { OpenMappe } from "../mappe-access";
import { localeFor, readForm, refusal } from "../request";
import { batchChoice } from "./batch-choice";
import { keptOptions, readBatchOptions } from "./batch-wish";

/**
 * Keeps what a form asks for as a batch, and has it worked on.
 * @returns the id of the batch; `own-open` where one of the Mappe is under way, `nobody` where the choice leaves nobody.
 * @throws a refusal where there is too much to do in all, or too many were asked for from this address.
 */
export async function startBatch(
  mappe: OpenMappe,
  { request, context }: ActionFunctionArgs,
): Promise<{ id: string } | "own-open" | "nobody"> {
  const search = new URLSearchParams();
  for (const [name, value] of await readForm(request)) if (typeof value === "string") search.append(name, value);
  if (!readBatchOptions(search)) throw refusal("bad-request");
  const { ids } = await batchChoice(mappe, search, context, localeFor(request));
  if (ids.length === 0) return "nobody";
  if ((await mappe.batches.list()).some(({ finishedAt }) => finishedAt === null)) return "own-open";
  const { BATCHES_IN_ALL: open, BATCH_IN_ALL_MEGABYTES: megabytes } = context.environment;
  await context.batches.admit(Math.min(ids.length, mostInBatch));
  const wish = { options: keptOptions(search), origin: context.origin, day: context.today, assessmentIds: ids };
  const started = await mappe.batches.start(wish, { open, bytes: megabytes * 1_000_000 });
  if (started === "full") throw refusal("busy");
  if (started !== "own-open") context.batches.wake();
  return started;
}
