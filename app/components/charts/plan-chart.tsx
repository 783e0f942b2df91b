import type { Palette } from "./palette";

export type PlanRow = { id: string; title: string; start: number; quarters: number };

type Props = { label: string; rows: PlanRow[]; quarterNames: string[]; palette: Palette; narrow?: boolean };

const head = 28;
const labelWidth = 76;

/** Which initiative runs in which quarter; on a phone, titles stand above their bars. Its table stands beside it. */
export function PlanChart({ label, rows, quarterNames, palette, narrow = false }: Props) {
  const [titleWidth, quarterWidth] = narrow ? [0, 288 / quarterNames.length] : [330, 96];
  const [rowHeight, barTop, barHeight] = narrow ? [46, 24, 18] : [34, 6, 22];
  const everyQuarter = Math.ceil(labelWidth / quarterWidth);
  const width = titleWidth + quarterNames.length * quarterWidth;
  const height = head + rows.length * rowHeight + 6;
  const at = (quarter: number) => titleWidth + quarter * quarterWidth;
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
      {rows.map(({ id, title, start, quarters }, index) => (
        <g key={id}>
          <text x={0} y={head + index * rowHeight + (narrow ? 18 : 21)} fontSize={14} fill={palette.text}>
            {shortened(title, narrow ? 38 : 44)}
          </text>
          <rect
            x={at(start) + 3}
            y={head + index * rowHeight + barTop}
            width={quarters * quarterWidth - 6}
            height={barHeight}
            rx={4}
            fill={palette.mark}
          />
        </g>
      ))}
    </svg>
  );
}

const shortened = (title: string, length: number) => (title.length > length ? `${title.slice(0, length - 1).trimEnd()}…` : title);
