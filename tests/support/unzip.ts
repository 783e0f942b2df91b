import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;
const stored = 0;

/** The texts of a package's parts (DOCX, XLSX), by their paths. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const view = Buffer.from(bytes);
  let end = view.length - 22;
  while (view.readUInt32LE(end) !== endOfDirectory) end -= 1;
  const parts = new Map<string, string>();
  let at = view.readUInt32LE(end + 16);
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [view.readUInt16LE(at + 10), view.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [view.readUInt16LE(at + 28), view.readUInt16LE(at + 30), view.readUInt16LE(at + 32)];
    const local = view.readUInt32LE(at + 42);
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const data = view.subarray(start, start + size);
    parts.set(view.toString("utf8", at + 46, at + 46 + nameLength), (method === stored ? data : inflateRawSync(data)).toString("utf8"));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}
