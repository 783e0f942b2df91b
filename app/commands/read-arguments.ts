import { extname } from "node:path";
import { parseArgs } from "node:util";
import { languageSchema, trackSchema, tracks, type Language, type Track } from "../core/vocabulary";
import {
  documentKinds,
  inclusions,
  withoutThose,
  type DocumentKind,
  type DocumentOptions,
  type Include,
} from "../documents/document-options";
import { papers, type Paper } from "../documents/papers/paper";
import type { PortfolioWish } from "../documents/sheets/portfolio/portfolio-file";
import { tableIds, type TableId } from "../documents/sheets/tables/table";

export const usage = `Usage: npm run --silent assess -- <what>

One report or model, as JSON on standard output:
  FILE                    the report of a saved assessment; "-" reads it from standard input
  --questionnaire TRACK   the model of a questionnaire; TRACK is ${tracks.join(" or ")}
  --initiatives           the catalogue of initiatives
  --help                  this text

Documents of many clients, as files:
  FILE... --out FOLDER    FILE is a saved assessment, or a table of clients (.xlsx, .ods, .csv)
    --pdf --docx --odt --xlsx --ods --csv --pdf-a-2b --pdf-a-3a --csv-plain   what to make; several at once
    --json                the report of each client for programs, with its key
    --paper NAME          which paper a PDF, Word or OpenDocument text is: ${papers.join(", ")}; the usual one where none is told, or none such is made for the track
    --language de|en      of the documents, de unless told
    --without WHAT        leaves something out: ${inclusions.join(", ")}; may be given several times
    --brand FILE          whose documents they are: name, logo, colour, footer and contact, as YAML
    --template FILE       a .dotx or .docx whose styles, theme, page, head and foot Word files take
    --portfolio           one workbook over all clients beside their files (.ods with --ods and without --xlsx)
    --table NAME          the table of a CSV file: ${tableIds.join(", ")}; the overview is one file of all clients
  --template TRACK --out FILE   an empty table of clients to fill in (.xlsx, .csv)

Started again, a batch goes on where it stopped. Faults go to standard error, one a line: exit code 2 where the
arguments or the input are wrong, 1 where some documents of a batch could not be made.
`;

/** What somebody wants of the `assess` command. */
export type Wish =
  | { help: true }
  | { initiatives: true }
  | { questionnaire: Track }
  | { file: string }
  | { template: Track; language: Language; out: string }
  | {
      inputs: string[];
      documents: DocumentOptions[];
      out: string;
      brand?: string;
      wordTemplate?: string;
      portfolio?: PortfolioWish;
      reportFiles?: Language;
    };

/** @throws with what is wrong where the arguments ask for nothing, for several things or for something unknown. */
export function readArguments(args: string[]): Wish {
  const flag = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  const kinds = Object.fromEntries(documentKinds.map((kind) => [kind, flag])) as Record<DocumentKind, typeof flag>;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...kinds,
      help: flag,
      initiatives: flag,
      questionnaire: text,
      template: text,
      out: text,
      language: text,
      table: text,
      paper: text,
      brand: text,
      portfolio: flag,
      json: flag,
      without: { type: "string", multiple: true },
    },
  });
  if (values.help) return { help: true };
  const given = values as Record<string, unknown>;
  const chosen = documentKinds.filter((kind) => given[kind] === true);
  const isWordFile = /\.(dotx|docx)$/i.test(values.template ?? "");
  const whole = [
    values.initiatives && "initiatives",
    values.questionnaire && "questionnaire",
    values.template && !isWordFile && "template",
  ].filter(Boolean);
  if (whole.length + (positionals.length > 0 ? 1 : 0) > 1) throw new Error("One thing at a time, please.");

  if (values.template !== undefined && !isWordFile) {
    if (values.out === undefined || !/^\.(xlsx|csv)$/i.test(extname(values.out)))
      throw new Error("Say with --out which .xlsx or .csv file to write.");
    return { template: trackOf(values.template), language: languageOf(values.language), out: values.out };
  }
  if (values.out !== undefined || chosen.length > 0 || values.portfolio || values.json) {
    if (values.out === undefined) throw new Error("Say with --out into which folder the documents go.");
    if (positionals.length === 0) throw new Error("Say which files to read.");
    if (chosen.length === 0 && !values.portfolio && !values.json) throw new Error("Say what to make, for example --pdf.");
    const options = {
      language: languageOf(values.language),
      include: includeOf(values.without ?? []),
      table: tableOf(values.table),
      paper: paperOf(values.paper),
    };
    return {
      inputs: positionals,
      documents: chosen.map((kind) => ({ kind, ...options })),
      out: values.out,
      ...(values.brand !== undefined && { brand: values.brand }),
      ...(values.template !== undefined && { wordTemplate: values.template }),
      ...(values.json && { reportFiles: options.language }),
      ...(values.portfolio && { portfolio: { kinds: portfolioKinds(chosen), language: options.language } }),
    };
  }
  if (values.language ?? values.table ?? values.paper ?? values.brand ?? values.template ?? values.without)
    throw new Error("That goes only with --out.");
  if (values.initiatives) return { initiatives: true };
  if (values.questionnaire !== undefined) return { questionnaire: trackOf(values.questionnaire) };
  const [first, ...others] = positionals;
  if (first === undefined) throw new Error("Say which file to read.");
  if (others.length > 0) throw new Error("Say with --out where the documents of several files go.");
  return { file: first };
}

/** The workbook over all is of the kinds that the clients' own are. */
function portfolioKinds(chosen: DocumentKind[]): PortfolioWish["kinds"] {
  const kinds = (["xlsx", "ods"] as const).filter((kind) => chosen.includes(kind));
  return kinds.length > 0 ? kinds : ["xlsx"];
}

function trackOf(name: string): Track {
  const track = trackSchema.safeParse(name);
  if (!track.success) throw new Error(`There is no track "${name}".`);
  return track.data;
}

function languageOf(name = "de"): Language {
  const language = languageSchema.safeParse(name);
  if (!language.success) throw new Error(`There is no language "${name}".`);
  return language.data;
}

function tableOf(name: string = "scores"): TableId {
  const table = tableIds.find((id) => id === name);
  if (!table) throw new Error(`There is no table "${name}".`);
  return table;
}

function paperOf(name: string | undefined): Paper | null {
  if (name === undefined) return null;
  const paper = papers.find((one) => one === name);
  if (!paper) throw new Error(`There is no paper "${name}".`);
  return paper;
}

function includeOf(without: string[]): Include {
  const unknown = without.find((name) => !inclusions.some((one) => one === name));
  if (unknown !== undefined) throw new Error(`"${unknown}" cannot be left out.`);
  return withoutThose(inclusions.filter((one) => without.includes(one)));
}
