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
