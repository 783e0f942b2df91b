import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { signFiles, typefaces, type Typeface } from "../fonts";

/** The templates beside this file, by their names. They travel inside the build as text. */
const templates = import.meta.glob<string>("./*.typ", { query: "?raw", import: "default", eager: true });
/** Where the compiler takes them to be; nothing is ever written there. */
const folder = join(tmpdir(), "ki-pegel-templates");

/** The two weights of each typeface, and signs in one colour; of each the glyphs that a text needs are embedded. */
const embeddedFiles = [...Object.values(typefaces).flatMap(({ regular, semiBold }) => [regular, semiBold]), ...signFiles];

/**
 * Tried in this order for each character. The second and third travel inside the compiler and bring Hebrew, Arabic and
 * signs, the last two what people put before their lines. Fonts of the machine are never used: a report looks the same wherever it is made.
 */
export const fontFamiliesOf = ({ name }: Pick<Typeface, "name">): string[] => [
  name,
  ...["Libertinus Serif", "DejaVu Sans Mono", "Noto Emoji", "Noto Sans Symbols 2"],
];

export type PdfStandard = "ua-1" | "a-2b" | "a-3a";
export type TypstJob = {
  /** Name of a file beside this one. */
  template: string;
  /** What the template is told besides; where there are several, they are tried in turn until one `fits`. */
  inputs?: Record<string, string>[];
  /** Judges a layout by what the template says of its `<end>`; the first one is taken where none fits. */
  fits?: (end: unknown) => boolean;
  /** What the template reads as files, by name. */
  files?: Record<string, Uint8Array>;
};

let compiler: NodeCompiler | null = null;

/**
 * Lays out a template as a PDF file. The compiler and its fonts are made with the first call and stay.
 * @throws Error with the compiler's words where the template fails or the result would break the standard.
 */
export function runTypst({ standard, ...job }: TypstJob & { standard: PdfStandard }): Uint8Array {
  return withLayout(job, (own, chosen) => own.pdf(chosen, { pdfStandard: standard }));
}

/** Lays out a template as a drawing, SVG. @throws Error as above. */
export function drawTypst(job: TypstJob): string {
  return withLayout(job, (own, chosen) => own.plainSvg(chosen));
}

function withLayout<Result>(
  { template, inputs = [{}], fits, files = {} }: TypstJob,
  write: (own: NodeCompiler, chosen: NodeTypstDocument) => Result,
): Result {
  const own = (compiler ??= openCompiler());
  for (const [name, data] of Object.entries(files)) own.mapShadow(join(folder, name), Buffer.from(data));
  try {
    const layOut = (told: Record<string, string> | undefined) => {
      const compiled = own.compile({ mainFilePath: join(folder, template), inputs: told });
      const failure = compiled.takeError();
      if (failure) throw new Error(`Typst: ${JSON.stringify(own.fetchDiagnostics(failure))}`);
      if (!compiled.result) throw new Error("Typst made no document.");
      return compiled.result;
    };
    const first = layOut(inputs[0]);
    const isFitting = (laidOut: NodeTypstDocument) => !fits || fits(own.query(laidOut, { selector: "<end>", field: "value" }));
    let chosen: NodeTypstDocument | null = isFitting(first) ? first : null;
    for (const told of inputs.slice(1)) {
      if (chosen) break;
      const other = layOut(told);
      if (isFitting(other)) chosen = other;
    }
    return write(own, chosen ?? first);
  } finally {
    for (const name of Object.keys(files)) own.unmapShadow(join(folder, name));
    // What was remembered of this text helps no other one; forgetting it keeps nobody waiting once the file is on its way.
    setTimeout(() => own.evictCache(0), 20);
  }
}

function openCompiler(): NodeCompiler {
  const opened = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: embeddedFiles.map((file) => readFileSync(file)) }] });
  for (const [name, text] of Object.entries(templates)) opened.mapShadow(join(folder, name), Buffer.from(text));
  return opened;
}
