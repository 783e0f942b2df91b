import { detect } from "chardet";
import iconv from "iconv-lite";

/** The text of a file without its mark, or the name of the encoding that we do not read; null where even that is unknown. */
export type DecodedText = { text: string } | { text: null; encoding: string | null };

/** Marks at the beginning of a file, the longer ones first: UTF-32 begins as UTF-16 does. */
const marks: [mark: number[], encoding: string][] = [
  [[0xff, 0xfe, 0, 0], "UTF-32LE"],
  [[0, 0, 0xfe, 0xff], "UTF-32BE"],
  [[0xef, 0xbb, 0xbf], "UTF-8"],
  [[0xff, 0xfe], "UTF-16LE"],
  [[0xfe, 0xff], "UTF-16BE"],
];
const readable = ["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"];
/** What Excel saves as "CSV (MS-DOS)" and "CSV (Macintosh)": every file can be read so, and none says that it is one. */
const olderEncodings = ["macintosh", "cp850"];

/**
 * Reads text as editors and spreadsheets write it here: UTF-8 and UTF-16, with a mark or without, and Windows-1252.
 * What is in another encoding is told by its name instead of being read as something that nobody wrote.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  if (encoding === null || !readable.includes(encoding)) return { text: null, encoding };
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return text.includes("\0") ? { text: null, encoding: null } : { text };
}

function encodingOf(bytes: Uint8Array): string | null {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  return utf16Without(bytes) ?? (isUtf8(bytes) ? "UTF-8" : singleByteEncoding(bytes));
}

/** Western text in UTF-16 has a zero in nearly every pair, always on the same side. */
function utf16Without(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = head.length / 4;
  if (odd > most && even === 0) return "UTF-16LE";
  return even > most && odd === 0 ? "UTF-16BE" : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function singleByteEncoding(bytes: Uint8Array): string | null {
  const strangeIn = (encoding: string) => strangeness(iconv.decode(Buffer.from(bytes), encoding));
  const western = strangeIn("windows-1252");
  if (western === 0) return "windows-1252";
  const [closest] = olderEncodings.filter((encoding) => strangeIn(encoding) === 0);
  if (closest) return closest;
  const guess = detect(bytes);
  return guess === null || readable.includes(guess) || guess.startsWith("ISO-8859-1") ? null : guess;
}

/** How often a text has what no Western European language writes: a sign or a capital within a word, three accents in a row. */
function strangeness(text: string): number {
  return text.match(/\p{Ll}(?:[^\p{L}\p{M}\p{ASCII}’]|[^\P{Lu}\p{ASCII}])\p{Ll}|[^\P{L}\p{ASCII}]{3}|[\u0080-\u009F\uFFFD]/gu)?.length ?? 0;
}
