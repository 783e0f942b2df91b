import { Bar, CartesianGrid, ComposedChart, XAxis, YAxis } from "recharts";
import type { Palette } from "./palette";

export type RangeRow = { name: string; score: number | null; interval: [number, number] | null; band: [number, number] | null };

type Props = { id: string; label: string; rows: RangeRow[]; palette: Palette; width?: number };

const rowHeight = 46;

/** Values from 0 to 100 as dots with their intervals, over the bands of a region. Drawn on the server as it is. */
export function RangeChart({ id, label, rows, palette, width = 660 }: Props) {
  return (
    <ComposedChart
      id={id}
      role="img"
      title={label}
      layout="vertical"
      width={width}
      height={rows.length * rowHeight + 40}
      data={rows.map((row) => ({ ...row, scale: [0, 100] }))}
      margin={{ top: 4, right: 24, bottom: 8, left: 8 }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke={palette.line} />
      <XAxis
        type="number"
        domain={[0, 100]}
        ticks={[0, 25, 50, 75, 100]}
        stroke={palette.text}
        tick={{ fill: palette.text, fontSize: 14 }}
      />
      <YAxis type="category" dataKey="name" width={160} axisLine={false} tickLine={false} tick={{ fill: palette.text, fontSize: 14 }} />
      <Bar dataKey="scale" barSize={28} isAnimationActive={false} shape={<RangeMark palette={palette} />} />
    </ComposedChart>
  );
}

/** What Recharts tells a bar's shape: the bar spans the scale from 0 to 100. */
type MarkProps = { palette: Palette } & Partial<{ x: number; y: number; width: number; height: number; payload: RangeRow }>;

function RangeMark({ palette, x = 0, y = 0, width = 0, height = 0, payload }: MarkProps) {
  const at = (value: number) => x + (value / 100) * width;
  const middle = y + height / 2;
  const { band, interval, score } = payload ?? {};
  return (
    <g>
      {band && <rect x={at(band[0])} y={y} width={at(band[1]) - at(band[0])} height={height} rx={3} fill={palette.band} />}
      {interval && (
        <line
          x1={at(interval[0])}
          x2={at(interval[1])}
          y1={middle}
          y2={middle}
          stroke={palette.mark}
          strokeWidth={3}
          strokeDasharray={score === null ? "4 4" : undefined}
        />
      )}
      {score !== null && score !== undefined && <circle cx={at(score)} cy={middle} r={7} fill={palette.mark} />}
    </g>
  );
}
