import type { Typeface } from "../fonts";
import { fontFamiliesOf, runTypst } from "./typst";

/** Per font: has it a glyph for this character? Learnt once per process and character. */
const known = new Map<string, Map<string, boolean>>();
/** What is known of the fonts of the text that is laid out now, in their order. */
let inUse: { family: string; shown: Map<string, boolean> }[] = [];

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/** Asks about all characters of a text at once, which takes some 10 ms where there are new ones. */
export function learnGlyphs(text: string, typeface: Pick<Typeface, "name">): void {
  inUse = fontFamiliesOf(typeface).map((family) => {
    const shown = known.get(family) ?? new Map<string, boolean>();
    known.set(family, shown);
    return { family, shown };
  });
  let open = [...new Set([...ascii, ...(text.match(/[^ -~]/gu) ?? [])])];
  for (const { family, shown } of inUse) {
    const unknown = open.filter((character) => !shown.has(character));
    const missing = missingGlyphs(family, unknown);
    for (const character of unknown) shown.set(character, !missing.has(character));
    open = open.filter((character) => shown.get(character) === false);
  }
}

/** Whether one font shows all of these characters, so that they can stand as one sign. */
export function hasGlyphs(cluster: string): boolean {
  const characters = [...cluster];
  return inUse.some(({ shown }) => characters.every((character) => shown.get(character)));
}

/** The compiler refuses an archival file with a missing glyph and names each one. */
function missingGlyphs(font: string, characters: string[]): Set<string> {
  if (characters.length === 0) return new Set();
  try {
    runTypst({ template: "glyphs.typ", inputs: [{ font, characters: characters.join("") }], standard: "a-2b" });
    return new Set();
  } catch (error) {
    const named = [...String(error).matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)].map(([, text = ""]) => unescape(text));
    if (named.length === 0) throw error;
    return new Set(named.flatMap((text) => [...text]));
  }
}

/** As Rust prints what would not be seen: `\u{301}`. */
function unescape(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}
