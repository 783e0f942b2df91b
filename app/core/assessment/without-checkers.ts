import { checkSchema } from "./check-schema";

/**
 * What is kept as JSON, without the names of those who have checked, wherever answers stand in it: an answer, what was agreed on, or
 * a closed round. What they have said stays.
 * @param before ISO day: only of checks from before it; of all where none is given.
 * @returns the value itself where it holds no such name.
 */
export function withoutCheckers(value: unknown, before?: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const parts = value.map((part) => withoutCheckers(part, before));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  const entries = Object.entries(value);
  const next = entries.map(([key, part]: [string, unknown]) => [
    key,
    key === "check" ? anonymous(part, before) : withoutCheckers(part, before),
  ]);
  return next.some(([, part], index) => part !== entries[index]?.[1]) ? Object.fromEntries(next) : value;
}

function anonymous(value: unknown, before: string | undefined): unknown {
  const check = checkSchema.safeParse(value);
  if (!check.success || check.data.by === undefined || (before !== undefined && check.data.date >= before)) return value;
  const { by: _checker, ...said } = check.data;
  return said;
}
