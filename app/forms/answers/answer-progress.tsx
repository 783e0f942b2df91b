import { form as german } from "../../i18n/de/form";
import { form as english } from "../../i18n/en/form";
import type { Language } from "../../core/vocabulary";
import { toAnswer, type AnswerFields, type Choices } from "./answer-fields";

export type PageFields = Record<string, AnswerFields>;
export type ProgressQuestion = Choices & {
  id: string;
  /** Whether it counts as answered until somebody answers it: no AI is in use. */
  presumed: boolean;
};

export type AnswerProgressProps = {
  language: Language;
  questions: ProgressQuestion[];
  /** What is typed, by question. */
  values: PageFields;
  asked: number;
  answeredElsewhere: number;
};

/** The place in the list of topics that says how far this one is; it stands outside the form and follows it. */
export const currentTopicState = "topic-state";

const secondsPerQuestion = 40;
const texts = { de: german, en: english };

/** How far the questionnaire is. */
export function AnswerProgress({ language, questions, values, asked, answeredElsewhere }: AnswerProgressProps) {
  const form = texts[language];
  const all = answeredElsewhere + answeredOf(questions, values);
  const minutes = Math.ceil(((asked - all) * secondsPerQuestion) / 60);
  return (
    <div className="progress">
      <label htmlFor="progress">
        {form.progress(all, asked)}, {form.minutesLeft(minutes)}
      </label>
      <progress id="progress" value={all} max={asked} />
    </div>
  );
}

/** How many of them are answered. */
export const answeredOf = (questions: ProgressQuestion[], values: PageFields): number =>
  questions.filter((question) => isAnswered(values[question.id], question)).length;

function isAnswered(fields: AnswerFields | undefined, question: ProgressQuestion): boolean {
  if (fields === undefined || fields.choice === "") return question.presumed;
  return "answer" in toAnswer(fields, question);
}
