import type { Palette } from "./palette";

type Props = {
  score: number | null;
  lower: number | null;
  upper: number | null;
  /** What the drawing shows, in words. */
  label: string;
  palette: Palette;
  /** The stages that begin at 0, 25, 50, 75 and 100, for a drawing wide enough to name them. */
  stages?: readonly string[];
};

const wideSize = { width: 660, height: 62, side: 14 };
const narrowSize = { width: 400, height: 46, side: 10 };

/** The overall value on a scale from 0 to 100 with what is possible, and the stages below it. */
export function Gauge({ score, lower, upper, label, palette, stages }: Props) {
  const size = stages ? wideSize : narrowSize;
  const at = (value: number) => size.side + (value / 100) * (size.width - 2 * size.side);
  const anchor = (tick: number) => (tick === 0 ? "start" : tick === 100 ? "end" : "middle");
  const edge = (tick: number) => (tick === 0 ? 0 : tick === 100 ? size.width : at(tick));
  return (
    <svg
      className="gauge"
      viewBox={`0 0 ${size.width} ${size.height}`}
      {...{ width: size.width, height: size.height }}
      role="img"
      aria-label={label}
    >
      <rect x={at(0)} y="12" width={at(100) - at(0)} height="8" rx="4" fill={palette.line} />
      {lower !== null && upper !== null && upper > lower && (
        <rect
          x={at(lower)}
          y="10"
          width={at(upper) - at(lower)}
          height="12"
          rx="6"
          fill={palette.band}
          stroke={palette.mark}
          strokeDasharray="4 3"
        />
      )}
      {score !== null && <circle cx={at(score)} cy="16" r="9" fill={palette.mark} />}
      {[0, 25, 50, 75, 100].map((tick, index) => (
        <g key={tick} fill={palette.text} fontSize="13" textAnchor={anchor(tick)}>
          <line x1={at(tick)} x2={at(tick)} y1="24" y2="30" stroke={palette.text} />
          <text x={edge(tick)} y="43">
            {tick}
          </text>
          {stages && (
            <text x={edge(tick)} y="58" fontSize="12">
              {stages[index]}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
