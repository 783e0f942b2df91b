import { expect, it } from "vitest";
import { nothingAdded } from "../core/assessment/whole-assessment";
import { brandSchema } from "../core/brand/brand";
import { unzip } from "../../tests/support/unzip";
import { wordTemplate } from "../../tests/support/word-template";
import { readCarriedFiles } from "./read-carried-files";
import { readPicture } from "./read-picture";
import { readTemplate } from "./read-template";

const readers = {
  picture: (bytes: Uint8Array) => readPicture(bytes, []),
  template: (bytes: Uint8Array) => Promise.resolve(readTemplate(bytes)),
};
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const author = { author: "", language: "de", summary: "", comments: {}, answers: "" } as const;

const read = (brand: object, logo = png) =>
  readCarriedFiles(
    {
      assessment: {
        ...nothingAdded,
        ...({ track: "sme", depth: "full", aiUse: "none", modelVersion: "2.0.0", organisation: {}, answers: {} } as const),
        brand: brandSchema.parse(brand),
        authorText: { ...author, logo: { type: "png", base64: logo } },
      },
      ...{ writtenUnder: "2.0.0", dropped: [], faults: [] },
    },
    readers,
  );

it("files that a save file carries are written anew, and stay as they are from then on", async () => {
  const remark = Buffer.concat([Buffer.from(png, "base64"), Buffer.from("<script>")]);
  const { base64: template } = readTemplate(wordTemplate()) as { base64: string };
  const first = await read({ name: "Kreis", logo: { type: "jpeg", base64: base64(remark) }, template: { base64: template } });
  const { logo } = first.assessment?.brand ?? {};
  expect(logo?.type).toBe("png");
  expect(Buffer.from(logo?.base64 ?? "", "base64").includes("<script>")).toBe(false);
  expect(first.assessment?.brand?.template).toEqual({ base64: template });
  expect((await read(first.assessment?.brand ?? {})).assessment?.brand).toEqual(first.assessment?.brand);
});

it("a file that is none, or acts, is refused at its place", async () => {
  const acting = Buffer.from(wordTemplate({ "word/vbaProject.bin": "x" }));
  const wrong = await read({ logo: { type: "png", base64: base64("no picture") }, template: { base64: base64(acting) } }, base64("none"));
  expect(wrong.faults).toEqual([
    { path: "brand.logo", code: "not-a-picture" },
    { path: "brand.template", code: "not-a-template" },
    { path: "texts.logo", code: "not-a-picture" },
  ]);
  expect(wrong.assessment).toBeNull();
});

it("a kept template still holds nothing that acts", () => {
  const { base64: kept } = readTemplate(wordTemplate()) as { base64: string };
  expect([...unzip(Buffer.from(kept, "base64")).keys()]).not.toContain("[Content_Types].xml");
  expect(readTemplate(Buffer.from("no archive"))).toEqual({ fault: "no-template" });
});
