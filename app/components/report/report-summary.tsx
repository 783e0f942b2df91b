import type { ReportView } from "../../views/report-view";
import { Gauge } from "../charts/gauge";
import { useLocale } from "../layout/locale";

/** What fits a screen: where they stand, what holds them back, what to do first. */
export function ReportSummary({ view }: { view: ReportView }) {
  const { report, names, uncertainty } = useLocale().messages;
  const { summary } = view;
  const steps = view.initiatives.slice(0, 3);
  const interval = summary.values.lower !== null && summary.score !== null && `${summary.scoreText}`;
  return (
    <section className="report-summary" aria-labelledby="summary">
      <div>
        <h2 id="summary">{report.score}</h2>
        {summary.score === null ? (
          <>
            <p>
              <strong>{report.noScore}</strong>
            </p>
            <p>{summary.noScore}</p>
          </>
        ) : (
          <p className="big-score">
            {summary.score} <small>{report.outOf}</small>
          </p>
        )}
        <Gauge
          {...summary.values}
          label={`${report.score}: ${summary.score ?? report.noValue}. ${summary.score === null ? "" : summary.scoreText}`}
        />
        {interval && <p className="hint">{interval}</p>}
        {summary.likely && <p className="sentence">{summary.likely}.</p>}
      </div>
      <div>
        <h3>{report.securedStage}</h3>
        <p>
          <strong>{summary.securedStage}</strong> <span className="hint">{report.securedHint}</span>
        </p>
        {summary.securedShare && (
          <p>
            {summary.borderline && <span className="badge badge-ended">{uncertainty.borderline}</span>} {summary.securedShare}
          </p>
        )}
        <h3>{report.bottleneck}</h3>
        <p>{summary.bottleneck}</p>
        <h3>{report.coverage}</h3>
        <p>{summary.coverage}</p>
        <h3>{report.averageStage}</h3>
        <p>{summary.stage}</p>
        <h3>{report.geometric}</h3>
        <p>
          {summary.geometric} <span className="hint">{report.geometricHint}</span>
        </p>
      </div>
      <div>
        <h3>{report.nextSteps}</h3>
        {steps.length === 0 ? (
          <p>{report.noSteps}</p>
        ) : (
          <ol className="next-steps">
            {steps.map(({ id, title, gain, cost, effort, legalDuty }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a> {legalDuty && <span className="badge badge-duty">{names.legalDuty}</span>}
                <br />
                <span className="hint">
                  {gain} · {cost} · {effort}
                </span>
              </li>
            ))}
          </ol>
        )}
        {view.initiatives.length > 3 && (
          <p>
            <a href="#initiatives">
              {report.allSteps} ({view.initiatives.length})
            </a>
          </p>
        )}
      </div>
    </section>
  );
}
