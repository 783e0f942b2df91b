import type { InitiativeView } from "../../views/initiatives";
import { useLocale } from "../layout/locale";
import { CitationList } from "./citation-list";
import { TextList } from "../layout/text-list";

/** Cost, effort and duration in one line. */
export function InitiativeFigures({ initiative, gain }: { initiative: InitiativeView; gain?: string }) {
  const { report } = useLocale().messages;
  return (
    <ul className="initiative-figures">
      {gain && (
        <li>
          <strong>{gain}</strong>
        </li>
      )}
      <li>
        {report.cost}: {initiative.cost}
      </li>
      <li>
        {report.effort}: {initiative.effort}
      </li>
      <li>
        {report.duration}: {initiative.duration}
      </li>
      {initiative.yearly && <li>{initiative.yearly}</li>}
    </ul>
  );
}

/** Who does what first, what may go wrong, what it rests on: the same in the catalogue and in a report. */
export function InitiativeDetails({ initiative }: { initiative: InitiativeView }) {
  const { messages, href } = useLocale();
  const { report, result } = messages;
  return (
    <>
      <h2>{result.list.firstHalfHour}</h2>
      <p>{initiative.firstHalfHour}</p>
      <h2>{report.firstSteps}</h2>
      <ol>
        {initiative.firstSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <dl className="facts">
        <dt>{report.owner}</dt>
        <dd>{initiative.owner}</dd>
        <dt>{result.list.brings}</dt>
        <dd>
          {initiative.brings.map(({ kind, text, basis }) => (
            <div key={kind + text}>
              {kind}: {text} <span className="hint">({basis})</span>
            </div>
          ))}
        </dd>
        <dt>{report.success}</dt>
        <dd>{initiative.success}</dd>
        <dt>{report.costAndEffort}</dt>
        <dd>{initiative.estimateBasis}</dd>
        {initiative.requires.length > 0 && (
          <>
            <dt>{report.requires}</dt>
            <dd>
              {initiative.requires.map(({ id, title }) => (
                <div key={id}>
                  <a href={href(`/initiatives/${id}`)}>{title}</a>
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <h2>{report.risks}</h2>
      <TextList texts={initiative.risks} />
      {initiative.law.length > 0 && (
        <>
          <h2>{report.lawTitle}</h2>
          <CitationList citations={initiative.law} />
        </>
      )}
      {initiative.references.length > 0 && (
        <>
          <h2>{result.list.references}</h2>
          <ul>
            {initiative.references.map(({ place, size, state, since, what, source }) => (
              <li key={place + what}>
                <strong>{[place, size].filter(Boolean).join(", ")}</strong> ({[state, since].filter(Boolean).join(", ")}): {what}{" "}
                <span className="hint">{source.href ? <a href={source.href}>{source.text}</a> : source.text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {initiative.findings.length + initiative.sources.length > 0 && (
        <>
          <h2>{report.sourcesTitle}</h2>
          <CitationList citations={[...initiative.findings, ...initiative.sources]} />
        </>
      )}
    </>
  );
}
