import { expect, it } from "vitest";
import type { LandText } from "../core/land-text";
import { localeOf } from "../i18n/index";
import { landText } from "./land-text";

const text: LandText = {
  ...{ de: "Das Land regelt es.", en: "The Land decides." },
  inLand: [
    { laender: ["BB", "SN"], de: "80 %.", en: "80%." },
    { laender: ["BW"], de: "Bis 2036.", en: "until 2036." },
  ],
  elsewhere: { de: "Hier nicht geprüft.", en: "Not checked here." },
};
const said = (land: Parameters<typeof landText>[1], of = text) => [landText(of, land, localeOf("de")), landText(of, land, localeOf("en"))];

it("names the reader's own Land and no other", () => {
  expect(said("SN")).toEqual(["Das Land regelt es. Sachsen: 80 %.", "The Land decides. Saxony: 80%."]);
  expect(said("BW")).toEqual(["Das Land regelt es. Baden-Württemberg: Bis 2036.", "The Land decides. Baden-Württemberg: until 2036."]);
});

it("says what is not known where nothing is known of the Land, or the Land is not", () => {
  for (const land of ["NW", undefined] as const) {
    expect(said(land)).toEqual(["Das Land regelt es. Hier nicht geprüft.", "The Land decides. Not checked here."]);
    expect(said(land, { de: text.de, en: text.en })).toEqual([text.de, text.en]);
  }
});

it("tells everybody of all Länder", () => {
  expect(said("every")[0]).toBe("Das Land regelt es. Brandenburg und Sachsen: 80 %. Baden-Württemberg: Bis 2036.");
});
