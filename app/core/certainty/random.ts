/** The next number of a sequence, uniform in [0, 1): a multiple of 2⁻³². */
export type Random = () => number;

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2018, https://prng.di.unimi.it/xoshiro128starstar.c). Integer arithmetic
 * on 32 bits only, so that every machine and engine draws the same sequence.
 * @param state four 32-bit integers, not all zero.
 * @returns a function that gives the next integer, 0 to 2³² − 1.
 */
export function xoshiro128([a, b, c, d]: readonly [number, number, number, number]): () => number {
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

/**
 * The sequence that belongs to a seed. One seed is 32 bits and the state has 128: as the authors advise, another
 * generator fills it, here Weyl steps through the finaliser of MurmurHash3. That maps one to one, so at most one
 * of the four words can be zero.
 * @param seed eight hexadecimal digits.
 */
export function createRandom(seed: string): Random {
  const start = Number.parseInt(seed, 16);
  const word = (step: number) => mix(start + Math.imul(step, 0x9e3779b9));
  const next = xoshiro128([word(1), word(2), word(3), word(4)]);
  return () => next() / 2 ** 32;
}

/** fmix32 of MurmurHash3 (Appleby, public domain). */
export function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
