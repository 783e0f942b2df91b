import { levelOf } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import type { DimensionId } from "../vocabulary";
import { lacksEvidence } from "./distributions";

/**
 * The seed of an assessment's simulation (method, section 4), so that whoever holds the same answers draws the
 * same numbers. It rests on track, depth, model version, changed weights and what the answers mean for the
 * arithmetic, whatever the order they are written in; a note, or a don't-know instead of silence, leaves it alone.
 * @param weights of dimensions the user has changed, by id.
 * @returns eight hexadecimal digits, as a report prints them.
 */
export function seedOf({ track, depth, modelVersion, answers }: Assessment, weights: ReadonlyMap<DimensionId, number>): string {
  const meanings = Object.entries(answers).map(([id, answer]) => [id, levelOf(answer), lacksEvidence(answer)] as const);
  const counting = meanings.filter(([, level]) => level !== "open");
  const text = JSON.stringify([track, depth, modelVersion, counting.sort(byId), [...weights].sort(byId)]);
  return hash(text).toString(16).padStart(8, "0");
}

/** By code units: the order of letters would depend on the machine's language. */
function byId([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : 1;
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
