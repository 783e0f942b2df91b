type Props = { score: number | null; lower: number | null; upper: number | null; label: string };

/** The overall value on a scale from 0 to 100 with its interval. */
export function Gauge({ score, lower, upper, label }: Props) {
  return (
    <svg className="gauge" viewBox="0 0 400 46" role="img" aria-label={label}>
      <rect x="0" y="14" width="400" height="10" rx="5" fill="var(--line)" />
      {lower !== null && upper !== null && (
        <rect x={lower * 4} y="14" width={Math.max(0, upper - lower) * 4} height="10" fill="var(--action)" opacity="0.45" />
      )}
      {[25, 50, 75].map((tick) => (
        <line key={tick} x1={tick * 4} x2={tick * 4} y1="8" y2="30" stroke="var(--muted)" />
      ))}
      {score !== null && <circle cx={score * 4} cy="19" r="9" fill="var(--action)" stroke="var(--page)" strokeWidth="2" />}
      {[0, 25, 50, 75, 100].map((tick) => (
        <text
          key={tick}
          x={tick * 4}
          y="45"
          fontSize="13"
          fill="var(--muted)"
          textAnchor={tick === 0 ? "start" : tick === 100 ? "end" : "middle"}
        >
          {tick}
        </text>
      ))}
    </svg>
  );
}
