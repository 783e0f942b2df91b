import { z } from "zod";
import { freeText } from "../assessment/text";

/** In characters. */
export const longestClientKey = 80;

/** What whoever runs a Mappe calls an organisation in it: once in each Mappe. Its files are named by it. */
export const clientKeySchema = freeText(longestClientKey).pipe(z.string().min(1));

/** Of these keys the first that would be there twice; null where none would. @param taken by others in the Mappe. */
export function repeatedKey(keys: readonly (string | null)[], taken: ReadonlySet<string>): string | null {
  const seen = new Set(taken);
  for (const key of keys) {
    if (key === null) continue;
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return null;
}

/** How an organisation is called in a Mappe or in a file for it. */
export type Called = { clientKey: string | null; name: string | null };

/** Whether both are the same one as far as anybody can tell: of one key, or of one name unless each has a key of its own. */
export const isSameClient = (one: Called, other: Called): boolean =>
  one.clientKey !== null && other.clientKey !== null ? one.clientKey === other.clientKey : one.name !== null && one.name === other.name;
