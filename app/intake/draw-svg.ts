import { Resvg } from "@resvg/resvg-js";
import { SaxesParser } from "saxes";
import { decodeText } from "./decode-text";

/** Names for addresses, as drawing programs declare them; longer or nested ones would unfold without end. */
const declaration = /<!ENTITY\s+([\w.-]+)\s+"([^"<&%]{0,200})"\s*>/g;
/** What runs, or brings in another page. */
const forbidden = new Set(["script", "foreignObject", "iframe", "audio", "video", "handler"]);

/** Whether these bytes are a drawing in SVG, by what it begins with. */
export function isSvg(bytes: Uint8Array): boolean {
  return /^\s*(<\?xml|<!--|<!DOCTYPE svg|<svg[\s>])/i.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1").replace(/^\u00EF\u00BB\u00BF/, "")); // prettier-ignore
}

/**
 * Draws an SVG to pixels, as a PNG that fits into the box. Nothing in it runs, and nothing outside it is looked at: it is
 * written anew without scripts and without any address but those of its own parts.
 * @param fontFiles for its texts; those of the machine are not used.
 * @throws Error where it is no SVG or cannot be drawn.
 */
export function drawSvg(bytes: Uint8Array, box: { width: number; height: number }, fontFiles: string[]): Uint8Array {
  const { text } = decodeText(bytes);
  if (text === null) throw new Error("The drawing is no text.");
  const svg = withoutOutside(text);
  const font = { loadSystemFonts: false, fontFiles };
  const { width, height } = new Resvg(svg, { font });
  const mode = width / height > box.width / box.height ? "width" : "height";
  return new Resvg(svg, { font, fitTo: { mode, value: box[mode] } }).render().asPng();
}

function withoutOutside(xml: string): string {
  const parser = new SaxesParser();
  let svg = "";
  // How deep in something forbidden.
  let skipped = 0;
  parser.on("doctype", (doctype) => {
    for (const [, name = "", value = ""] of doctype.matchAll(declaration)) parser.ENTITIES[name] = value;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (skipped > 0 || forbidden.has(name.replace(/^.*:/, ""))) skipped += 1;
    else svg += `<${name}${Object.entries(attributes).filter(isInside).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}>`; // prettier-ignore
  });
  const write = (text: string) => {
    if (skipped === 0) svg += escaped(text);
  };
  parser.on("text", write);
  parser.on("cdata", write);
  parser.on("closetag", ({ name }) => {
    if (skipped > 0) skipped -= 1;
    else svg += `</${name}>`;
  });
  parser.write(xml).close();
  return svg;
}

/** Neither what runs on an event nor what leads out of the drawing. */
function isInside([name, value]: [string, string]): boolean {
  return !/^on/i.test(name) && (!/(^|:)href$/.test(name) || /^\s*(#|data:image\/(png|jpeg|gif);)/i.test(value));
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
