import type { ReportView } from "../../views/report-view";
import { useLocale } from "../layout/locale";

type Props = { targets: ReportView["targets"]; assessmentId: string; search: string };

/** What topics are to reach, how far they are, and which steps of the plan serve that. Nothing where nobody has set a target. */
export function TargetList({ targets, assessmentId, search }: Props) {
  const { messages, href } = useLocale();
  const { targets: words } = messages.rounds;
  if (targets.length === 0) return null;
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{words.title}</h2>
      <ul>
        {targets.map(({ id, name, target, standing, plan, isOpen, steps }) => (
          <li key={id}>
            <strong>{name}:</strong> {[target, standing, plan].filter(Boolean).join("; ")}.
            {isOpen && (
              <>
                {" "}
                {steps.length === 0 ? words.noSteps : words.steps}{" "}
                {steps.map((step, index) => (
                  <span key={step.id}>
                    {index > 0 && ", "}
                    <a href={href(`/assessments/${assessmentId}/report/initiatives/${step.id}`) + search}>{step.title}</a>
                  </span>
                ))}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
