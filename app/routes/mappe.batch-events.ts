import type { LoaderFunctionArgs } from "@remix-run/node";
import { batchTag, openBatch } from "../http/batches/batch-page";

/** Says that the page of a batch has changed. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { mappe, batch } = await openBatch(args);
  const look = async () => {
    const now = await mappe.batches.find(batch.id);
    return now && now.finishedAt === null ? batchTag(now) : null;
  };
  return args.context.follow({ name: `batch ${batch.id}`, look });
}
