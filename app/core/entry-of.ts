/** The record with this id. Content is checked at start: whoever names an id that is not there has a programming error. */
export function entryOf<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no "${id}".`);
  return found;
}

/** The value under a key that may come from anywhere: `constructor` is none. */
export const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The value under a key that checked content is known to have. */
export function valueUnder<Value>(record: Readonly<Record<string, Value>>, key: string): Value {
  const value = ownValue(record, key);
  if (value === undefined) throw new Error(`There is no "${key}".`);
  return value;
}

/** Compares two entries by id, for sorting: in the order of the characters, whatever the language of the machine. */
export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : Number(a.id > b.id));
