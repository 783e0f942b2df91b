import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { HistoryChart } from "./history-chart";
import { pagePalette } from "./palette";

it("draws no letters in a way that some programs paint over", () => {
  const values = { score: 41, lower: 41, upper: 50, band: { low: 27, high: 52 } };
  const points = [{ name: "Runde 1", day: "20.11.2025", value: "41", values, isJoined: true }];
  const svg = renderToStaticMarkup(<HistoryChart label="Stand" points={points} palette={pagePalette} size="paper" />);
  const letters = svg.match(/<text\b[^>]*>/g) ?? [];
  expect(svg).toContain(">41</text>");
  for (const text of letters) expect(text).not.toMatch(/stroke|paint-order/);
});
