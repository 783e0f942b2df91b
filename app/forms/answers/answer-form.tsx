import type { ReactNode } from "react";
import { useLocale } from "../../components/layout/locale";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";
import { Question, type QuestionView } from "./question";

type Props = {
  state: FormState;
  saveUrl: string;
  backHref: string;
  /** Where the button leads: to the next topic, to the check after the last one, in a part to what comes next of it, or from the quick check to its result. */
  next: "topic" | "check" | "result" | "part";
  questions: QuestionView[];
  /** What else stands in the form, before its questions. */
  children?: ReactNode;
};

/** Four questions a page, or the nine of the quick check. */
export function AnswerForm({ state, saveUrl, backHref, next, questions, children }: Props) {
  const { form } = useLocale().messages;
  const titles = Object.fromEntries(questions.map(({ id, number }) => [id, form.questionTitle(number)]));
  return (
    <SavedForm state={state} saveUrl={saveUrl} titles={titles} className="answer-form">
      {children}
      {questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
      <div className="form-actions">
        <a className="button button-secondary" href={backHref}>
          {form.back}
        </a>
        <button type="submit" className="button" name="next" value="1">
          {{ topic: form.saveAndNext, check: form.saveAndCheck, result: form.saveAndResult, part: form.saveAndNext }[next]}
        </button>
        <SaveState />
      </div>
    </SavedForm>
  );
}
