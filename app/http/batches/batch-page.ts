import type { LoaderFunctionArgs } from "@remix-run/node";
import type { OpenMappe } from "../access/held-mappe";
import { openMappe, refusal } from "../request";
import type { MappeBatch } from "./batches-of";

/** The batch that the address names, for whoever opens its Mappe. @throws a refusal where there is none, or its time is over. */
export async function openBatch(args: LoaderFunctionArgs): Promise<{ mappe: OpenMappe; batch: MappeBatch }> {
  const mappe = await openMappe(args);
  const batch = await mappe.batches.find(args.params.batch ?? "");
  if (!batch) throw refusal("not-found");
  return { mappe, batch };
}

/** Changes whenever the page of a batch does. */
export const batchTag = ({ made, failed, finishedAt }: MappeBatch): string =>
  [made, failed, finishedAt === null ? "open" : "over"].join(" ");
