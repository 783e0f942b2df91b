import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const require = createRequire(import.meta.url);
const folder = dirname(fileURLToPath(import.meta.url));

/** The two weights of the app's typeface, embedded in every document. */
const fontFiles = [
  require.resolve("@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf"),
  require.resolve("@expo-google-fonts/fira-sans/600SemiBold/FiraSans_600SemiBold.ttf"),
];

/**
 * Tried in this order for each character. The second and third travel inside the compiler and bring Hebrew, Arabic and
 * signs. Fonts of the machine are never used: a report looks the same wherever it is made.
 */
export const fontFamilies = ["Fira Sans", "Libertinus Serif", "DejaVu Sans Mono"];

export type PdfStandard = "ua-1" | "a-2b" | "a-3a";
export type TypstJob = {
  /** Name of a file beside this one. */
  template: string;
  inputs?: Record<string, string>;
  /** What the template reads as files, by name. */
  files?: Record<string, Uint8Array>;
  standard: PdfStandard;
};

let compiler: NodeCompiler | null = null;

/**
 * Lays out a template as a PDF file. The compiler and its fonts are made with the first call and stay.
 * @throws Error with the compiler's words where the template fails or the result would break the standard.
 */
export function runTypst({ template, inputs, files = {}, standard }: TypstJob): Uint8Array {
  const own = (compiler ??= NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(file)) }],
  }));
  for (const [name, data] of Object.entries(files)) own.mapShadow(join(folder, name), Buffer.from(data));
  try {
    const compiled = own.compile({ mainFilePath: join(folder, template), inputs });
    const failure = compiled.takeError();
    if (failure) throw new Error(`Typst: ${JSON.stringify(own.fetchDiagnostics(failure))}`);
    if (!compiled.result) throw new Error("Typst made no document.");
    return own.pdf(compiled.result, { pdfStandard: standard });
  } finally {
    for (const name of Object.keys(files)) own.unmapShadow(join(folder, name));
    // What was remembered of this text helps no other one; forgetting it need not keep anybody waiting.
    setImmediate(() => own.evictCache(0));
  }
}
