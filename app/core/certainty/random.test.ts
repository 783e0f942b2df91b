import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, mix, xoshiro128 } from "./random";

const take = (count: number, next: () => number) => Array.from({ length: count }, next);
const bits = 0xffffffffn;

/** The published recurrences, with integers that never overflow instead of 32-bit tricks. */
function referenceXoshiro(state: number[]): () => number {
  const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & bits;
  let [s0, s1, s2, s3] = state.map((word) => BigInt(word)) as [bigint, bigint, bigint, bigint];
  return () => {
    const result = (rotate((s1 * 5n) & bits, 7n) * 9n) & bits;
    const shifted = (s1 << 9n) & bits;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11n);
    return Number(result);
  };
}
function referenceMix(value: bigint): number {
  let mixed = value & bits;
  mixed = ((mixed ^ (mixed >> 16n)) * 0x85ebca6bn) & bits;
  mixed = ((mixed ^ (mixed >> 13n)) * 0xc2b2ae35n) & bits;
  return Number(mixed ^ (mixed >> 16n));
}

describe("xoshiro128**", () => {
  it("gives what the authors' C program gives for the state 1, 2, 3, 4", () => {
    expect(take(10, xoshiro128([1, 2, 3, 4]))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("follows the recurrence from any state", () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), (state) => {
        expect(take(100, xoshiro128(state))).toEqual(take(100, referenceXoshiro(state)));
      }),
    );
  });
});

it("mixes as MurmurHash3 does", () => {
  // What MurmurHash3 gives for no text and the seeds 0 and 1 is its finaliser alone.
  expect([mix(0), mix(1)]).toEqual([0, 0x514e28b7]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 35 }), (value) => {
      expect(mix(value)).toBe(referenceMix(BigInt(value)));
    }),
  );
});

describe("the sequence of a seed", () => {
  it("starts at a state mixed from the seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
        const state = [1n, 2n, 3n, 4n].map((step) => referenceMix(BigInt(seed) + step * 0x9e3779b9n));
        const numbers = take(5, createRandom(seed.toString(16).padStart(8, "0")));
        expect(numbers.map((number) => number * 2 ** 32)).toEqual(take(5, referenceXoshiro(state)));
      }),
    );
  });

  it("is the same for the same seed, and another for a neighbour", () => {
    expect(take(50, createRandom("00c0ffee"))).toEqual(take(50, createRandom("00c0ffee")));
    const first = new Set(take(50, createRandom("00c0ffee")));
    expect(take(50, createRandom("00c0ffef")).filter((number) => first.has(number))).toEqual([]);
  });

  it.each(["00000000", "00000001", "deadbeef", "ffffffff"])("is uniform in [0, 1) and keeps no memory: %s", (seed) => {
    const count = 200_000;
    const numbers = take(count, createRandom(seed));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    // Five standard errors each.
    expect(Math.abs(mean(numbers) - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / count));
    expect(Math.abs(mean(numbers.map((number) => (number - 1 / 2) ** 2)) - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / count));
    const products = numbers.slice(1).map((number, index) => (number - 1 / 2) * ((numbers[index] ?? NaN) - 1 / 2));
    expect(Math.abs(mean(products))).toBeLessThan((5 * (1 / 12)) / Math.sqrt(count));
    // Chi-square over 100 cells: mean 99, standard deviation √198.
    const cells = new Array<number>(100).fill(0);
    for (const number of numbers) cells[Math.floor(number * 100)]! += 1;
    const chiSquare = cells.reduce((sum, cell) => sum + (cell - count / 100) ** 2 / (count / 100), 0);
    expect(Math.abs(chiSquare - 99)).toBeLessThan(5 * Math.sqrt(198));
  });
});
