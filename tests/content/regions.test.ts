import { expect, it } from "vitest";
import { bandOf, overallBand } from "../../app/core/benchmark/benchmark";
import { codingAgreement } from "../../app/core/benchmark/coding-agreement";
import { dimensionIds, type Track } from "../../app/core/vocabulary";
import { byId } from "../support/builders";
import { content } from "../support/content";

/**
 * The coding of the five articles, typed apart from the seeds, so that no cell changes unseen. Of whom the article
 * speaks: m municipality, s enterprises, r the region as a whole; P positive, M mixed, N negative; a named and there,
 * b named and planned, c neither; – nothing said.
 */
const regions = ["leverkusen", "bochum-ruhr", "heilbronn-franken", "lausitz", "gelsenkirchen"];
const matrix = `
  strategy         mNa,rPc  mPa,rPc      rPc  –    mPa
  funding          mNc      sMc          rPa  –    mPa
  skills           rPc      sMc,rMa      rMc  sPb  –
  foundations      mNc,rPb  rPc          rPb  –    mPa
  data-protection  mNc      rMc          –    –    –
  security         –        rMa          –    –    –
  use-cases        mNa,rPa  mPc,sPc,rMc  rPc  sPc  mPb
  cooperation      sPc      mPa,sPa,rPa  rPa  sPa  mPa
  acceptance       mMa      sMc,rMc      rMc  sMb  –
`;
const rows = matrix
  .trim()
  .split("\n")
  .map((row) => row.trim().split(/\s+/));
const expected = rows.flatMap(([dimension = "", ...codes]) =>
  codes.map((code, index) => ({ region: regions[index] ?? "", dimension, cells: code === "–" ? [] : code.split(",") })),
);
const letters = { municipality: "m", sme: "s", region: "r", positive: "P", mixed: "M", negative: "N" } as const;

it("knows five regions and fills 33 of the 45 places, with 43 cells", () => {
  expect(content.regions.map(({ id }) => id).sort()).toEqual([...regions].sort());
  expect(rows.map(([dimension]) => dimension)).toEqual([...dimensionIds]);
  expect(expected).toHaveLength(45);
  expect(expected.filter(({ cells }) => cells.length > 0)).toHaveLength(33);
  expect(content.regions.flatMap(({ cells }) => cells)).toHaveLength(43);
});

it.each(expected)("$region, $dimension: $cells", ({ region, dimension, cells }) => {
  const coded = byId(content.regions, region).cells.filter((one) => one.dimension === dimension);
  const codes = coded.map(({ speaksOf, direction, strength }) => `${letters[speaksOf]}${letters[direction]}${strength}`);
  expect(codes.sort()).toEqual([...cells].sort());
});

it("rests each cell on statements of the region's own article that speak of the same", () => {
  for (const { source, cells } of content.regions)
    for (const { speaksOf, progress, obstacles } of cells)
      for (const id of [...progress, ...obstacles]) {
        const finding = byId(content.findings, id);
        expect(finding.source, id).toBe(source);
        expect(finding.speaksOf, id).toContain(speaksOf);
      }
});

it("shows that the federal funding in Gelsenkirchen has ended, and nothing else as ended", () => {
  const ended = content.regions.flatMap(({ id, cells }) =>
    cells.filter((cell) => cell.ended).map(({ dimension, ended }) => [id, dimension, ended]),
  );
  expect(ended).toEqual([["gelsenkirchen", "funding", "2025-12-31"]]);
});

it("gives an overall band only where 65 % of the dimensions speak of the respondent's kind", () => {
  const bands = (track: Track) =>
    content.regions.map((region) => [region.id, overallBand(region, track)] as const).filter(([, band]) => band);
  // Six of nine: five times 10–40 and once 30–65.
  expect(bands("municipality")).toEqual([["leverkusen", [expect.closeTo(80 / 6, 9), expect.closeTo(265 / 6, 9)]]]);
  expect(bands("sme")).toEqual([]);
});

it("bands a cell as the method says", () => {
  const band = (region: string, dimension: string, whom: string) =>
    byId(content.regions, region)
      .cells.filter((cell) => cell.dimension === dimension && cell.speaksOf === whom)
      .map(bandOf);
  expect(band("bochum-ruhr", "cooperation", "municipality")).toEqual([[60, 90]]);
  expect(band("gelsenkirchen", "use-cases", "municipality")).toEqual([[50, 80]]);
  expect(band("leverkusen", "skills", "region")).toEqual([[40, 75]]);
  expect(band("lausitz", "acceptance", "sme")).toEqual([[30, 65]]);
  expect(band("leverkusen", "funding", "municipality")).toEqual([[10, 40]]);
  expect(band("leverkusen", "security", "municipality")).toEqual([]);
});

it("publishes the second coding of every place that is filled, and says how each disagreement was settled", () => {
  const { cells } = content.coding;
  const places = cells.map(({ region, dimension }) => `${region} ${dimension}`);
  expect(places.sort()).toEqual(expected.flatMap((one) => (one.cells.length > 0 ? [`${one.region} ${one.dimension}`] : [])).sort());
  for (const { region, dimension, first, second, settled } of cells) {
    const isAgreed = first?.direction === second?.direction && first?.strength === second?.strength;
    expect(settled === null, `${region}, ${dimension}`).toBe(isAgreed);
  }
  expect(codingAgreement(content.coding).cells).toBe(33);
});
