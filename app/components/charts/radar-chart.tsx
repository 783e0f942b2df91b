import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart as Chart } from "recharts";
import type { Palette } from "./palette";
import type { RangeRow } from "../../views/range-row";
import { withSpace } from "./with-space";

type Props = { id: string; label: string; rows: RangeRow[]; palette: Palette; narrow?: boolean };

/** `radius`: what the names leave room for. */
const wideSize = { width: 440, height: 320, radius: 110, letters: 13 };
const narrowSize = { width: 288, height: 180, radius: 50, letters: 11 };

/** The shape of the nine values. A dimension without a value leaves a gap at the centre, which its table names. */
export function RadarChart({ id, label, rows, palette, narrow = false }: Props) {
  const { width, height, radius, letters } = narrow ? narrowSize : wideSize;
  return (
    <Chart id={id} role="img" title={label} width={width} height={height} data={rows} outerRadius={radius} accessibilityLayer={false}>
      <PolarGrid stroke={palette.line} />
      <PolarAngleAxis dataKey="name" tick={<Name size={letters} colour={palette.text} wrapped={narrow} />} />
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

/** What Recharts tells a label of the circle. */
type NameProps = { size: number; colour: string; wrapped: boolean } & Partial<{
  x: number;
  y: number;
  textAnchor: "start" | "middle" | "end";
  payload: { value: string };
}>;

function Name({ size, colour, wrapped, x = 0, y = 0, textAnchor, payload: { value } = { value: "" } }: NameProps) {
  const lines = wrapped ? value.split(/ (?=\S{2})/) : [value];
  return (
    <text fontSize={size} fill={colour} textAnchor={textAnchor}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={y + size * (0.35 + 1.15 * (index - (lines.length - 1) / 2))}>
          {withSpace(line, index, lines)}
        </tspan>
      ))}
    </text>
  );
}
