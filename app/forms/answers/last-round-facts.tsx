import { useLocale } from "../../components/layout/locale";
import type { RoundHint } from "../../views/round-hints";

/** What was answered in the last round, with what was written to it and how it has gone so far. */
export function LastRoundFacts({ hint }: { hint: RoundHint }) {
  const { question: words } = useLocale().messages.rounds;
  const facts = [
    { term: words.note, text: hint.note },
    { term: words.evidence, text: hint.evidence },
    { term: words.trend, text: hint.trend },
    { term: words.target, text: hint.target },
  ].filter(({ text }) => text);
  return (
    <>
      <p>
        <strong>{hint.round}:</strong> {hint.answer}
      </p>
      {facts.length > 0 && (
        <dl>
          {facts.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
