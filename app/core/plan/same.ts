import { exceeds } from "../score/stage";

/** Points that differ by no more than this are the same; likewise euros and person-days. */
export const same = 1e-6;

export const isMore = (one: number, other: number): boolean => exceeds(one, other, same);
