import { z } from "zod";
import type { PortfolioFilter, SortKey } from "../core/mappe/portfolio";
import { isSortKey } from "../core/mappe/portfolio";

/** Groups of columns that can be left out. */
export const columnGroups = ["profile", "progress", "topics", "overall"] as const;
export type ColumnGroup = (typeof columnGroups)[number];

/** What the address of the Übersicht asks for. */
export type PortfolioSearch = {
  filter: PortfolioFilter;
  sort: { key: SortKey; isDescending: boolean };
  columns: ColumnGroup[];
  /** From 1. */
  page: number;
};

export const filterNames = [
  "search",
  "land",
  "sizeClass",
  "sector",
  "track",
  "stage",
  "state",
  "round",
  "dueBy",
] as const satisfies (keyof PortfolioFilter)[];

/** So much of what somebody typed is looked for. */
const longestSearch = 100;

/** Whatever an address holds, it asks for something: what nobody knows counts as not said. */
export function readPortfolioSearch(search: URLSearchParams): PortfolioSearch {
  const text = (name: string) => (search.get(name) ?? "").slice(0, longestSearch);
  const said = Object.fromEntries(filterNames.map((name) => [name, text(name)])) as PortfolioFilter;
  const filter = { ...said, dueBy: z.iso.date().safeParse(said.dueBy).data ?? "" };
  const key = text("sort");
  const chosen = search.getAll("columns");
  const page = Number(text("page"));
  return {
    filter,
    sort: { key: isSortKey(key) ? key : "due", isDescending: text("order") === "down" },
    columns: chosen.length === 0 ? [...columnGroups] : columnGroups.filter((group) => chosen.includes(group)),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of another page of the same search. */
export function searchForPage(search: URLSearchParams, page: number): string {
  const next = new URLSearchParams(search);
  next.set("page", String(page));
  return `?${next.toString()}`;
}
