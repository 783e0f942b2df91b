import { Resvg } from "@resvg/resvg-js";
import { drawingFontFiles } from "./fonts";
import type { Theme } from "./theme";

/** A drawing that stands alone as a PNG, for readers that know no SVG. @param width in pixels. */
export function rasterised(svg: string, width: number, { typeface: { name } }: Theme): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: "width", value: Math.round(width) },
    font: { loadSystemFonts: false, fontFiles: drawingFontFiles, defaultFontFamily: name, sansSerifFamily: name },
  });
  return image.render().asPng();
}
