import { expect, it } from "vitest";
import type { SizeClass, Track } from "../vocabulary";
import { contextStatistics } from "./context-statistics";
import type { Statistic } from "./statistic";

const words = { de: "x", en: "x" };
const statistic = (id: string, year: string, sizeClass: SizeClass | null, ...tracks: Track[]): Statistic => ({
  ...{ id, tracks, year, sizeClass },
  dimensions: [],
  statement: words,
  value: 10,
  population: words,
  denominator: words,
  source: "article",
});
const statistics = [
  statistic("old", "2023", null, "sme"),
  statistic("small", "2025", "employees-10-49", "sme"),
  statistic("towns", "2024-05", null, "municipality"),
  statistic("new", "2025-10", null, "sme"),
  statistic("both", "2024", null, "municipality", "sme"),
];

it.each<[Track, SizeClass | null, string[]]>([
  ["sme", null, ["new", "both", "old"]],
  ["sme", "employees-1-9", ["new", "both", "old"]],
  ["sme", "employees-10-49", ["new", "small", "both", "old"]],
  ["municipality", "inhabitants-under-20000", ["towns", "both"]],
])("for %s, %s: those of the track, of no other size class, the latest first", (track, sizeClass, ids) => {
  expect(contextStatistics(statistics, track, sizeClass).map(({ id }) => id)).toEqual(ids);
});
