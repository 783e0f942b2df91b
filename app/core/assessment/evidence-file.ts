import { z } from "zod";
import { actorSchema } from "../changes/change";
import { freeText, textLimits } from "./text";

/** What a file may be that proves an answer, as its bytes say it. */
const evidenceTypes = ["pdf", "png", "jpeg", "docx", "xlsx", "odt", "ods"] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** So many can prove one answer. */
export const mostEvidenceFiles = 5;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file that proves an answer. Its bytes lie elsewhere, under their checksum (docs/decisions/0048). */
const evidenceFileSchema = z.strictObject({
  name: freeText(textLimits.name).pipe(z.string().min(1)),
  type: z.enum(evidenceTypes),
  bytes: z.int().min(1),
  sha256: sha256Schema,
  /** ISO day on which it was added. */
  date: z.iso.date(),
  by: actorSchema,
});
export type EvidenceFile = z.infer<typeof evidenceFileSchema>;

export const evidenceFilesSchema = z.array(evidenceFileSchema).min(1).max(mostEvidenceFiles);

/** Why a file proves nothing here. */
const evidenceFaults = [
  ...(["empty", "too-large", "unknown-kind", "broken", "macros"] as const),
  ...(["too-many", "there-already", "quota", "full", "infected", "not-scanned"] as const),
] as const;
export type EvidenceFault = (typeof evidenceFaults)[number];

/** Endings that files of a type have; the first one is given to a file that has another. */
const endings: Record<EvidenceType, readonly string[]> = {
  ...{ pdf: ["pdf"], png: ["png"], jpeg: ["jpg", "jpeg"], docx: ["docx"], xlsx: ["xlsx"], odt: ["odt"], ods: ["ods"] },
};

/** The last part of a name, with an ending that says what the file is; never empty. */
export function evidenceName(given: string, type: EvidenceType): string {
  const last = given.split(/[\\/]/).at(-1) ?? "";
  const [, stem = "", ending = ""] = /^(.*?)(?:\.([A-Za-z0-9]{1,5}))?$/s.exec(last.trim()) ?? [];
  const right = endings[type].includes(ending.toLowerCase()) ? ending.toLowerCase() : endings[type][0];
  const clean = freeText(10_000)
    .parse(stem)
    .replace(/\s+/g, " ")
    .replace(/^\.+/, "")
    .slice(0, textLimits.name - 6)
    .trim();
  return `${clean || "nachweis"}.${right}`;
}

/** Media types with which files are handed out. */
export const evidenceMediaTypes: Record<EvidenceType, string> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
};
