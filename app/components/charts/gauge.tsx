import { cutPoints, stageOf } from "../../core/score/stage";
import type { Palette } from "./palette";

type Props = {
  score: number | null;
  lower: number | null;
  upper: number | null;
  /** What the drawing shows, in words. */
  label: string;
  palette: Palette;
  /** The names of the five stages; null where a quick check speaks of none. */
  stages: readonly string[] | null;
  /** For a column of text: the names of the first and the last stage have no room there. */
  narrow?: boolean;
};

/** Where each stage has its middle on the scale. */
const middles = [6.25, 25, 50, 75, 93.75];
const numbers = [0, 25, 50, 75, 100];

/** Beside the scale, for half of the number at its end. */
const side = 14;

/** The overall value on a scale from 0 to 100 with what is possible, and the stages it lies in. */
export function Gauge({ score, lower, upper, label, palette, stages, narrow = false }: Props) {
  const width = narrow ? 400 : 660;
  const height = narrow || !stages ? 46 : 62;
  const at = (value: number) => side + (value / 100) * (width - 2 * side);
  const stage = score === null ? null : stageOf(score);
  const nameOf = (index: number, name: string) => (narrow && (index === 0 || index === middles.length - 1) ? String(index) : name);
  return (
    <svg className="gauge" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <rect x={at(0)} y="10" width={at(100) - at(0)} height="10" rx="5" fill={palette.line} />
      {lower !== null && upper !== null && upper > lower && (
        <rect
          x={at(lower)}
          y="9"
          width={at(upper) - at(lower)}
          height="12"
          rx="6"
          fill={palette.band}
          stroke={palette.mark}
          strokeDasharray="4 3"
        />
      )}
      {(stages ? cutPoints : numbers).map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="4" y2="26" stroke={palette.text} />
      ))}
      {score !== null && <circle cx={at(score)} cy="15" r="9" fill={palette.mark} />}
      {!(stages && narrow) && numbers.map((number) => <Label key={number} x={at(number)} y={42} text={String(number)} palette={palette} />)}
      {stages?.map((name, index) => (
        <Label
          key={name}
          x={at(middles[index] ?? 0)}
          y={height - 4}
          text={nameOf(index, name)}
          palette={palette}
          strong={index === stage}
        />
      ))}
    </svg>
  );
}

type LabelProps = { x: number; y: number; text: string; palette: Palette; strong?: boolean };

function Label({ x, y, text, palette, strong = false }: LabelProps) {
  return (
    <text x={x} y={y} fontSize="13" fill={palette.text} fontWeight={strong ? 600 : 400} textAnchor="middle">
      {text}
    </text>
  );
}
