import type { Progress } from "../../core/assessment/progress";
import type { QuestionnaireText } from "../../core/questionnaire/questionnaire";
import { currentTopicState } from "../../forms/answers/answer-progress";
import { useLocale } from "./locale";

type Props = { assessmentId: string; progress: Progress[]; text: QuestionnaireText["dimensions"]; current?: string };

/** All dimensions with their state; each can be reached from every page of the assessment. */
export function Topics({ assessmentId, progress, text, current }: Props) {
  const { messages, href } = useLocale();
  return (
    <ol className="topics">
      {progress.map(({ dimension, answered, asked }) => (
        <li key={dimension}>
          <a href={href(`/assessments/${assessmentId}/${dimension}`)} aria-current={dimension === current ? "page" : undefined}>
            <span>{text[dimension]?.name}</span>
            <span id={dimension === current ? currentTopicState : undefined} className={`badge ${answered === asked ? "badge-done" : ""}`}>
              {messages.form.stateOf(answered, asked)}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
