/** What an organisation is called, and what may tell it from others that are called so: the first in which all of them differ. */
export type Named = { name: string; marks: readonly (string | null)[] };

/** The names in their order, each once: those of one name with what tells them apart, else numbered as they stand. */
export function distinctNames(all: readonly Named[]): string[] {
  const byName = new Map<string, Named[]>();
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  return all.map((one) => {
    const same = byName.get(one.name) ?? [];
    if (same.length < 2) return one.name;
    const telling = one.marks.findIndex((_mark, index) => differIn(same, index));
    return `${one.name} (${one.marks[telling] ?? same.indexOf(one) + 1})`;
  });
}

function differIn(same: readonly Named[], index: number): boolean {
  const marks = same.map(({ marks: own }) => own[index] ?? null);
  return !marks.includes(null) && new Set(marks).size === same.length;
}
