import type { BatchItem, StoredBatch } from "../../../db/batches";
import { storageFaultOf } from "../../../db/explain-fault";
import { OwnShareError, TooBusyError } from "../../jobs/pool";
import type { BatchServices } from "./batch-services";
import { makeItem, makeWorkbook } from "./make-item";

/** A process that has said nothing for so long is taken to have ended; it speaks three times as often. */
const leaseMilliseconds = 9_000;
/** How often is looked for what another process has left or taken in. */
const lookMilliseconds = 3_000;
/** After what is wrong with the machine, or where others have more than enough to do. */
const pauseMilliseconds = 5_000;
const sweepMilliseconds = 10 * 60_000;
const hour = 60 * 60_000;

/** Works on batches beside everything else, one document after the other. */
export type Batches = {
  /** Looks for work from now on, also for what a process before this one has left, and deletes what is over. */
  start(): void;
  /** There is work. */
  wake(): void;
  /** What is under way is left, for whoever comes next. Resolves once nothing of it goes on. */
  stop(): Promise<void>;
};

export function openBatches(services: BatchServices): Batches {
  const { environment, stores, log } = services;
  const ending = new AbortController();
  const { signal } = ending;
  const timers: NodeJS.Timeout[] = [];
  let running: Promise<void> | null = null;
  let isWoken = false;

  const pause = () =>
    new Promise<void>((resolve) => {
      const over = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", over);
        resolve();
      };
      const timer = setTimeout(over, pauseMilliseconds).unref();
      signal.addEventListener("abort", over);
    });

  async function workOn(batch: StoredBatch, item: BatchItem | null): Promise<void> {
    // A signal of its own: what listens to it goes with it, and does not gather for as long as the server runs.
    const own = new AbortController();
    const end = () => own.abort();
    signal.addEventListener("abort", end);
    const renew = () => void stores.batches.renew(batch.id, leaseMilliseconds, new Date()).catch(() => undefined);
    const beat = setInterval(renew, leaseMilliseconds / 3).unref();
    try {
      if (item) await stores.batches.settle(batch.id, item.position, await makeItem(batch, item, services, own.signal));
      else {
        const summed = await makeWorkbook(batch, services, own.signal);
        await stores.batches.finish(batch.id, summed, new Date());
      }
    } finally {
      clearInterval(beat);
      signal.removeEventListener("abort", end);
      await stores.batches.release(batch.id);
    }
  }

  async function work(): Promise<void> {
    while (!signal.aborted) {
      isWoken = false;
      try {
        const claimed = await stores.batches.claim(leaseMilliseconds, new Date());
        if (claimed) await workOn(claimed.batch, claimed.item);
        else if (!isWoken) return;
      } catch (error) {
        if (signal.aborted) return;
        // Others come first; and a disk that is full, or a database that is away, may be there again.
        if (!(error instanceof TooBusyError || error instanceof OwnShareError))
          log.error({ reason: storageFaultOf(error) ?? String(error) }, "a batch waits");
        await pause();
      }
    }
  }

  function wake(): void {
    isWoken = true;
    if (signal.aborted) return;
    running ??= work().finally(() => (running = null));
  }

  async function sweep(): Promise<void> {
    const removed = await stores.batches.removeFinishedBefore(new Date(Date.now() - environment.BATCH_HOURS * hour));
    if (removed > 0) log.info({ removed }, "deleted batches whose time is over");
    await stores.batchFiles.removeOrphans(await stores.batches.kept());
  }
  const tried = () => void sweep().catch((error: unknown) => log.error({ error: String(error) }, "old batches were not deleted"));

  return {
    start() {
      tried();
      timers.push(setInterval(wake, lookMilliseconds).unref(), setInterval(tried, sweepMilliseconds).unref());
      wake();
    },
    wake,
    async stop() {
      for (const timer of timers) clearInterval(timer);
      ending.abort();
      await running;
    },
  };
}
