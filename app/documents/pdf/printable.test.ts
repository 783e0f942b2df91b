import { beforeAll, describe, expect, it } from "vitest";
import { standardTheme } from "../theme";
import { learnGlyphs } from "./glyphs";
import { breakable, breakHere, printable } from "./printable";

beforeAll(() => learnGlyphs("abcdefghijklmnopqrstuvwxyzäöüßéЖש✓✅❌🏛😀漢²³\u0301 ", standardTheme.typeface));

describe("a text for the page", () => {
  it.each([
    ["Größe 1 €", "Größe 1 [U+20AC]", "what was not learnt counts as missing"],
    ["süß é Ж ש ✓", "süß é Ж ש ✓", "what some font shows stays"],
    ["✅ a ❌ b 🏛 😀", "✅ a ❌ b 🏛 😀", "signs before lines stay"],
    ["a漢b", "a[U+6F22]b", "what none shows is spelt"],
    ["1 ㎡ 2 ㎥ 3 ㎢ ㎏", "1 m² 2 m³ 3 km² kg", "units are made of letters"],
    ["e\u0301", "é", "a letter and its accent are one"],
    ["a\u0000\u0007b\u202Ec\ufeff\ufe0f", "abc", "control characters and orders to write backwards go"],
    ["a\r\nb\u2028c\td", "a\nb\nc d", "every line break is one"],
    ["a\ue000", "a[U+E000]", "private characters mean nothing to others"],
    ["\ud800a", "a", "half a character is none"],
  ])("%j is %j: %s", (text, printed) => expect(printable(text)).toBe(printed));
});

describe("places to break", () => {
  it.each(["Datenschutzgrundverordnung und Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "kurz", "a.b.c", ""])(
    "%j needs none",
    (text) => expect(breakable(text)).not.toContain(breakHere),
  );
  it.each(["x".repeat(200), "a1".repeat(50), "https://example.org/pfad_mit_vielen_teilen?seite=1&von=2", "!".repeat(60)])(
    "%j has some",
    (text) => {
      const parts = breakable(text).split(breakHere);
      expect(parts.join("")).toBe(text);
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(25);
    },
  );
});
