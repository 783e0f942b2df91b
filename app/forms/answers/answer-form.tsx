import { useLocale } from "../../components/layout/locale";
import { Island } from "../../components/layout/island";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";
import { AnswerProgress, type AnswerProgressProps } from "./answer-progress";
import { Question, type QuestionView } from "./question";

type Props = {
  state: FormState;
  saveUrl: string;
  backHref: string;
  /** Whether this is the last page before the check. */
  last: boolean;
  questions: QuestionView[];
  progress: AnswerProgressProps;
};

/** Four questions a page. */
export function AnswerForm({ state, saveUrl, backHref, last, questions, progress }: Props) {
  const { form } = useLocale().messages;
  const titles = Object.fromEntries(questions.map(({ id, number }) => [id, form.questionTitle(number)]));
  return (
    <SavedForm state={state} saveUrl={saveUrl} titles={titles} className="answer-form">
      <Island name="answer-progress" props={progress}>
        <AnswerProgress {...progress} />
      </Island>
      <p className="scale-hint">{form.scale}</p>
      {questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
      <div className="form-actions">
        <a className="button button-secondary" href={backHref}>
          {form.back}
        </a>
        <button type="submit" className="button" name="next" value="1">
          {last ? form.saveAndCheck : form.saveAndNext}
        </button>
        <SaveState />
      </div>
    </SavedForm>
  );
}
