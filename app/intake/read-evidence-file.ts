import { strFromU8, unzipSync } from "fflate";
import type { EvidenceFault, EvidenceType } from "../core/assessment/evidence-file";

/** Larger than any description of an office file's parts. */
const mostPartBytes = 1024 * 1024;
/** Where the end of a PDF stands at the latest, before what programs add behind it. */
const endBytes = 2_048;

const openDocuments: Record<string, EvidenceType> = {
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
};
const officeParts: [mainType: string, type: EvidenceType][] = [
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsx"],
];

/**
 * What a file is by its bytes, whatever it is called: PDF, PNG, JPEG, or an office file without macros. Of an office file only the
 * list of its parts is read; nothing is drawn or run.
 */
export function readEvidenceFile(bytes: Uint8Array): { type: EvidenceType } | { fault: EvidenceFault } {
  if (bytes.length === 0) return { fault: "empty" };
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const tail = Buffer.from(bytes.subarray(-endBytes)).toString("latin1");
  const whole = (type: EvidenceType, isWhole: boolean) => (isWhole ? { type } : { fault: "broken" as const });
  if (/^%PDF-[12]\.\d/.test(head)) return whole("pdf", tail.includes("%%EOF"));
  if (head === "\x89PNG\r\n\x1a\n") return whole("png", tail.includes("IEND"));
  if (head.startsWith("\xff\xd8\xff")) return whole("jpeg", tail.includes("\xff\xd9"));
  if (head.startsWith("PK\x03\x04")) return readPacked(bytes);
  return { fault: "unknown-kind" };
}

function readPacked(bytes: Uint8Array): { type: EvidenceType } | { fault: EvidenceFault } {
  const names: string[] = [];
  const described = ["mimetype", "[Content_Types].xml"];
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name);
        return described.includes(name) && originalSize <= mostPartBytes;
      },
    });
  } catch {
    return { fault: "broken" };
  }
  const text = (name: string) => (Object.hasOwn(parts, name) && parts[name] ? strFromU8(parts[name]) : "");
  const mimetype = text("mimetype").trim();
  const contentTypes = text("[Content_Types].xml");
  const type = Object.hasOwn(openDocuments, mimetype)
    ? openDocuments[mimetype]
    : officeParts.find(([mainType]) => contentTypes.includes(mainType))?.[1];
  const hasMacros = /macroEnabled/i.test(contentTypes) || names.some((name) => /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\//i.test(name));
  if (hasMacros) return { fault: "macros" };
  return type ? { type } : { fault: "unknown-kind" };
}
