import { expect, it } from "vitest";
import { sizeClassSchema, type SizeClass, type Track } from "../vocabulary";
import { contextStatistics } from "./context-statistics";
import type { Statistic } from "./statistic";

const words = { de: "x", en: "x" };
const statistic = (id: string, ...tracks: Track[]): Statistic => ({
  id,
  tracks,
  dimensions: [],
  statement: words,
  value: 10,
  population: words,
  denominator: words,
  year: "2025",
  source: "article",
});
const statistics = [
  statistic("use-2025", "sme"),
  statistic("use-2025-10-49", "sme"),
  statistic("use-2025-50-249", "sme"),
  statistic("strategy-2024", "municipality"),
  statistic("strategy-2024-100000-plus", "municipality"),
  statistic("both", "municipality", "sme"),
];

it.each<[Track, SizeClass | null, string[]]>([
  ["sme", null, ["use-2025", "both"]],
  ["sme", "employees-1-9", ["use-2025", "both"]],
  ["sme", "employees-10-49", ["use-2025-10-49", "use-2025", "both"]],
  ["sme", "employees-50-249", ["use-2025-50-249", "use-2025", "both"]],
  ["municipality", null, ["strategy-2024", "both"]],
  ["municipality", "inhabitants-under-20000", ["strategy-2024", "both"]],
  ["municipality", "inhabitants-100000-plus", ["strategy-2024-100000-plus", "strategy-2024", "both"]],
])("for %s, %s: those of the track, the own size class first and no other", (track, sizeClass, ids) => {
  expect(contextStatistics(statistics, track, sizeClass).map(({ id }) => id)).toEqual(ids);
});

it("knows every size class by its numbers", () => {
  for (const sizeClass of sizeClassSchema.options) {
    const one = statistic(`share${sizeClass.slice(sizeClass.indexOf("-"))}`, "sme");
    expect(contextStatistics([one], "sme", sizeClass)).toEqual([one]);
    expect(contextStatistics([one], "sme", null)).toEqual([]);
  }
});
