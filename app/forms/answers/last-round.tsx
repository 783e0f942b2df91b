import { useLocale } from "../../components/layout/locale";
import type { RoundHint } from "../../views/round-hints";
import { adoptName, adoptValue } from "./adopt";
import { LastRoundFacts } from "./last-round-facts";

/** What was answered in the last round, and how it has gone so far. A press on an offer answers with it. */
export function LastRound({ item, question, hint }: { item: string; question: string; hint: RoundHint }) {
  const { question: words } = useLocale().messages.rounds;
  return (
    <div className="last-round">
      <LastRoundFacts hint={hint} />
      {hint.offers.map(({ from, label, text }) => (
        <div key={from} className="last-round-offer">
          {text && <p>{text}</p>}
          <button type="submit" className="button button-secondary" name={adoptName} value={adoptValue(item, from)}>
            {label}
            <span className="visually-hidden">{words.keepOf(question)}</span>
          </button>
        </div>
      ))}
    </div>
  );
}
