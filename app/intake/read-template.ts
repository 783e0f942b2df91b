import { strFromU8, unzipSync, zipSync, type Zippable } from "fflate";
import type { TemplateFault } from "../core/brand/brand";
import { walkXml } from "./sheets/walk-xml";

/** All that the parts we look at may unpack to, what we keep may pack to, and how many parts there may be. */
const most = { unpacked: 16 * 1024 ** 2, kept: 500_000, parts: 2_000 };
const relationships = "/relationships/";

class Refused extends Error {
  constructor(readonly fault: TemplateFault) {
    super(fault);
  }
}

/**
 * Takes a Word template (DOCX or DOTX) as somebody gives it, and keeps what a document takes from it: styles and lists, theme,
 * page, head and foot with their pictures. What could act or reach outside is refused, wherever it stands.
 */
export function readTemplate(bytes: Uint8Array): { base64: string } | { fault: TemplateFault } {
  try {
    const parts = unpacked(bytes);
    refuseWhatActs(parts);
    const kept = zipSync(keptOf(parts), { mtime: new Date("2026-01-01T12:00:00"), level: 9 });
    if (kept.length > most.kept) throw new Refused("too-large");
    return { base64: Buffer.from(kept).toString("base64") };
  } catch (error) {
    return { fault: error instanceof Refused ? error.fault : "no-template" };
  }
}

type Parts = Record<string, Uint8Array>;

/** What the parts say of their sizes is counted before anything is unpacked, and none gets more room than it says. */
function unpacked(bytes: Uint8Array): Parts {
  let [sum, count] = [0, 0];
  return unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (/(^|\/)(vba|activeX\/)|\.bin$/i.test(name)) throw new Refused("macros");
      if (/(^|\/)(embeddings|afchunk)/i.test(name)) throw new Refused("outside");
      count += 1;
      sum += originalSize;
      if (sum > most.unpacked || count > most.parts) throw new Refused("too-large");
      return true;
    },
  });
}

const textOf = (parts: Parts, name: string) => strFromU8(parts[name] ?? new Uint8Array());

function refuseWhatActs(parts: Parts): void {
  const types = textOf(parts, "[Content_Types].xml");
  if (/macroEnabled|vbaProject/i.test(types)) throw new Refused("macros");
  // What we have kept of one comes back in a save file, without its list of types.
  if (parts["[Content_Types].xml"] && !/wordprocessingml\.(template|document)\.main\+xml/.test(types)) throw new Refused("no-template");
  for (const name of Object.keys(parts).filter((one) => /\.(xml|rels)$/i.test(one))) {
    const xml = textOf(parts, name);
    if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Refused("no-template");
    if (name.endsWith(".rels")) refuseOutside(xml);
    else if (/^word\/(header|footer)[^/]*\.xml$/.test(name)) refuseFields(xml);
  }
}

/** A link that a person follows is none of those; whatever a program would fetch by itself is. */
function refuseOutside(xml: string): void {
  walkXml(xml, {
    open(name, { TargetMode, Type = "", Target = "" }) {
      if (name !== "Relationship" || TargetMode !== "External") return;
      if (!Type.endsWith(`${relationships}hyperlink`) || !/^(https?:\/\/|mailto:)/i.test(Target)) throw new Refused("outside");
    },
  });
}

/** Fields that fetch or start something when the file is opened. Their words may be spread over several runs. */
function refuseFields(xml: string): void {
  let said = "";
  let inField = false;
  walkXml(xml, {
    open(name, attributes) {
      inField = name === "w:instrText";
      said += ` ${attributes["w:instr"] ?? ""}`;
    },
    text: (text) => void (said += inField ? text : ""),
    close: () => void (inField = false),
  });
  if (/\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|MACROBUTTON|DATABASE|IMPORT|INCLUDE)\b/i.test(said)) throw new Refused("outside");
}

/** Of the body nothing stays but the set-up of its last section. */
function keptOf(parts: Parts): Zippable {
  const [styles, body] = [textOf(parts, "word/styles.xml"), textOf(parts, "word/document.xml")];
  const section = [...body.matchAll(/<w:sectPr\b[^>]*>(?:(?!<w:sectPr\b)[\s\S])*?<\/w:sectPr>/g)].at(-1)?.[0];
  if (!/<w:styles\b/.test(styles) || section === undefined) throw new Refused("no-template");
  walkXml(styles, {});
  const root = /<w:document\b[^>]*>/.exec(body)?.[0] ?? "";
  const whole = `${root}<w:body>${section}</w:body></w:document>`;
  walkXml(whole, {});
  const used = new Set([...section.matchAll(/r:id="([^"]+)"/g)].map(([, id]) => id));
  const heads = relationsOf(parts, "word/_rels/document.xml.rels").filter(({ id }) => used.has(id));
  const kept: Parts = { "word/styles.xml": parts["word/styles.xml"] ?? new Uint8Array(), "word/document.xml": Buffer.from(whole) };
  const keep = (name: string) => {
    const part = parts[name];
    if (part) kept[name] = part;
    return part;
  };
  for (const part of [keep("word/theme/theme1.xml"), keep("word/numbering.xml")]) if (part) walkXml(strFromU8(part), {});
  kept["word/_rels/document.xml.rels"] = Buffer.from(relationsFile(heads));
  for (const { target } of heads) {
    const part = keep(`word/${target}`);
    if (!part) throw new Refused("no-template");
    walkXml(strFromU8(part), {});
    keep(`word/_rels/${target}.rels`);
    for (const { target: picture } of relationsOf(parts, `word/_rels/${target}.rels`)) keep(`word/${picture}`);
  }
  return kept;
}

type Relation = { id: string; type: string; target: string };

function relationsOf(parts: Parts, name: string): Relation[] {
  const relations: Relation[] = [];
  if (!parts[name]) return relations;
  walkXml(textOf(parts, name), {
    open: (element, { Id = "", Type = "", Target = "" }) =>
      void (element === "Relationship" && relations.push({ id: Id, type: Type, target: Target.replace(/^\/word\//, "") })),
  });
  return relations;
}

const relationsFile = (relations: Relation[]) =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  `${relations.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;
