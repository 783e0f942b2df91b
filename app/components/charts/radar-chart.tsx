import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart as Chart } from "recharts";
import type { Palette } from "./palette";
import type { RangeRow } from "./range-chart";

type Props = { id: string; label: string; rows: RangeRow[]; palette: Palette; narrow?: boolean };

/** The shape of the nine values. A dimension without a value leaves a gap at the centre, which its table names. */
export function RadarChart({ id, label, rows, palette, narrow = false }: Props) {
  const width = narrow ? 288 : 440;
  return (
    <Chart
      id={id}
      role="img"
      title={label}
      width={width}
      height={width * 0.86}
      data={rows}
      outerRadius={narrow ? "50%" : "58%"}
      accessibilityLayer={false}
    >
      <PolarGrid stroke={palette.line} />
      <PolarAngleAxis dataKey="name" tick={{ fill: palette.text, fontSize: narrow ? 12 : 13 }} />
      <PolarRadiusAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100] as never} angle={90} tick={false} axisLine={false} />
      <Radar
        dataKey="score"
        stroke={palette.mark}
        strokeWidth={2}
        fill={palette.mark}
        fillOpacity={0.18}
        isAnimationActive={false}
        dot={{ r: 3, fill: palette.mark }}
      />
    </Chart>
  );
}
