import type { Palette } from "./palette";

export type PlanRow = { id: string; title: string; start: number; quarters: number };

type Props = { label: string; rows: PlanRow[]; quarterNames: string[]; palette: Palette };

const [rowHeight, titleWidth, quarterWidth, head] = [34, 330, 96, 28];

/** Which initiative runs in which quarter. Its table stands beside it. */
export function PlanChart({ label, rows, quarterNames, palette }: Props) {
  const width = titleWidth + quarterNames.length * quarterWidth;
  const height = head + rows.length * rowHeight + 6;
  const at = (quarter: number) => titleWidth + quarter * quarterWidth;
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {quarterNames.map((name, quarter) => (
        <g key={name}>
          <line x1={at(quarter)} x2={at(quarter)} y1={0} y2={height} stroke={palette.line} />
          <text x={at(quarter) + 8} y={18} fontSize={14} fill={palette.text}>
            {name}
          </text>
        </g>
      ))}
      {rows.map(({ id, title, start, quarters }, index) => (
        <g key={id}>
          <text x={0} y={head + index * rowHeight + 21} fontSize={14} fill={palette.text}>
            {title.length > 44 ? `${title.slice(0, 43)}…` : title}
          </text>
          <rect
            x={at(start) + 3}
            y={head + index * rowHeight + 6}
            width={quarters * quarterWidth - 6}
            height={rowHeight - 12}
            rx={4}
            fill={palette.mark}
          />
        </g>
      ))}
    </svg>
  );
}
