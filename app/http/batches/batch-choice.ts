import { mostInBatch } from "../../core/mappe/batch";
import type { PortfolioRow } from "../../core/mappe/portfolio";
import type { Locale } from "../../i18n/index";
import { organisationName } from "../../views/organisation-name";

/**
 * Of whom documents are wanted: everybody, or those that are named; by name, a part of so many at a time.
 * @param rows of everybody who is shared with the Mappe. @param search of an address, or what a form has sent.
 */
export function batchChoice(rows: readonly PortfolioRow[], search: URLSearchParams, locale: Locale) {
  const wanted = new Set(search.getAll("with").filter(Boolean));
  const named = rows.filter(({ id }) => wanted.has(id));
  const those = search.get("which") === "all" || named.length === 0 ? rows : named;
  const ids = inBatchOrder(those, search.has("begun"), locale);
  const parts = Math.max(1, Math.ceil(ids.length / mostInBatch));
  const part = Math.min(parts, Math.max(1, Math.trunc(Number(search.get("part"))) || 1));
  const from = (part - 1) * mostInBatch;
  return { all: rows.length, chosen: named.map(({ id }) => id), parts, ids: ids.slice(from, from + mostInBatch) };
}

/** Ids in the order in which a batch takes them: by name. @param isBegunOnly leaves out who has not answered anything. */
export const inBatchOrder = (rows: readonly PortfolioRow[], isBegunOnly: boolean, locale: Locale): string[] =>
  rows
    .filter(({ summary }) => !isBegunOnly || summary.answered > 0)
    .map((row) => ({ id: row.id, name: organisationName(row, locale) }))
    .sort((a, b) => locale.collator.compare(a.name, b.name))
    .map(({ id }) => id);
