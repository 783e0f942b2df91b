import type { Palette } from "./palette";

/** One round: its value with what is possible and its rating band, 0–100; `isJoined`: the next round asks the same. */
export type HistoryPoint = {
  name: string;
  day: string;
  value: string;
  values: { score: number | null; lower: number | null; upper: number | null; band: { low: number; high: number } | null };
  isJoined: boolean;
  /** Whether it is under way: no line leads to it, for what is still open counts as nothing. */
  isRunning: boolean;
};

type Props = {
  label: string;
  points: HistoryPoint[];
  palette: Palette;
  size?: keyof typeof sizes;
  /** A value to reach. */
  goal?: number | null;
};

/** `foot`: room for what stands below the axis; `letters`: of the values, in pixels; `label`: room that a date needs. */
const sizes = {
  wide: { width: 660, height: 300, left: 40, foot: 46, letters: 16, small: 14, bar: 14, label: 96 },
  narrow: { width: 288, height: 260, left: 34, foot: 46, letters: 16, small: 13, bar: 12, label: 84 },
  paper: { width: 660, height: 200, left: 40, foot: 46, letters: 16, small: 14, bar: 14, label: 96 },
  tile: { width: 200, height: 120, left: 26, foot: 22, letters: 14, small: 12, bar: 8, label: 56 },
};
const top = 22;

/** Values from 0 to 100 over the rounds, each with its number. A table beside it says the same. */
export function HistoryChart({ label, points, palette, size = "wide", goal = null }: Props) {
  const { width, height, left, foot, letters, small, label: labelWidth } = sizes[size];
  const isTile = size === "tile";
  const step = (width - left - 8) / points.length;
  const x = (index: number) => left + step * (index + 0.5);
  const y = (value: number) => top + (1 - value / 100) * (height - top - foot);
  const everyLabel = Math.max(1, Math.ceil(labelWidth / step));
  const isLabelled = (index: number) => (points.length - 1 - index) % everyLabel === 0;
  const ticks = isTile ? [0, 50, 100] : [0, 25, 50, 75, 100];
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} stroke={palette.line} />
          <text x={left - 6} y={y(tick) + small * 0.35} fontSize={small} textAnchor="end" fill={palette.text}>
            {tick}
          </text>
        </g>
      ))}
      {goal !== null && <line x1={left} x2={width} y1={y(goal)} y2={y(goal)} stroke={palette.text} strokeWidth={2} strokeDasharray="2 4" />}
      {points.map((point, index) => (
        <Segment key={point.name} from={point} to={points[index + 1]} at={[x(index), x(index + 1)]} y={y} palette={palette} />
      ))}
      {points.map((point, index) => (
        <g key={point.name}>
          <Mark point={point} x={x(index)} y={y} bar={sizes[size].bar} palette={palette} />
          {isLabelled(index) && (
            <>
              <Value point={point} x={x(index)} y={y} letters={letters} palette={palette} />
              <text x={x(index)} y={height - foot + small + 4} fontSize={small} textAnchor="middle" fill={palette.text}>
                {isTile ? point.name.replace(/\D+/, "") : point.name}
              </text>
              {!isTile && (
                <text x={x(index)} y={height - foot + 2 * small + 10} fontSize={small} textAnchor="middle" fill={palette.text}>
                  {point.day}
                </text>
              )}
            </>
          )}
        </g>
      ))}
    </svg>
  );
}

type Drawn = { y: (value: number) => number; palette: Palette };

function Segment({ from, to, at, y, palette }: Drawn & { from: HistoryPoint; to: HistoryPoint | undefined; at: [number, number] }) {
  if (!to || to.isRunning || from.values.score === null || to.values.score === null) return null;
  return (
    <line
      x1={at[0]}
      x2={at[1]}
      y1={y(from.values.score)}
      y2={y(to.values.score)}
      stroke={palette.mark}
      strokeWidth={2}
      strokeDasharray={from.isJoined ? undefined : "6 5"}
    />
  );
}

/** The band as a bar, what is possible as a dashed line, the value as a dot over both, empty while its round is under way. */
function Mark({ point: { values, isRunning }, x, y, bar, palette }: Drawn & { point: HistoryPoint; x: number; bar: number }) {
  const { score, lower, upper, band } = values;
  return (
    <>
      {band && <rect x={x - bar / 2} y={y(band.high)} width={bar} height={y(band.low) - y(band.high)} rx={bar / 4} fill={palette.band} />}
      {lower !== null && upper !== null && upper > lower && (
        <line x1={x} x2={x} y1={y(upper)} y2={y(lower)} stroke={palette.mark} strokeWidth={2} strokeDasharray="4 3" />
      )}
      {score !== null && (
        <circle
          cx={x}
          cy={y(score)}
          r={Math.max(4, bar / 2 - 1)}
          fill={isRunning ? palette.paper : palette.mark}
          stroke={isRunning ? palette.mark : undefined}
          strokeWidth={isRunning ? 2 : undefined}
        />
      )}
    </>
  );
}

/** Above its mark, where neither line nor bar runs; below it where there is no room. */
function Value({ point, x, y, letters, palette }: Drawn & { point: HistoryPoint; x: number; letters: number }) {
  const { score, lower, upper, band } = point.values;
  if (lower === null) return null;
  const [highest, lowest] = [Math.max(score ?? 0, upper ?? 0, band?.high ?? 0), Math.min(lower, band?.low ?? 100)];
  const isAbove = y(highest) - letters - 4 >= 0;
  const base = isAbove ? y(highest) - 6 : y(lowest) + letters + 4;
  const width = point.value.length * letters * 0.6;
  return (
    <>
      {/* What runs behind ends here. Not a stroke around the letters: programs that know no paint order draw it over them. */}
      <rect x={x - width / 2} y={base - letters * 0.85} width={width} height={letters} fill={palette.paper} />
      <text x={x} y={base} fontSize={letters} fontWeight={600} textAnchor="middle" fill={palette.text}>
        {point.value}
      </text>
    </>
  );
}
