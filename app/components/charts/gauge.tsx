type Props = {
  score: number | null;
  lower: number | null;
  upper: number | null;
  label: string;
  /** Names of the five stages, where stages are spoken of. */
  stages?: readonly string[];
};

/** Where one stage ends and the next begins (method, section 3). */
const cuts = [12.5, 37.5, 62.5, 87.5];
/** The middle of each stage on the scale; the names of the first and the last have no room. */
const middles = [6.25, 25, 50, 75, 93.75];

/** The overall value on a scale from 0 to 100 with its interval, and the stages it lies in. */
export function Gauge({ score, lower, upper, label, stages }: Props) {
  const staged = stages !== undefined;
  const ticks = staged ? cuts : [25, 50, 75];
  const stage = score === null ? null : cuts.filter((cut) => score >= cut).length;
  return (
    <svg className="gauge" viewBox="0 0 400 46" role="img" aria-label={label}>
      <rect x="0" y="10" width="400" height="10" rx="5" fill="var(--line)" />
      {lower !== null && upper !== null && (
        <rect x={lower * 4} y="10" width={Math.max(0, upper - lower) * 4} height="10" fill="var(--action)" opacity="0.45" />
      )}
      {ticks.map((tick) => (
        <line key={tick} x1={tick * 4} x2={tick * 4} y1="4" y2="26" stroke="var(--muted)" />
      ))}
      {score !== null && <circle cx={score * 4} cy="15" r="9" fill="var(--action)" stroke="var(--page)" strokeWidth="2" />}
      {(staged ? middles : [0, 25, 50, 75, 100]).map((place, index, { length }) => (
        <text
          key={place}
          x={place * 4}
          y="42"
          fontSize="13.5"
          fill={staged && index === stage ? "var(--text)" : "var(--muted)"}
          fontWeight={staged && index === stage ? 600 : 400}
          textAnchor={!staged && index === 0 ? "start" : !staged && index === length - 1 ? "end" : "middle"}
        >
          {!staged ? place : index === 0 || index === length - 1 ? index : `${index} ${stages[index] ?? ""}`}
        </text>
      ))}
    </svg>
  );
}
