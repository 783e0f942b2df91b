import { zipSync, type Zippable } from "fflate";
import type { Language } from "../../core/vocabulary";
import { element, plainText, xmlFile } from "./xml";

const mediaTypes = {
  text: "application/vnd.oasis.opendocument.text",
  spreadsheet: "application/vnd.oasis.opendocument.spreadsheet",
} as const;

export type Properties = { title: string; description: string; author: string; language: Language; /** ISO date. */ date: string };

/** A file inside the package, such as a picture. */
export type Part = { path: string; mediaType: string; data: Uint8Array; /** It is compressed already. */ stored?: boolean };

export type OdfFiles = {
  kind: keyof typeof mediaTypes;
  properties: Properties;
  /** The files of these names. */
  content: string;
  styles: string;
  settings?: string;
  parts?: Part[];
};

export const countries: Record<Language, string> = { de: "DE", en: "GB" };

/** An OpenDocument file (ISO/IEC 26300, version 1.3). The media type comes first and as it is, so that programs know the file by its first bytes. */
export function odfPackage({ kind, properties, content, styles, settings, parts = [] }: OdfFiles): Uint8Array {
  const texts = {
    "content.xml": content,
    "styles.xml": styles,
    "meta.xml": metaOf(properties),
    ...(settings && { "settings.xml": settings }),
  };
  const entries = [
    { path: "/", mediaType: mediaTypes[kind] },
    ...Object.keys(texts).map((path) => ({ path, mediaType: "text/xml" })),
    ...parts,
  ];
  const files: Zippable = {
    mimetype: [Buffer.from(mediaTypes[kind]), { level: 0 }],
    ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)])),
    ...Object.fromEntries(parts.map(({ path, data, stored }) => [path, stored ? [data, { level: 0 as const }] : data])),
    "META-INF/manifest.xml": Buffer.from(manifestOf(entries)),
  };
  // The same document always gives the same bytes.
  return zipSync(files, { mtime: new Date(`${properties.date}T12:00:00`) });
}

function metaOf({ title, description, author, language, date }: Properties): string {
  const moment = `${date}T00:00:00`;
  return xmlFile(
    "office:document-meta",
    element(
      "office:meta",
      {},
      element("meta:generator", {}, plainText("KI-Pegel")),
      element("dc:title", {}, plainText(title)),
      element("dc:description", {}, plainText(description)),
      element("meta:initial-creator", {}, plainText(author)),
      element("dc:creator", {}, plainText(author)),
      element("meta:creation-date", {}, plainText(moment)),
      element("dc:date", {}, plainText(moment)),
      element("dc:language", {}, plainText(`${language}-${countries[language]}`)),
    ),
  );
}

function manifestOf(entries: { path: string; mediaType: string }[]): string {
  const manifest = element(
    "manifest:manifest",
    { "xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version": "1.3" },
    entries.map(({ path, mediaType }) =>
      element("manifest:file-entry", {
        "manifest:full-path": path,
        "manifest:version": path === "/" ? "1.3" : null,
        "manifest:media-type": mediaType,
      }),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${manifest}`;
}
