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
