import type { HistoryStepView } from "../../views/history";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";
import { TextList } from "../layout/text-list";

/** What changed from one round to the next: the answers, what was done meanwhile, and what of it is more than noise. */
export function HistoryStep({ step }: { step: HistoryStepView }) {
  const { messages } = useLocale();
  const { history } = messages.rounds;
  const { topicColumns } = history;
  return (
    <>
      {step.parts ? (
        <dl className="facts">
          {(
            [
              [history.changed, step.parts.changed, history.changedHint],
              [history.clarified, step.parts.clarified, history.clarifiedHint],
              [history.total, step.parts.total, null],
            ] as const
          ).map(([term, value, hint]) => (
            <div className="fact" key={term}>
              <dt>{term}</dt>
              <dd>
                <strong>{value}</strong> {hint && <span className="hint">{hint}</span>}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        step.without && <p>{step.without}</p>
      )}
      {step.noise && <p className={step.isBeyondNoise ? undefined : "alert"}>{step.noise}</p>}
      {step.parts && step.groups.length === 0 && <p>{history.unchanged}</p>}
      {step.groups.map(({ kind, title, items }) => (
        <section key={kind} aria-label={title}>
          <h3>{title}</h3>
          <TextList texts={items} />
        </section>
      ))}
      <h3>{history.done}</h3>
      {step.done.length === 0 ? (
        <p>{history.noneDone}</p>
      ) : (
        <ul>
          {step.done.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
      {step.topics.length > 0 && (
        <>
          <h3>{messages.result.parts.topics}</h3>
          <DataTable
            label={`${messages.result.parts.topics}: ${step.title}`}
            columns={[topicColumns.topic, topicColumns.changed, topicColumns.clarified]}
            numbers={[1, 2]}
            rows={step.topics.map(({ id, name, changed, clarified, sure }) => ({
              key: id,
              // One below the other, so that a phone shows all of it.
              cells: [name, <Changed key="changed" value={changed} sure={sure} />, clarified],
            }))}
          />
          <p className="hint">{history.securedHint}</p>
        </>
      )}
      {step.compared.map((sentence) => (
        <p className="hint" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}

function Changed({ value, sure }: { value: string; /** Whether it is more than noise, in words. */ sure: string | null }) {
  return (
    <>
      {value}
      {sure && (
        <>
          <br />
          <span className="hint">{sure}</span>
        </>
      )}
    </>
  );
}
