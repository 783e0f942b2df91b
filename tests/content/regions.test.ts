import { expect, it } from "vitest";
import { bandOf, overallBand } from "../../app/core/benchmark/benchmark";
import { dimensionIds } from "../../app/core/vocabulary";
import { byId } from "../support/builders";
import { content } from "./texts";

/**
 * The coding of the five articles, typed from the evidence matrix and not from the seeds: P positive, M mixed,
 * N negative; a fact, b plan, c intent; – nothing said.
 */
const regions = ["leverkusen", "bochum-ruhr", "heilbronn-franken", "lausitz", "gelsenkirchen"];
const matrix = `
  strategy         Ma  Pc  Pc  –   Pa
  funding          Na  Mc  Pa  –   Pa
  skills           Mc  Ma  Mc  Ma  –
  foundations      Mb  Pc  Pb  –   Pa
  data-protection  Na  Mc  –   –   –
  security         –   Mc  –   –   –
  use-cases        Ma  Pc  Pc  Pb  Pb
  cooperation      Pa  Pa  Pa  Pa  Pa
  acceptance       Ma  Mc  Mc  Ma  –
`;
const rows = matrix
  .trim()
  .split("\n")
  .map((row) => row.trim().split(/\s+/));
const directions: Record<string, string> = { P: "positive", M: "mixed", N: "negative" };
const expected = rows.flatMap(([dimension, ...codes]) =>
  codes.map((code, index) => ({
    region: regions[index] ?? "",
    dimension: dimension ?? "",
    cell: code === "–" ? null : { direction: directions[code.charAt(0)], strength: code.charAt(1) },
  })),
);

it("knows five regions and fills 33 of the 45 cells", () => {
  expect(content.regions.map(({ id }) => id).sort()).toEqual([...regions].sort());
  expect(expected).toHaveLength(45);
  expect(expected.filter(({ cell }) => cell)).toHaveLength(33);
  expect(rows.map(([dimension]) => dimension)).toEqual([...dimensionIds]);
  expect(content.regions.flatMap(({ cells }) => cells)).toHaveLength(33);
});

it.each(expected)("$region, $dimension: $cell", ({ region, dimension, cell }) => {
  const coded = byId(content.regions, region).cells.find((one) => one.dimension === dimension);
  expect(coded ? { direction: coded.direction, strength: coded.strength } : null).toEqual(cell);
});

it("rests each cell on statements of the region's own article", () => {
  for (const { source, cells } of content.regions)
    for (const { findings } of cells) for (const id of findings) expect(byId(content.findings, id).source).toBe(source);
});

it("shows that the federal funding in Gelsenkirchen has ended, and nothing else as ended", () => {
  const ended = content.regions.flatMap(({ id, cells }) =>
    cells.filter((cell) => cell.ended).map(({ dimension, ended }) => [id, dimension, ended]),
  );
  expect(ended).toEqual([["gelsenkirchen", "funding", "2025-12-31"]]);
});

it("gives no overall band where less than 65 % of the dimensions are documented", () => {
  const without = content.regions.filter((region) => overallBand(region) === null).map(({ id }) => id);
  expect(without.sort()).toEqual(["gelsenkirchen", "lausitz"]);
});

it("bands a cell as the method says", () => {
  const { cells } = byId(content.regions, "leverkusen");
  const band = (dimension: string) => cells.filter((cell) => cell.dimension === dimension).map(bandOf);
  expect([band("cooperation"), band("foundations"), band("funding"), band("security")]).toEqual([[[60, 90]], [[30, 65]], [[10, 40]], []]);
});
