import { Resvg } from "@resvg/resvg-js";
import { ImageRun } from "docx";
import { carriableText } from "../../core/assessment/text";
import type { Block, Picture } from "../document";
import { drawingFontFiles, fallbackFont, fontName } from "../fonts";
import { textWidthInPixels } from "./look";
import { pictureSize } from "./picture-size";

type Figure = Extract<Block, { kind: "figure" }>;

/** A drawing as SVG, with a PNG of twice its size for readers that know no SVG, as wide as the text at the most. */
export function drawing({ svg, width, height, alternative, caption }: Figure): ImageRun {
  const complete = standalone(svg);
  const scale = Math.min(1, textWidthInPixels / width);
  return new ImageRun({
    type: "svg",
    data: Buffer.from(complete),
    fallback: { type: "png", data: rasterised(complete, width * 2) },
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: carriableText(caption), description: carriableText(alternative) },
  });
}

/** Somebody's picture within a box of this size in CSS pixels, its proportions kept. */
export function picture({ type, data, alternative }: Picture, box: { width: number; height: number }): ImageRun {
  const size = pictureSize({ type, data });
  const scale = Math.min(box.width / size.width, box.height / size.height);
  return new ImageRun({
    type: type === "jpeg" ? "jpg" : "png",
    data,
    transformation: { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) },
    altText: { name: carriableText(alternative), description: carriableText(alternative) },
  });
}

function rasterised(svg: string, width: number): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: "width", value: Math.round(width) },
    font: { loadSystemFonts: false, fontFiles: drawingFontFiles, defaultFontFamily: fontName, sansSerifFamily: fontName },
  });
  return image.render().asPng();
}

/** Drawings come from pages, where the name space and the typeface are a matter of course. */
function standalone(svg: string): string {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const missing = [
    / xmlns=/.test(root) ? "" : ' xmlns="http://www.w3.org/2000/svg"',
    / font-family=/.test(root) ? "" : ` font-family="${fontName}, ${fallbackFont}, Arial, sans-serif"`,
  ].join("");
  return svg.replace("<svg", `<svg${missing}`);
}
