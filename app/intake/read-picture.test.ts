import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { isSoundPicture, readPicture } from "./read-picture";

const plain = (width: number, height: number, channels: 3 | 4 = 4) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 40, alpha: 0.5 } } });
const png = await plain(300, 100).png().toBuffer();
const jpeg = await plain(300, 100, 3).jpeg().toBuffer();
const read = (bytes: Uint8Array) => readPicture(bytes, []);
const svg = (inside: string, head = "") => Buffer.from(`${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="30" height="10">${inside}</svg>`); // prettier-ignore

/** What was drawn: its size and the colour in the middle. */
async function seen(bytes: Uint8Array) {
  const picture = await read(bytes);
  if ("fault" in picture) return picture;
  const { data, info } = await sharp(picture.data).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const middle = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 4;
  return { type: picture.type, width: info.width, height: info.height, colour: [...data.subarray(middle, middle + 4)] };
}

/** A PNG that says it has these many pixels and holds almost none. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.alloc(10))), chunk("IEND", Buffer.alloc(0))]); // prettier-ignore
}

describe("a picture", () => {
  it("is taken as PNG or JPEG, and fits a title page", async () => {
    expect(await seen(png)).toMatchObject({ type: "png", width: 300, height: 100 });
    expect(await seen(jpeg)).toMatchObject({ type: "jpeg", width: 300, height: 100 });
    expect(await seen(await plain(4_000, 1_000).png().toBuffer())).toMatchObject({ width: 1_200, height: 300 });
  });

  it("is turned upright, and loses what cameras write into it", async () => {
    const turned = await plain(300, 100, 3).jpeg().withMetadata({ orientation: 6 }).withExif({ IFD0: { Copyright: "geheim" } }).toBuffer(); // prettier-ignore
    const picture = await read(turned);
    expect(picture).toMatchObject({ type: "jpeg" });
    expect("data" in picture && Buffer.from(picture.data).includes("geheim")).toBe(false);
    expect(await seen(turned)).toMatchObject({ width: 100, height: 300 });
  });

  it("of many colours is made light enough to keep", async () => {
    const noise = Buffer.from(Array.from({ length: 1_200 * 600 * 3 }, (_none, index) => (index * 7919 * ((index >> 7) + 3)) % 251));
    const heavy = await sharp(noise, { raw: { width: 1_200, height: 600, channels: 3 } })
      .png()
      .toBuffer();
    expect(heavy.length).toBeGreaterThan(200_000);
    const picture = await read(heavy);
    expect("data" in picture && picture.data.length).toBeLessThan(200_000);
  });

  it.each([
    ["a PNG of eight bytes", png.subarray(0, 8)],
    ["a PNG that is cut off", png.subarray(0, png.length - 30)],
    ["a JPEG that is cut off", jpeg.subarray(0, jpeg.length / 2)],
    ["a PNG with other contents than it says", Buffer.concat([png.subarray(0, 60), Buffer.alloc(png.length - 60, 7)])],
  ])("is refused as unreadable: %s", async (_what, bytes) => {
    expect(await read(bytes)).toEqual({ fault: "unreadable" });
  });

  it("of 30,000 × 30,000 pixels is refused before anything is decoded", async () => {
    const begun = performance.now();
    expect(await read(pngOf(30_000, 30_000))).toEqual({ fault: "too-many-pixels" });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it.each([
    ["a GIF", Buffer.from("GIF89a")],
    ["a PDF", Buffer.from("%PDF-1.7")],
    ["a page", Buffer.from("<html><svg></svg></html>")],
    ["nothing", Buffer.alloc(0)],
  ])("is none: %s", async (_what, bytes) => {
    expect(await read(bytes)).toEqual({ fault: "unknown-kind" });
  });

  it("that is stored already is looked at before it is printed", async () => {
    expect(await isSoundPicture({ type: "png", data: png })).toBe(true);
    expect(await isSoundPicture({ type: "jpeg", data: png })).toBe(false);
    expect(await isSoundPicture({ type: "png", data: png.subarray(0, 8) })).toBe(false);
    expect(await isSoundPicture({ type: "png", data: pngOf(30_000, 30_000) })).toBe(false);
  });
});

describe("a drawing", () => {
  const red = '<rect width="30" height="10" fill="#f00"/>';

  it("is drawn to pixels", async () => {
    expect(await seen(svg(red))).toEqual({ type: "png", width: 1_200, height: 400, colour: [255, 0, 0, 255] });
    expect(await seen(svg(red, '<?xml version="1.0" encoding="UTF-8"?><!-- Zeichenprogramm -->'))).toMatchObject({
      colour: [255, 0, 0, 255],
    });
    const styled = '<style><![CDATA[.a{fill:#00f}]]></style><rect class="a" width="30" height="10"/>';
    expect(await seen(svg(styled))).toMatchObject({ colour: [0, 0, 255, 255] });
  });

  it("keeps the names for addresses that drawing programs declare", async () => {
    const bytes = Buffer.from(
      `<!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;" width="30" height="10">${red}</svg>`,
    );
    expect(await seen(bytes)).toMatchObject({ colour: [255, 0, 0, 255] });
  });

  it("runs nothing and looks at nothing outside itself", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ki-pegel-svg-"));
    const file = join(folder, "secret.png");
    writeFileSync(file, await plain(30, 10).removeAlpha().png().toBuffer());
    const outside = [file, `file://${file}`, "secret.png", "http://127.0.0.1:9/x.png"].flatMap((href) => [
      `<image xlink:href="${href}" width="30" height="10"/>`,
      `<image href="${href}" width="30" height="10"/>`,
    ]);
    for (const inside of [
      ...outside,
      `<script>require("fs").rmSync("${file}")</script>`,
      `<g onload="alert(1)"/>`,
      "<foreignObject><p>x</p></foreignObject>",
    ])
      expect(await seen(svg(red + inside)), inside).toMatchObject({ colour: [255, 0, 0, 255] });
    expect(existsSync(file)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["entities in entities", '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', "<text>&b;</text>"],
    ["an outside entity", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "<text>&a;</text>"],
    ["an open element", "", "<g>"],
  ])("is refused with %s", async (_what, head, inside) => {
    expect(await read(svg(inside, head))).toEqual({ fault: "unreadable" });
  });

  it.each(["0", "-5", "1e9"])("of a width of %s breaks nothing", async (width) => {
    const bytes = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"><rect width="1" height="1"/></svg>`);
    expect(await read(bytes)).toSatisfy((result: object) => "fault" in result || "data" in result);
  });
});
