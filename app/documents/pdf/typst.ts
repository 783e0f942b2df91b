import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { firaSans, signFiles } from "../fonts";

/** The templates beside this file, by their names. They travel inside the build as text. */
const templates = import.meta.glob<string>("./*.typ", { query: "?raw", import: "default", eager: true });
/** Where the compiler takes them to be; nothing is ever written there. */
const folder = join(tmpdir(), "ki-pegel-templates");

/** The two weights of the app's typeface, and signs in one colour; of each the glyphs that a text needs are embedded. */
const embeddedFiles = [firaSans.regular, firaSans.semiBold, ...signFiles];

/**
 * Tried in this order for each character. The second and third travel inside the compiler and bring Hebrew, Arabic and
 * signs, the last two what people put before their lines. Fonts of the machine are never used: a report looks the same wherever it is made.
 */
export const fontFamilies = ["Fira Sans", "Libertinus Serif", "DejaVu Sans Mono", "Noto Emoji", "Noto Sans Symbols 2"];

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
  const own = (compiler ??= openCompiler());
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

function openCompiler(): NodeCompiler {
  const opened = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: embeddedFiles.map((file) => readFileSync(file)) }] });
  for (const [name, text] of Object.entries(templates)) opened.mapShadow(join(folder, name), Buffer.from(text));
  return opened;
}
