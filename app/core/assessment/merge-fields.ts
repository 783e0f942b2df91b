import { fingerprint } from "./fingerprint";

/** A wish to change one field: to `next` (undefined: remove it), from the value whose tag was seen (null: from whatever stands). */
export type FieldChange = { field: string; seen: string | null; next: unknown };

/** Somebody else has changed the field since it was seen; undefined where they removed it. */
export type FieldConflict = { field: string; stored: unknown };

/** A short mark of a field's value, for the form that shows it. JSON values; undefined where there is none. */
export function fieldTag(value: unknown): string {
  return fingerprint(canonical(value));
}

/**
 * Puts changes into what is stored, field by field, so that two people who change different fields both keep theirs.
 * A field that meets a newer value of somebody else stays as it is and is reported.
 */
export function mergeFields(
  stored: Readonly<Record<string, unknown>>,
  changes: readonly FieldChange[],
): { fields: Record<string, unknown>; conflicts: FieldConflict[] } {
  const fields = new Map(Object.entries(stored));
  const conflicts: FieldConflict[] = [];
  for (const { field, seen, next } of changes) {
    const current = fields.get(field);
    const isSame = canonical(current) === canonical(next);
    if (!isSame && seen !== null && seen !== fieldTag(current)) conflicts.push({ field, stored: current });
    else if (next === undefined) fields.delete(field);
    else fields.set(field, next);
  }
  return { fields: Object.fromEntries(fields), conflicts };
}

/** The same text for the same value, whatever the order in which its keys were written. */
function canonical(value: unknown): string {
  if (value === undefined) return "";
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
