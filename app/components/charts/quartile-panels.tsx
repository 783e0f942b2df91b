import { cutPoints } from "../../core/score/stage";
import type { Palette } from "./palette";

/** `median`, `lower` and `upper` are 0–100; the quartiles are null where fewer than eight values are there. */
export type QuartilePanel = { name: string; median: number; lower: number | null; upper: number | null; stage: string };
type Props = { panels: QuartilePanel[]; label: string; palette: Palette };

const [columns, width, height, gap] = [3, 210, 84, 15] as const;

/** A small scale for each topic, all drawn alike: the middle half, the median with its number, and the stage it lies in. */
export function QuartilePanels({ panels, label, palette }: Props) {
  const rows = Math.ceil(panels.length / columns);
  const [across, down] = [columns * width + (columns - 1) * gap, rows * height];
  return (
    <svg className="quartile-panels" viewBox={`0 0 ${across} ${down}`} width={across} height={down} role="img" aria-label={label}>
      {panels.map((panel, index) => (
        <g key={panel.name} transform={`translate(${(index % columns) * (width + gap)} ${Math.floor(index / columns) * height})`}>
          <Panel {...panel} palette={palette} />
        </g>
      ))}
    </svg>
  );
}

const at = (value: number) => 6 + (value / 100) * (width - 12);

function Panel({ name, median, lower, upper, stage, palette }: QuartilePanel & { palette: Palette }) {
  return (
    <>
      <text x={at(0)} y="16" fontSize="13" fontWeight="600" fill={palette.text}>
        {name}
      </text>
      <line x1={at(0)} x2={at(100)} y1="38" y2="38" stroke={palette.line} strokeWidth="2" />
      {cutPoints.map((cut) => (
        <line key={cut} x1={at(cut)} x2={at(cut)} y1="32" y2="44" stroke={palette.line} />
      ))}
      {lower !== null && upper !== null && (
        <rect x={at(lower)} y="31" width={at(upper) - at(lower)} height="14" fill={palette.band} stroke={palette.text} strokeWidth="0.5" />
      )}
      <line x1={at(median)} x2={at(median)} y1="26" y2="50" stroke={palette.mark} strokeWidth="4" />
      <text x={at(0)} y="66" fontSize="12" fill={palette.text}>
        <tspan fontWeight="600">{median}</tspan>
        <tspan dx="3"> {stage}</tspan>
      </text>
    </>
  );
}
