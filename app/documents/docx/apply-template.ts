import { strFromU8, unzipSync, zipSync } from "fflate";
import { mergeNumbering } from "./merge-numbering";
import { mergeStyles } from "./merge-styles";
import type { WordTemplate } from "./template";

const officeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pictureTypes: Record<string, string> = {
  ...{ png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", bmp: "image/bmp", tif: "image/tiff" },
  ...{ tiff: "image/tiff", svg: "image/svg+xml", emf: "image/x-emf", wmf: "image/x-wmf" },
};

/**
 * A Word file of ours in the dress of a template: its styles where they have the same names, with their lists, its theme, and, unless the
 * page is our own, its page with head and foot. Our body stays as it is; styles that the template lacks are added to it.
 */
export function applyTemplate(docx: Uint8Array, template: WordTemplate, { ownPage, cover }: { ownPage: boolean; cover: boolean }): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(docx);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const write = (name: string, xml: string) => void (files[name] = Buffer.from(xml));

  const { numbering, idOf } = mergeNumbering(text("word/numbering.xml"), template.numbering);
  write("word/numbering.xml", numbering);
  const { styles, renamed } = mergeStyles(text("word/styles.xml"), template.styles, idOf);
  write("word/styles.xml", styles);
  for (const name of Object.keys(files).filter((one) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(one)))
    write(name, renamed(text(name)));
  const theme = template.parts.get("word/theme/theme1.xml");
  if (theme) files["word/theme/theme1.xml"] = theme;
  if (!ownPage) takePage({ files, text, write }, template, cover);
  return zipSync(files, { mtime: new Date("2026-01-01T12:00:00") });
} // prettier-ignore

type Package = { files: Record<string, Uint8Array>; text: (name: string) => string; write: (name: string, xml: string) => void };

/** Page, head and foot. Where the template has no head or foot of a kind, ours stays. */
function takePage({ files, text, write }: Package, template: WordTemplate, cover: boolean): void {
  const heads = template.heads.map((head, index) => ({ ...head, id: `rIdTemplate${index}`, own: `template-${head.part.replace(/.*\//, "")}` }));
  const titlePage = cover || template.titlePage;
  const body = text("word/document.xml");
  const at = body.lastIndexOf("<w:sectPr");
  let section = body
    .slice(at)
    .replace(/<w:pgSz\b[^>]*\/>/, template.page.size)
    .replace(/<w:pgMar\b[^>]*\/>/, template.page.margins)
    .replace(/<w:titlePg\b[^>]*\/>/, titlePage ? "<w:titlePg/>" : "");
  // An even page has a head of its own only where the settings say so, which are ours.
  for (const { kind, type, id } of heads.filter(({ type: where }) => where !== "even")) {
    const reference = `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
    section = section.replace(new RegExp(`<w:${kind}Reference w:type="${type}"[^>]*/>`), reference);
  }
  write("word/document.xml", body.slice(0, at) + section);

  const added = heads.map(({ kind, id, own }) => `<Relationship Id="${id}" Type="${officeRelationship}/${kind}" Target="${own}"/>`);
  const relations = "word/_rels/document.xml.rels";
  write(relations, text(relations).replace("</Relationships>", `${added.join("")}</Relationships>`));
  const endings = new Set<string>();
  for (const { part, own } of heads) {
    files[`word/${own}`] = template.parts.get(`word/${part}`) ?? new Uint8Array();
    const rels = template.parts.get(`word/_rels/${part}.rels`);
    if (rels) write(`word/_rels/${own}.rels`, strFromU8(rels).replace(/Target="(?:\/word\/)?media\//g, 'Target="media/template-'));
  }
  for (const [name, data] of template.parts) {
    if (!name.startsWith("word/media/")) continue;
    files[name.replace("word/media/", "word/media/template-")] = data;
    endings.add(name.split(".").at(-1)?.toLowerCase() ?? "");
  }
  write("[Content_Types].xml", withTypes(text("[Content_Types].xml"), heads, endings));
} // prettier-ignore

function withTypes(types: string, heads: { kind: string; own: string }[], endings: Set<string>): string {
  const missing = [...endings].filter((ending) => !types.toLowerCase().includes(`extension="${ending}"`) && pictureTypes[ending]);
  const defaults = missing.map((ending) => `<Default Extension="${ending}" ContentType="${pictureTypes[ending]}"/>`);
  const overrides = heads.map(
    ({ kind, own }) =>
      `<Override PartName="/word/${own}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  );
  return types.replace("</Types>", `${[...defaults, ...overrides].join("")}</Types>`);
}
