import type { BlockOf, Picture } from "../document";
import { standalone } from "../drawing";
import type { Part } from "../odf/package";
import { element, plainText, type Xml } from "../odf/xml";
import { pictureSize } from "../picture-size";
import { rasterised } from "../rasterise";
import type { Theme } from "../theme";
import { millimetres } from "./styles";

const millimetresPerPixel = 25.4 / 96;
/** The largest that a logo may be, in millimetres. */
const logoBox = { width: 60, height: 18 };

/** The pictures of a document, which are files of their own beside its text. */
export type Pictures = {
  /** A drawing, with a PNG of twice its size for programs that know no SVG. @param widest in millimetres. */
  drawing(figure: BlockOf<"figure">, widest: number): Xml;
  /** @param highest in millimetres, where it does not stand on a cover. */
  logo(picture: Picture, highest?: number): Xml;
  parts: Part[];
};

export function openPictures(theme: Theme): Pictures {
  const parts: Part[] = [];
  const add = (ending: string, mediaType: string, data: Uint8Array) => {
    const path = `Pictures/${parts.length + 1}.${ending}`;
    parts.push({ path, mediaType, data, stored: ending !== "svg" });
    return element("draw:image", { "xlink:href": path, "xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad", "draw:mime-type": mediaType }); // prettier-ignore
  };
  const frame = (width: number, height: number, title: string, alternative: string, images: Xml[]) =>
    element(
      "draw:frame",
      {
        "draw:name": `Picture ${parts.length}`,
        "text:anchor-type": "as-char",
        "svg:width": millimetres(width),
        "svg:height": millimetres(height),
      },
      images,
      element("svg:title", {}, plainText(title)),
      element("svg:desc", {}, plainText(alternative)),
    );
  return {
    parts,
    drawing({ svg, width, height, alternative, caption }, widest) {
      const complete = standalone(svg, theme);
      const scale = Math.min(1, widest / (width * millimetresPerPixel)) * millimetresPerPixel;
      const images = [add("svg", "image/svg+xml", Buffer.from(complete)), add("png", "image/png", rasterised(complete, width * 2, theme))];
      return frame(width * scale, height * scale, caption, alternative, images);
    },
    logo({ type, data, alternative }, highest) {
      const size = pictureSize({ type, data });
      const box = highest ? { width: 5 * highest, height: highest } : logoBox;
      const scale = Math.min(box.width / size.width, box.height / size.height);
      return frame(size.width * scale, size.height * scale, alternative, alternative, [add(type, `image/${type}`, data)]);
    },
  };
}
