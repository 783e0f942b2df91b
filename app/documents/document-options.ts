import { z } from "zod";
import { languageSchema, type Language } from "../core/vocabulary";
import { paperSchema, type Paper } from "./papers/paper";
import { tableIds, type TableId } from "./sheets/tables/table";

/** What a reader may leave out of a document; without `details` only the first initiatives are told in full. */
export const inclusions = ["notes", "evidence", "details", "roadmap", "appendix"] as const;
export type Include = Record<(typeof inclusions)[number], boolean>;

/** Everything there is. */
export const includeAll: Include = { notes: true, evidence: true, details: true, roadmap: true, appendix: true };

/** Everything but these. */
export function withoutThose(parts: readonly (keyof Include)[]): Include {
  return { ...includeAll, ...Object.fromEntries(parts.map((part) => [part, false])) };
}

/**
 * Every kind of file. A PDF is accessible (PDF/UA-1) or for the archive (PDF/A); the standards do not go together in one
 * file. `pdf-a-3a` carries the save file. Tables are for German spreadsheets or for programs.
 */
export const documentKinds = ["pdf", "pdf-a-2b", "pdf-a-3a", "docx", "odt", "png", "xlsx", "ods", "csv", "csv-plain"] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** Whether a kind of file is one of the papers; a picture is always the slide, the others hold tables. */
export const isWritten = (kind: DocumentKind): boolean => kind === "docx" || kind === "odt" || kind.startsWith("pdf");

/** Whether it tells what more money would bring. */
export const tellsFrontier = ({ kind, paper, include }: Pick<DocumentOptions, "kind" | "paper" | "include">): boolean =>
  isWritten(kind) && paper === "annex" && include.roadmap;

/** What a reader asks a document for. */
export type DocumentOptions = {
  kind: DocumentKind;
  /** Of a file that holds a paper; null: the usual one of the track. */
  paper: Paper | null;
  language: Language;
  include: Include;
  /** Of a CSV file, which holds one. */
  table: TableId;
};

/** The address field that names what is in; sent empty as well, so that nothing chosen is told from nothing said. */
export const includeField = "include";

/** The address field that names the Mappe whose look a document is to have; empty: its own. */
export const lookField = "mappe";

/**
 * Reads the options of an address. What it does not name is included; German where it names no language.
 * @returns null where it asks for a kind, language or table that there is not.
 */
export function readDocumentOptions(search: URLSearchParams): DocumentOptions | null {
  const kind = documentKindSchema.safeParse(search.get("kind") ?? "pdf").data;
  const spoken = languageSchema.safeParse(search.get("language") ?? "de").data;
  const chosen = search.has(includeField) ? search.getAll(includeField) : inclusions;
  const include = Object.fromEntries(inclusions.map((one) => [one, chosen.includes(one)])) as Include;
  const table = z.enum(tableIds).safeParse(search.get("table") ?? "scores").data;
  const paper = paperSchema.nullable().safeParse(search.get("paper")).data;
  return kind && paper !== undefined && spoken && table ? { kind, paper, language: spoken, include, table } : null;
}
