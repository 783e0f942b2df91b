import type { Language } from "../../core/vocabulary";
import { isWritten, readDocumentOptions, type DocumentOptions } from "../../documents/document-options";
import type { Locale } from "../../i18n/index";

/** Which documents a batch makes. `isSummed`: a workbook over all comes with them. */
export type BatchOptions = DocumentOptions & { isSummed: boolean };

/** @param search what a form has sent, or what is kept of it. @returns null where it asks for what there is not. */
export function readBatchOptions(search: URLSearchParams): BatchOptions | null {
  const options = readDocumentOptions(search);
  return options && { ...options, isSummed: search.has("summed") };
}

/** Those of a batch that is kept. @throws where this version of the application does not know any more what was asked for. */
export function storedOptions(options: string): BatchOptions {
  const read = readBatchOptions(new URLSearchParams(options));
  if (!read) throw new Error("The batch asks for what there is not.");
  return read;
}

const kept = ["kind", "paper", "language", "table", "include", "summed"];

/** Of what a form has sent, what says which documents. */
export const keptOptions = (search: URLSearchParams): string =>
  new URLSearchParams([...search].filter(([name]) => kept.includes(name))).toString();

/** Of its documents, and of the archive that they come in. */
export const batchLanguage = ({ options }: { options: string }): Language =>
  readBatchOptions(new URLSearchParams(options))?.language ?? "de";

/** Which documents, in a few words: the paper where there are several, the kind of file, its language. */
export function batchTitle(options: string, { messages }: Locale): string {
  const read = readBatchOptions(new URLSearchParams(options));
  if (!read) return "";
  const { download, papers, tables } = messages;
  const { kind, paper, language, table } = read;
  const what = isWritten(kind) && paper !== null ? papers.names[paper] : kind.startsWith("csv") ? tables[table].name : null;
  return [what, download.kinds[kind], download.languages[language]].filter(Boolean).join(" · ");
}
