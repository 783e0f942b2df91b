import type { Depth, Track } from "../vocabulary";

/**
 * The seed of the simulation (method, section 4): the same for everybody, so that two states of one assessment differ
 * by their answers only.
 * @returns eight hexadecimal digits, as a report prints them.
 */
export function seedOf({ track, depth, modelVersion }: { track: Track; depth: Depth; modelVersion: string }): string {
  return hash(`${track}|${depth}|${modelVersion}`).toString(16).padStart(8, "0");
}

/**
 * FNV-1a, 32 bits (Fowler, Noll and Vo).
 * @param text ASCII; ids, numbers and versions are nothing else.
 */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
