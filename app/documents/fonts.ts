import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { TypefaceId } from "../core/brand/brand";

const require = createRequire(import.meta.url);

/** A typeface that travels with the application. Faces by their paths. */
export type Typeface = { name: string; fallback: string; isSerif: boolean; regular: string; semiBold: string; bold: string };

const firaSans: Typeface = {
  name: "Fira Sans",
  /** What a program takes where it may not use the embedded font. */
  fallback: "Calibri",
  isSerif: false,
  regular: require.resolve("@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf"),
  semiBold: require.resolve("@expo-google-fonts/fira-sans/600SemiBold/FiraSans_600SemiBold.ttf"),
  bold: require.resolve("@expo-google-fonts/fira-sans/700Bold/FiraSans_700Bold.ttf"),
};

const sourceSerif: Typeface = {
  name: "Source Serif 4",
  fallback: "Cambria",
  isSerif: true,
  regular: require.resolve("@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
  semiBold: require.resolve("@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
  bold: require.resolve("@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf"),
};

export const typefaces: Record<TypefaceId, Typeface> = { "fira-sans": firaSans, "source-serif-4": sourceSerif };

/** What stands in for a sign that the typeface lacks. */
export const signFiles = [
  require.resolve("@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"),
  require.resolve("@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf"),
];
/** A drawing is rasterised with these alone, the same on every machine. */
export const drawingFontFiles = [
  ...Object.values(typefaces).flatMap(({ regular, semiBold, bold }) => [regular, semiBold, bold]),
  ...signFiles,
];

const faces = new Map<string, { data: Buffer; bold: Buffer }>();

/** A typeface with its bold face, to travel inside a document; read once. */
export function embeddedFont({ name, regular, bold }: Typeface): { name: string; data: Buffer; bold: Buffer } {
  const known = faces.get(name) ?? { data: readFileSync(regular), bold: readFileSync(bold) };
  faces.set(name, known);
  return { name, ...known };
}
