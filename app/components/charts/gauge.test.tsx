import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Gauge } from "./gauge";
import { pagePalette } from "./palette";

it("has room for half of the number at its end", () => {
  const drawn = renderToStaticMarkup(<Gauge score={50} lower={50} upper={50} label="" palette={pagePalette} stages={null} />);
  const [, width, end] = /width="(\d+)"[^]*<text x="([\d.]+)"[^>]*>100</.exec(drawn) ?? [];
  expect(Number(width) - Number(end)).toBeGreaterThanOrEqual(12);
});
