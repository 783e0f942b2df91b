/** @param signal aborted once nobody waits for the result any more. */
type Compute<Result> = (signal: AbortSignal) => Promise<Result>;
type Entry<Result> = { result: Promise<Result>; settled: boolean; waiting: number; stop: AbortController };

/**
 * Computes a result once for its key and keeps the latest ones. Whoever asks while it is being computed waits for
 * the same result; when all of them have left, the computation is stopped. A failure is not kept.
 * @param capacity how many results are kept; the one used longest ago goes first.
 */
export function rememberLatest<Result>(capacity: number) {
  const entries = new Map<string, Entry<Result>>();

  function begin(key: string, compute: Compute<Result>): Entry<Result> {
    const stop = new AbortController();
    const entry: Entry<Result> = { result: compute(stop.signal), settled: false, waiting: 0, stop };
    entry.result.then(
      () => (entry.settled = true),
      () => {
        entry.settled = true;
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
    return entry;
  }

  return (key: string, compute: Compute<Result>, signal?: AbortSignal): Promise<Result> => {
    const known = entries.get(key);
    const entry = known && !known.stop.signal.aborted ? known : begin(key, compute);
    // A map keeps the order in which keys were set, so the first key is the one used longest ago.
    entries.delete(key);
    entries.set(key, entry);
    for (const oldest of entries.keys()) if (entries.size > capacity) entries.delete(oldest);

    entry.waiting += 1;
    const leave = () => {
      entry.waiting -= 1;
      if (entry.waiting === 0 && !entry.settled) entry.stop.abort(signal?.reason);
    };
    if (signal?.aborted) leave();
    else signal?.addEventListener("abort", leave, { once: true });
    return entry.result.finally(() => signal?.removeEventListener("abort", leave));
  };
}
