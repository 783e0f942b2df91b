import { expect, it } from "vitest";
import { logo } from "../../tests/support/docx-document";
import { pictureSize } from "./picture-size";

it("reads the size of a PNG", () => {
  expect(pictureSize({ type: "png", data: logo() })).toEqual({ width: 300, height: 100 });
});

it("reads the size of a JPEG behind other segments, a table of Huffman codes among them", () => {
  const comment = [0xff, 0xfe, 0, 5, 0xff, 0xc0, 0];
  const codes = [0xff, 0xc4, 0, 4, 1, 2];
  const frame = [0xff, 0xc2, 0, 11, 8, 0x01, 0x02, 0x03, 0x04, 1, 1, 0x11, 0];
  const data = Uint8Array.from([0, 0, 0xff, 0xd8, ...comment, ...codes, ...frame]).subarray(2);
  expect(pictureSize({ type: "jpeg", data })).toEqual({ width: 0x0304, height: 0x0102 });
});

it("tells where a picture ends too early", () => {
  expect(() => pictureSize({ type: "jpeg", data: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]) })).toThrow(RangeError);
});
