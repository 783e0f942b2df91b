import { createHash } from "node:crypto";
import anyAscii from "any-ascii";

const longest = 60;
/** Names that Windows keeps for devices, whatever ending follows them. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A name in the letters a–z, digits and hyphens, which every file system takes: umlauts as German spells them out, other
 * letters and scripts as close as these come ("Běła Woda" is `bela-woda`, "Αθήνα" is `athina`). The same name always gives
 * the same; only a name without a letter or digit gives nothing.
 */
export function plainName(name: string): string {
  const spelt = name.normalize("NFC").replace(/[äöü]/gi, (letter) => `${letter}e`);
  const plain = joined(anyAscii(spelt).toLowerCase(), /[^a-z0-9]+/g);
  if (plain === "" && /[\p{L}\p{N}]/u.test(name)) return `n-${shortHash(name)}`;
  return reserved.test(plain) ? `${plain}-name` : plain;
}

/** A name in its own letters, without signs that a file system or a header may take amiss. */
const letteredName = (name: string) => joined(name.normalize("NFC").toLowerCase(), /[^\p{L}\p{M}\p{N}]+/gu);

const joined = (text: string, others: RegExp) =>
  [...text.replace(others, "-").replace(/^-/, "")].slice(0, longest).join("").replace(/-$/, "");

/** Tells names apart that look the same in plain letters; ten digits, the same for the same text. */
export const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 10);

/** What a report's file is called: what it is, the organisation in its own letters, and the day. */
export function reportFileName(what: string, organisation: string | undefined, date: string, ending: string): string {
  return `${["ki-pegel", what, letteredName(organisation ?? ""), date].filter(Boolean).join("-")}.${ending}`;
}

/** The header that gives a download its name, in plain letters for old programs and in its own for all others (RFC 6266). */
export function attachment(fileName: string): string {
  const [, stem = "", ending = ""] = /^(.*?)(\.[a-z0-9]+)?$/s.exec(fileName) ?? [];
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, ""))
    // These stay as they are there, but not here (RFC 8187).
    .replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plainName(stem)}${ending}"; filename*=UTF-8''${encoded}`;
}
