import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text";

const text = "Größe; Übermäßig – „Weißwasser“ 5 €\nBaden-Württemberg; Café; S’il vous plaît; Málaga; Størrelse";
const encoded = (encoding: string, addBOM = false, what = text) => iconv.encode(what, encoding, { addBOM });

describe("a text", () => {
  it.each([
    ["UTF-8", encoded("utf8")],
    ["UTF-8 with a mark", encoded("utf8", true)],
    ["UTF-16 of Windows", encoded("utf-16le", true)],
    ["UTF-16 of Windows without a mark", encoded("utf-16le")],
    ["the other UTF-16", encoded("utf-16be", true)],
    ["the other UTF-16 without a mark", encoded("utf-16be")],
    ["Windows-1252", encoded("windows-1252")],
  ])("in %s is read", (_encoding, bytes) => expect(decodeText(bytes)).toEqual({ text }));

  it.each([
    ["UTF-32LE", encoded("utf-32le", true)],
    ["UTF-32BE", encoded("utf-32be", true)],
    ["cp850", encoded("cp850", false, "Größe; Köln; Gemüse")],
    ["macintosh", encoded("macintosh", false, "Größe; Köln; Gemüse")],
    ["windows-1251", encoded("windows-1251", false, "Москва и Санкт-Петербург, все города страны")],
    ["Shift_JIS", encoded("shift_jis", false, "東京都と大阪府の人工知能について。これは日本語の文章です。")],
  ])("in %s is refused by that name", (encoding, bytes) => expect(decodeText(bytes)).toEqual({ text: null, encoding }));

  it("is none where it holds zeros", () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0x61]))).toEqual({ text: null, encoding: null });
  });

  it("may be empty", () => expect(decodeText(new Uint8Array())).toEqual({ text: "" }));
});
