import type { ReactNode } from "react";
import type { ReportView } from "../../views/report-view";
import { useLocale } from "../layout/locale";

type Step = ReportView["nextSteps"][number];
type Props = {
  steps: ReportView["nextSteps"];
  /** What is said where there are none. */
  none: string;
  assessmentId: string;
  search: string;
  /** Whether all three are to stand on one screen: then their names and costs, and how to begin a tap away. */
  isShort: boolean;
};

/** Three steps with what one can do today, who helps for free and who pays. */
export function NextSteps({ steps, none, assessmentId, search, isShort }: Props) {
  const { messages, href } = useLocale();
  if (steps.length === 0) return <p>{none}</p>;
  return (
    <ol className="next-steps">
      {steps.map((step) => (
        <li key={step.id} className="step" id={`step-${step.id}`}>
          <p className="step-kind">
            {step.kindName}
            {step.answersDuties.length > 0 && ` · ${messages.screen.duty}`}
            {isShort && ` · ${step.cost}`}
          </p>
          <h3>
            <a href={href(`/assessments/${assessmentId}/report/initiatives/${step.id}`) + search}>{step.title}</a>
          </h3>
          {isShort ? (
            <details className="step-fold">
              <summary>{messages.screen.firstHalfHour}</summary>
              <StepFacts step={step} isShort />
            </details>
          ) : (
            <StepFacts step={step} isShort={false} />
          )}
        </li>
      ))}
    </ol>
  );
}

function StepFacts({ step, isShort }: { step: Step; isShort: boolean }) {
  const { screen } = useLocale().messages;
  const [help] = step.help;
  const [payer] = step.funding.filter(({ isUsable }) => isUsable);
  return (
    <dl className="step-facts">
      <Fact term={screen.firstHalfHour}>{step.firstHalfHour}</Fact>
      {help && (
        <Fact term={screen.helps}>
          {help.url ? <a href={help.url}>{help.name}</a> : help.name}
          {[help.phone, help.ends].map((told) => told && `, ${told}`)}
        </Fact>
      )}
      {!isShort && <Fact term={screen.costs}>{[step.cost, step.effort, step.yearly].filter(Boolean).join(" · ")}</Fact>}
      {(payer ?? step.isPaid) && (
        <Fact term={screen.pays}>
          {payer ? (
            <>
              <a href={payer.href}>{payer.name}</a>
              {payer.when && ` (${payer.when})`}
            </>
          ) : (
            screen.ownMoney
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
