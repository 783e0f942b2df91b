import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export const fontName = "Fira Sans";

/** What Word takes where it may not use the embedded font. */
export const fallbackFont = "Calibri";

/** Paths of the faces that documents use: regular, semi-bold, bold. */
export const fontFiles = [
  require.resolve("@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf"),
  require.resolve("@expo-google-fonts/fira-sans/600SemiBold/FiraSans_600SemiBold.ttf"),
  require.resolve("@expo-google-fonts/fira-sans/700Bold/FiraSans_700Bold.ttf"),
];
/** What stands in for a sign that the typeface lacks. */
export const signFiles = [
  require.resolve("@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"),
  require.resolve("@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf"),
];
/** A drawing is rasterised with these alone, the same on every machine. */
export const drawingFontFiles = [...fontFiles, ...signFiles];

let embedded: { name: string; data: Buffer; bold: Buffer } | undefined;

/** The typeface with its bold face, to travel inside a document; read once. */
export function embeddedFont() {
  const [regular = "", , bold = ""] = fontFiles;
  return (embedded ??= { name: fontName, data: readFileSync(regular), bold: readFileSync(bold) });
}
