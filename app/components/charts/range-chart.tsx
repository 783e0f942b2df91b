import { Bar, CartesianGrid, ComposedChart, XAxis, YAxis } from "recharts";
import type { RangeRow } from "../../views/range-row";
import type { Palette } from "./palette";

type Props = {
  id: string;
  label: string;
  rows: RangeRow[];
  palette: Palette;
  /** The stages that begin at 0, 25, 50, 75 and 100; the narrow drawing has no room for them. */
  stages: readonly string[];
  narrow?: boolean;
};

/** `names`, `values`: the widths of their columns; in the narrow drawing both stand above their rows. */
const wideSize = { width: 700, row: 44, bar: 26, names: 160, values: 110 };
const narrowSize = { width: 272, row: 60, bar: 22, names: 0, values: 14 };
const ticks = [0, 25, 50, 75, 100];

/** Values from 0 to 100 as dots with their intervals, over the bands of a region. Drawn on the server as it is. */
export function RangeChart({ id, label, rows, palette, stages, narrow = false }: Props) {
  const size = narrow ? narrowSize : wideSize;
  return (
    <ComposedChart
      id={id}
      role="img"
      title={label}
      layout="vertical"
      width={size.width}
      height={rows.length * size.row + 48}
      data={rows.map((row) => ({ ...row, scale: [0, 100] }))}
      margin={{ top: narrow ? 10 : 4, right: size.values, bottom: 8, left: 8 }}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontal={false} stroke={palette.line} />
      <XAxis
        type="number"
        domain={[0, 100]}
        ticks={ticks}
        stroke={palette.text}
        tick={<Tick palette={palette} stages={narrow ? null : stages} />}
        height={40}
      />
      <YAxis
        type="category"
        dataKey="name"
        width={size.names}
        axisLine={false}
        tickLine={false}
        // Beside a dot that lies at 0.
        tickMargin={8}
        tick={!narrow && { fill: palette.text, fontSize: 14 }}
      />
      <Bar dataKey="scale" barSize={size.bar} isAnimationActive={false} shape={<RangeMark palette={palette} named={narrow} />} />
    </ComposedChart>
  );
}

/** What Recharts tells a mark on the axis. */
type TickProps = { palette: Palette; stages: readonly string[] | null } & Partial<{ x: number; y: number; payload: { value: number } }>;

function Tick({ palette, stages, x, y = 0, payload }: TickProps) {
  const value = payload?.value ?? 0;
  return (
    <text x={x} y={y + 12} fontSize={14} fill={palette.text} textAnchor="middle">
      {stages ? `${value} ` : value}
      {stages && (
        <tspan x={x} dy={16} fontSize={12}>
          {stages[ticks.indexOf(value)]}
        </tspan>
      )}
    </text>
  );
}

/** What Recharts tells a bar's shape: the bar spans the scale from 0 to 100. */
type MarkProps = { palette: Palette; named: boolean } & Partial<{ x: number; y: number; width: number; height: number; payload: RangeRow }>;

function RangeMark({ palette, named, x = 0, y = 0, width = 0, height = 0, payload }: MarkProps) {
  const at = (value: number) => x + (value / 100) * width;
  const middle = y + height / 2;
  const { band, interval, score } = payload ?? {};
  return (
    <g>
      {named && (
        <text x={x} y={y - 6} fontSize={14} fill={palette.text}>
          {payload?.name}
        </text>
      )}
      <text
        x={named ? x + width : x + width + 14}
        y={named ? y - 6 : middle + 5}
        fontSize={14}
        fill={palette.text}
        textAnchor={named ? "end" : "start"}
      >
        {payload?.text}
      </text>
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
