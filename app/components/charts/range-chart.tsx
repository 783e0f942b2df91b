import { Bar, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import type { Palette } from "./palette";

export type RangeRow = { name: string; score: number | null; interval: [number, number] | null; band: [number, number] | null };

type Props = { id: string; label: string; rows: RangeRow[]; palette: Palette; width?: number };

const rowHeight = 46;

/** Values from 0 to 100 as dots with their intervals, over the bands of a region. Drawn on the server as it is. */
export function RangeChart({ id, label, rows, palette, width = 720 }: Props) {
  return (
    <ComposedChart
      id={id}
      role="img"
      title={label}
      layout="vertical"
      width={width}
      height={rows.length * rowHeight + 40}
      data={rows}
      margin={{ top: 4, right: 16, bottom: 8, left: 8 }}
      barGap={-28}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke={palette.line} />
      <XAxis type="number" domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} stroke={palette.text} tick={{ fill: palette.text, fontSize: 14 }} />
      <YAxis type="category" dataKey="name" width={172} axisLine={false} tickLine={false} stroke={palette.text} tick={{ fill: palette.text, fontSize: 14 }} />
      <Bar dataKey="band" fill={palette.band} barSize={28} radius={3} isAnimationActive={false} />
      <Bar dataKey="interval" fill={palette.mark} barSize={3} isAnimationActive={false} />
      <Line dataKey="score" stroke="none" dot={{ r: 7, fill: palette.mark, stroke: palette.mark }} isAnimationActive={false} />
    </ComposedChart>
  );
}
