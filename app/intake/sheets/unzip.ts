import { strFromU8, unzipSync } from "fflate";
import { TooLargeError } from "./sheet";

/** All that the wanted parts may unpack to; a filled-in table of 5,000 clients needs a fifth. */
const mostBytes = 64 * 1024 ** 2;

/**
 * Parts of a packed file as text. What a part says of its size is counted before anything is unpacked, and no part gets
 * more room than it says.
 * @throws TooLargeError where the parts together would be too large; Error where this is no such file.
 */
export function unzipTexts(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  let sum = 0;
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!wanted(name)) return false;
      sum += originalSize;
      if (sum > mostBytes) throw new TooLargeError();
      return true;
    },
  });
  return new Map(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}
