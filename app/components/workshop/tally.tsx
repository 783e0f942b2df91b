import type { TallyView } from "../../views/workshop";

/** How many have voted for what: a bar and a number a level, and in words how far they are apart. */
export function Tally({ tally: { rows, votes, said, isApart } }: { tally: TallyView }) {
  return (
    <>
      <ul className="tally">
        {rows.map(({ value, name, text, count, said: label }) => (
          <li key={value}>
            <span className="tally-name">
              <strong>{name}</strong> {text}
            </span>
            <span className="tally-count">{label}</span>
            <span className="tally-bar" aria-hidden="true">
              <span style={{ width: `${votes === 0 ? 0 : Math.round((100 * count) / votes)}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {said && <p className={isApart ? "tally-said tally-apart" : "tally-said"}>{said}</p>}
    </>
  );
}
