import { expect, it, vi } from "vitest";
import { rememberLatest } from "./remember-latest";

const counting = () => {
  let count = 0;
  return vi.fn(() => Promise.resolve((count += 1)));
};

it("computes once for a key, also for those who ask before it is done", async () => {
  const [remember, compute] = [rememberLatest<number>(5), counting()];
  expect(await Promise.all([remember("a", compute), remember("a", compute)])).toEqual([1, 1]);
  expect(await remember("a", compute)).toBe(1);
  expect(await remember("b", compute)).toBe(2);
  expect(compute).toHaveBeenCalledTimes(2);
});

it("lets go of what was used longest ago", async () => {
  const [remember, compute] = [rememberLatest<number>(2), counting()];
  for (const key of ["a", "b", "a", "c"]) await remember(key, compute);
  expect(compute).toHaveBeenCalledTimes(3);
  expect(await remember("a", compute)).toBe(1);
  expect(await remember("b", compute)).toBe(4);
});

it("computes anew after a failure", async () => {
  const remember = rememberLatest<number>(2);
  await expect(remember("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await remember("a", () => Promise.resolve(7))).toBe(7);
});

it("keeps a newer result when an older one, let go of meanwhile, fails", async () => {
  const remember = rememberLatest<number>(1);
  let failLater = (_error: Error): void => undefined;
  const old = remember("a", () => new Promise((_, reject) => (failLater = reject)));
  await remember("b", () => Promise.resolve(1));
  await remember("a", () => Promise.resolve(2));
  failLater(new Error("late"));
  await expect(old).rejects.toThrow("late");
  expect(await remember("a", () => Promise.resolve(3))).toBe(2);
});

/** A computation that ends only when it is stopped, and says so. */
const endless = (stopped: () => void) => (signal: AbortSignal) =>
  new Promise<number>((_, reject) =>
    signal.addEventListener("abort", () => {
      stopped();
      reject(signal.reason as Error);
    }),
  );

it("stops what nobody waits for any more, and only then", async () => {
  const remember = rememberLatest<number>(2);
  const stopped = vi.fn();
  const [one, other] = [new AbortController(), new AbortController()];
  const results = [one, other].map(({ signal }) => remember("a", endless(stopped), signal));
  const settled = Promise.allSettled(results);
  one.abort(new Error("one left"));
  expect(stopped).not.toHaveBeenCalled();
  other.abort(new Error("both left"));
  expect(stopped).toHaveBeenCalledOnce();
  for (const result of await settled) expect(result).toMatchObject({ status: "rejected", reason: { message: "both left" } });
  expect(await remember("a", () => Promise.resolve(4))).toBe(4);
});

it("goes on for somebody who does not say whether they have left", () => {
  const remember = rememberLatest<number>(2);
  const stopped = vi.fn();
  const leaving = new AbortController();
  remember("a", endless(stopped)).catch(() => undefined);
  remember("a", endless(stopped), leaving.signal).catch(() => undefined);
  leaving.abort();
  expect(stopped).not.toHaveBeenCalled();
});

it("begins anew for whoever comes just after the last one has left", async () => {
  const remember = rememberLatest<number>(2);
  const leaving = new AbortController();
  const left = remember(
    "a",
    endless(() => undefined),
    leaving.signal,
  );
  leaving.abort(new Error("gone"));
  expect(await remember("a", () => Promise.resolve(5))).toBe(5);
  await expect(left).rejects.toThrow("gone");
  expect(await remember("a", () => Promise.resolve(6))).toBe(5);
});
