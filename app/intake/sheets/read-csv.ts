import Papa from "papaparse";

const separators = [";", ",", "\t"];

/** The separator that a first line `sep=;` names, as Excel writes and reads it, and the text without that line. */
function namedSeparator(text: string): { separator: string | null; rest: string } {
  const [line, separator] = /^"?sep=(.)"?[ \t;,]*(?:\n|$)/i.exec(text) ?? [];
  return line !== undefined && separator !== undefined ? { separator, rest: text.slice(line.length) } : { separator: null, rest: text };
}

/**
 * The rows of a CSV text, in every way that its separator may be meant: the one that it names, or else each of the usual
 * ones. Whoever knows the headings tells which of them is a table. Lines may end in any way.
 */
export function readCsv(text: string): string[][][] {
  const { separator, rest } = namedSeparator(text.replace(/\r\n?/g, "\n"));
  return (separator === null ? separators : [separator]).map((delimiter) => Papa.parse<string[]>(rest, { delimiter, newline: "\n" }).data);
}
