import sharp from "sharp";
import type { LogoFault } from "../core/assessment/author-text";
import { drawSvg, isSvg } from "./draw-svg";

/** What only decoding shows. */
export type PictureFault = Exclude<LogoFault, "too-large">;
export type SoundPicture = { type: "png" | "jpeg"; data: Uint8Array };

/** A picture of a camera of today has half as many. */
const mostPixels = 50_000_000;
/** Enough for print at 7 cm: what a title page gives a logo. */
const box = { width: 1_200, height: 600 };
/** What a stored picture may take; then it is made smaller. */
const mostBytes = 200_000;

/** Whatever a decoder finds wrong makes a picture unreadable, cut off ones above all. */
const strict = { limitInputPixels: mostPixels, failOn: "error", pages: 1 } as const;

/**
 * Takes a picture as somebody gives it: PNG, JPEG or SVG by its bytes, decoded as a whole and written anew, upright, in
 * sRGB, without remarks of cameras and programs, no larger than a title page needs.
 * @param fontFiles for texts in drawings.
 */
export async function readPicture(bytes: Uint8Array, fontFiles: string[]): Promise<SoundPicture | { fault: PictureFault }> {
  const type = pictureType(bytes);
  if (type === null) return { fault: "unknown-kind" };
  try {
    const pixels = type === "svg" ? drawSvg(bytes, box, fontFiles) : bytes;
    const { width, height } = await sharp(pixels, { ...strict, limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return { fault: "too-many-pixels" };
    return { type: type === "jpeg" ? "jpeg" : "png", data: await written(pixels, type === "jpeg") };
  } catch {
    return { fault: "unreadable" };
  }
}

/** Whether a stored picture can be printed: it may be older than what is checked when one arrives. */
export async function isSoundPicture({ type, data }: SoundPicture): Promise<boolean> {
  if (pictureType(data) !== type) return false;
  return sharp(data, strict).stats().then(() => true, () => false); // prettier-ignore
}

/** The largest form that is not too heavy; one of few colours and few pixels always is. */
async function written(bytes: Uint8Array, jpeg: boolean): Promise<Uint8Array> {
  for (const [share, palette] of [
    [1, false],
    [1, true],
    [0.5, true],
  ] as const) {
    const fitted = await inBox(bytes, jpeg, share, palette);
    if (fitted.length <= mostBytes) return fitted;
  }
  return inBox(bytes, jpeg, 0.25, true);
}

function inBox(bytes: Uint8Array, jpeg: boolean, share: number, palette: boolean): Promise<Uint8Array> {
  const fitted = sharp(bytes, strict)
    .autoOrient()
    .resize({ width: box.width * share, height: box.height * share, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb");
  return (jpeg ? fitted.jpeg({ quality: palette ? 80 : 92 }) : fitted.png({ compressionLevel: 9, palette })).toBuffer();
}

function pictureType(bytes: Uint8Array): "png" | "jpeg" | "svg" | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  if (head === "89504e470d0a1a0a") return "png";
  if (head.startsWith("ffd8ff")) return "jpeg";
  return isSvg(bytes) ? "svg" : null;
}
