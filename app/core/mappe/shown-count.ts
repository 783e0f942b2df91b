import { fewestValues } from "../ring/ring";

/** A count as it may be handed on to people outside a Mappe. `count` and `of` are organisations. */
export type ShownCount = { kind: "exactly" | "fewer-than" | "at-least"; count: number; of: number };

/** So few are not counted out: two of them would know about each other. The same holds for those who are left. */
const fewestTold = 3;

/**
 * How many of how many, without telling of anybody in particular (docs/decisions/0061): nothing of fewer than six; below three only
 * that it is below three; and where fewer than three are left, only that it is all but those, because "all" tells of everybody.
 */
export function shownCount(count: number, of: number): ShownCount | null {
  if (of < fewestValues) return null;
  if (count < fewestTold) return { kind: "fewer-than", count: fewestTold, of };
  const most = of - fewestTold + 1;
  return count >= most ? { kind: "at-least", count: most, of } : { kind: "exactly", count, of };
}

/** In which order counts stand: those that are told alike stay in the order they came in. Shares, 0–1. */
export const shownShare = ({ kind, count, of }: ShownCount): number => (kind === "fewer-than" ? 0 : count / of);
