import { strFromU8, unzipSync } from "fflate";
import type { Look } from "../theme";
import { twipsPerMillimetre } from "./look";

/** What a document takes from a template of one's own, opened; see `readTemplate` for what is kept of one. */
export type WordTemplate = {
  parts: ReadonlyMap<string, Uint8Array>;
  styles: string;
  /** Its lists, such as the numbers of headings; empty where it has none. */
  numbering: string;
  /** Markup of the page's size and margins, as it stands in the file. */
  page: { size: string; margins: string };
  /** Head and foot by where they stand: which part of the package. */
  heads: { kind: "header" | "footer"; type: string; part: string }[];
  /** Whether its first page has a head of its own. */
  titlePage: boolean;
};

/** @returns null where it is none any more: then a document looks as without one. */
export function openTemplate({ base64 }: { base64: string }): WordTemplate | null {
  try {
    const parts = new Map(Object.entries(unzipSync(Buffer.from(base64, "base64"))));
    const text = (name: string) => strFromU8(parts.get(name) ?? new Uint8Array());
    const body = text("word/document.xml");
    const [size, margins] = [/<w:pgSz\b[^>]*\/>/.exec(body)?.[0], /<w:pgMar\b[^>]*\/>/.exec(body)?.[0]];
    const styles = text("word/styles.xml");
    if (size === undefined || margins === undefined || !styles.includes("</w:styles>")) return null;
    const targets = new Map(
      [...text("word/_rels/document.xml.rels").matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(([, id = "", target = ""]) => [id, target]),
    );
    const heads = [...body.matchAll(/<w:(header|footer)Reference\b[^>]*>/g)].flatMap(([markup, kind]) => {
      const part = targets.get(attribute(markup, "r:id") ?? "");
      return part ? [{ kind: kind === "header" ? ("header" as const) : ("footer" as const), type: attribute(markup, "w:type") ?? "default", part }] : [];
    });
    const titlePg = /<w:titlePg\b[^>]*>/.exec(body)?.[0];
    const titlePage = titlePg !== undefined && !/w:val="(0|false|off)"/.test(titlePg);
    return { parts, styles, numbering: text("word/numbering.xml"), page: { size, margins }, heads, titlePage };
  } catch {
    return null;
  }
} // prettier-ignore

const attribute = (markup: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(markup)?.[1];

/** The measures of a page with the width that the template's text has, so that tables and drawings fill it. */
export function lookOf(look: Look, { page: { size, margins } }: WordTemplate): Look {
  const millimetres = (markup: string, name: string) => Number(attribute(markup, `w:${name}`)) / twipsPerMillimetre;
  const [width, height] = [millimetres(size, "w"), millimetres(size, "h")];
  const side = (millimetres(margins, "left") + millimetres(margins, "right")) / 2;
  return width > 2 * side && height > 0 ? { ...look, width, height, side } : look;
}
