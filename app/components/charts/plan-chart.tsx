import type { Palette } from "./palette";
import { withSpace } from "./with-space";

export type PlanRow = { id: string; title: string; start: number; quarters: number };

type Props = { label: string; rows: PlanRow[]; quarterNames: string[]; palette: Palette; narrow?: boolean };

const head = 28;
const labelWidth = 76;
const line = 17;
const wideSize = { titles: 330, quarters: 384, bar: 22, letters: 44 };
const narrowSize = { titles: 0, quarters: 288, bar: 18, letters: 38 };

/** Which initiative runs in which quarter; on a phone, titles stand above their bars. Its table stands beside it. */
export function PlanChart({ label, rows, quarterNames, palette, narrow = false }: Props) {
  const size = narrow ? narrowSize : wideSize;
  const quarterWidth = size.quarters / Math.max(quarterNames.length, narrow ? 1 : 4);
  const everyQuarter = Math.ceil(labelWidth / quarterWidth);
  const placed = inRows(rows, size, narrow);
  const width = size.titles + quarterNames.length * quarterWidth;
  const height = (placed.at(-1)?.bottom ?? head) + 6;
  const at = (quarter: number) => size.titles + quarter * quarterWidth;
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {quarterNames.map((name, quarter) => (
        <g key={name}>
          <line x1={at(quarter)} x2={at(quarter)} y1={0} y2={height} stroke={palette.line} />
          {quarter % everyQuarter === 0 && (
            <text x={at(quarter) + 8} y={18} fontSize={14} fill={palette.text}>
              {name}
            </text>
          )}
        </g>
      ))}
      {placed.map(({ id, start, quarters, titleLines, top, bar }) => (
        <g key={id}>
          <text fontSize={14} fill={palette.text}>
            {titleLines.map((words, index) => (
              <tspan key={words} x={0} y={top + (index + 1) * line}>
                {withSpace(words, index, titleLines)}
              </tspan>
            ))}
          </text>
          <rect x={at(start) + 3} y={bar} width={quarters * quarterWidth - 6} height={size.bar} rx={4} fill={palette.mark} />
        </g>
      ))}
    </svg>
  );
}

/** Where each row lies, in pixels: as high as its title needs, the bar beside it or below. */
function inRows(rows: PlanRow[], { bar: barHeight, letters }: typeof wideSize, narrow: boolean) {
  let top = head;
  return rows.map((row, index) => {
    const titleLines = wrapped(`${index + 1} ${row.title}`, letters);
    const titleHeight = titleLines.length * line;
    const placed = { ...row, titleLines, top, bar: narrow ? top + titleHeight + 6 : top + 2 };
    top += (narrow ? titleHeight + 6 + barHeight : Math.max(titleHeight, barHeight)) + 12;
    return { ...placed, bottom: top };
  });
}

/** A text in lines of at most so many letters; a drawing does not break lines by itself. */
function wrapped(text: string, letters: number): string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + 1 + word.length <= letters ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []);
}
