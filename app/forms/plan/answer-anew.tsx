import type { PlanView } from "../../views/plan";
import { useLocale } from "../../components/layout/locale";

export type Tracked = PlanView["tracked"][number];

/** Asks whether the answers still fit to what is done, and leads whoever may answer to the questions. */
export function AnswerAnew({ toAnswer, assessmentId }: { toAnswer: Tracked["toAnswer"]; assessmentId: string | null }) {
  const { messages, href } = useLocale();
  if (toAnswer.length === 0) return null;
  return (
    <p className="hint">
      {messages.result.plan.doneOffer}{" "}
      {toAnswer.map(({ id, dimension, text }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          {assessmentId === null ? text : <a href={href(`/assessments/${assessmentId}/${dimension}#${id}`)}>{text}</a>}
        </span>
      ))}
    </p>
  );
}
