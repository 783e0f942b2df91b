import type { Picture } from "./document";

type Size = { width: number; height: number };

/**
 * Width and height of a picture in its own pixels.
 * @throws RangeError where the bytes end before they say.
 */
export function pictureSize({ type, data }: Pick<Picture, "type" | "data">): Size {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return type === "png" ? { width: view.getUint32(16), height: view.getUint32(20) } : jpegSize(view);
}

/** The size stands in the frame header, behind segments that each say how long they are. */
function jpegSize(view: DataView): Size {
  let at = 2;
  while (!isFrameHeader(view.getUint8(at + 1))) at += 2 + view.getUint16(at + 2);
  return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
}

/** C0 to CF are frame headers, but for tables (C4), an extension (C8) and arithmetic conditioning (CC). */
const isFrameHeader = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
