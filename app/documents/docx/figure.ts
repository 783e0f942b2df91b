import { ImageRun } from "docx";
import { carriableText } from "../../core/assessment/text";
import type { BlockOf, Picture } from "../document";
import { standalone } from "../drawing";
import { pictureSize } from "../picture-size";
import { rasterised } from "../rasterise";
import type { Look, Theme } from "../theme";
import { textWidthInPixels } from "./look";

/** A drawing as SVG, with a PNG of twice its size for readers that know no SVG, as wide as the text at the most. */
export function drawing({ svg, width, height, alternative, caption }: BlockOf<"figure">, theme: Theme, look: Look): ImageRun {
  const complete = standalone(svg, theme);
  const scale = Math.min(1, textWidthInPixels(look) / width);
  return new ImageRun({
    type: "svg",
    data: Buffer.from(complete),
    fallback: { type: "png", data: rasterised(complete, width * 2, theme) },
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
