/**
 * Computes a result once for its key and keeps the latest ones. Whoever asks while it is being computed waits for
 * the same result; a failure is not kept.
 * @param capacity how many results are kept; the one used longest ago goes first.
 */
export function rememberLatest<Result>(capacity: number): (key: string, compute: () => Promise<Result>) => Promise<Result> {
  const results = new Map<string, Promise<Result>>();
  return (key, compute) => {
    const known = results.get(key);
    const result = known ?? compute();
    // A map keeps the order in which keys were set, so the first key is the one used longest ago.
    results.delete(key);
    results.set(key, result);
    for (const oldest of results.keys()) if (results.size > capacity) results.delete(oldest);
    if (!known) result.catch(() => results.get(key) === result && results.delete(key));
    return result;
  };
}
