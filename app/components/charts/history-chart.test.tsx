import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { HistoryChart } from "./history-chart";
import { pagePalette } from "./palette";

it("leads no line to a round that is under way, and leaves its dot empty", () => {
  const point = (name: string, score: number, isRunning: boolean) => {
    const values = { score, lower: score, upper: score, band: null };
    return { name, day: "", value: String(score), values, isJoined: true, isRunning };
  };
  const points = [point("1", 41, false), point("2", 47, false), point("3", 38, true)];
  const svg = renderToStaticMarkup(<HistoryChart label="Stand" points={points} palette={pagePalette} />);
  const lines = (svg.match(/<line\b[^>]*>/g) ?? []).filter((line) => line.includes(pagePalette.mark));
  expect(lines).toHaveLength(1);
  const fills = [...svg.matchAll(/<circle[^>]* fill="([^"]+)"/g)].map(([, fill]) => fill);
  expect(fills).toEqual([pagePalette.mark, pagePalette.mark, pagePalette.paper]);
});

it("draws no letters in a way that some programs paint over", () => {
  const values = { score: 41, lower: 41, upper: 50, band: { low: 27, high: 52 } };
  const points = [{ name: "Runde 1", day: "20.11.2025", value: "41", values, isJoined: true, isRunning: false }];
  const svg = renderToStaticMarkup(<HistoryChart label="Stand" points={points} palette={pagePalette} size="paper" />);
  const letters = svg.match(/<text\b[^>]*>/g) ?? [];
  expect(svg).toContain(">41</text>");
  for (const text of letters) expect(text).not.toMatch(/stroke|paint-order/);
});
