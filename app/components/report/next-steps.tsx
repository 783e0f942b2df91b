import type { ReportView } from "../../views/report-view";
import { useLocale } from "../layout/locale";

/** Three steps with what one can do today, who helps for free and who pays. */
export function NextSteps({ steps, assessmentId }: { steps: ReportView["nextSteps"]; assessmentId: string }) {
  const { messages, href } = useLocale();
  const { result, report } = messages;
  if (steps.length === 0) return <p>{result.nextSteps.none}</p>;
  return (
    <ol className="next-steps">
      {steps.map((step) => {
        const paying = step.funding.filter(({ isUsable }) => isUsable);
        return (
          <li key={step.id} className={`step step-${step.kind}`}>
            <p className="step-kind">{step.kindName}</p>
            <h3>
              <a href={href(`/assessments/${assessmentId}/report/initiatives#${step.id}`)}>{step.title}</a>
            </h3>
            {step.answersDuties.length > 0 && <p className="badge badge-duty">{step.answersDuties.join("; ")}</p>}
            <p>
              <strong>{result.list.firstHalfHour}:</strong> {step.firstHalfHour}
            </p>
            <dl className="facts">
              <div className="fact">
                <dt>{report.cost}</dt>
                <dd>{[step.cost, step.effort, step.yearly].filter(Boolean).join(" · ")}</dd>
              </div>
              <div className="fact">
                <dt>{result.list.payer}</dt>
                <dd>
                  {paying.length === 0
                    ? result.list.ownMoney
                    : paying.map(({ id, name, href: to, when }, index) => (
                        <span key={id}>
                          {index > 0 && "; "}
                          <a href={to}>{name}</a>
                          {when && ` (${when})`}
                        </span>
                      ))}
                </dd>
              </div>
              {step.help.length > 0 && (
                <div className="fact">
                  <dt>{result.list.freeHelp}</dt>
                  <dd>
                    {step.help.map(({ name, phone, url }, index) => (
                      <span key={name}>
                        {index > 0 && "; "}
                        {url ? <a href={url}>{name}</a> : name}
                        {phone && `, ${phone}`}
                      </span>
                    ))}
                  </dd>
                </div>
              )}
            </dl>
          </li>
        );
      })}
    </ol>
  );
}
