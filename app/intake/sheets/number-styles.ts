import { walkXml } from "./walk-xml";

/** How a workbook shows numbers: what each style of a cell makes of one, and from which day it counts. */
export type NumberStyles = { kinds: ("date" | "percent" | null)[]; countsFrom1904: boolean };

/** Formats that every workbook has without naming them. */
const builtIn = (id: number) => ((id >= 14 && id <= 17) || id === 22 ? "date" : id === 9 || id === 10 ? "percent" : null);

/** Of a format's code only what is no text, colour or escaped sign tells what it shows. */
function kindOf(code: string): "date" | "percent" | null {
  const [plain = ""] = code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, "").split(";");
  return plain.includes("%") ? "percent" : /[dy]/i.test(plain) ? "date" : null;
}

const local = (name: string) => name.replace(/^.*:/, "");

/** @param styles the part of a workbook that says how its cells look, if it has one. */
export function readNumberStyles(styles: string | null, workbook: string): NumberStyles {
  const codes = new Map<number, string>();
  const kinds: NumberStyles["kinds"] = [];
  let isOfCells = false;
  if (styles !== null)
    walkXml(styles, {
      open(name, { numFmtId, formatCode = "" }) {
        const id = Number(numFmtId ?? 0);
        if (local(name) === "numFmt") codes.set(id, formatCode);
        else if (local(name) === "cellXfs") isOfCells = true;
        else if (local(name) === "xf" && isOfCells) kinds.push(codes.has(id) ? kindOf(codes.get(id) ?? "") : builtIn(id));
      },
      close(name) {
        if (local(name) === "cellXfs") isOfCells = false;
      },
    });
  return { kinds, countsFrom1904: /date1904="(?:1|true)"/.test(workbook) };
}

/** Days from where a workbook begins to count to 1970; it takes 1900 for a leap year, so that its first two months are off by one. */
const [before1970, before1970From1904] = [25_569, 24_107];
const dayInMilliseconds = 86_400_000;
/** The last day that a workbook can show, 31 December 9999. */
const lastDay = 2_958_465;

/** A number as people read it in its cell, so far as it means another thing than the number: a day, or percents. */
export function shownNumber(value: number, style: number, { kinds, countsFrom1904 }: NumberStyles): string {
  const kind = kinds[style];
  if (kind === "percent") return `${Number((value * 100).toFixed(6))} %`;
  if (kind !== "date" || value < 0 || value > lastDay) return String(value);
  const days = Math.floor(value) - (countsFrom1904 ? before1970From1904 : before1970);
  return new Date(days * dayInMilliseconds).toISOString().slice(0, 10);
}
