import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo } from "react";
import { useForm, type FieldErrors } from "react-hook-form";
import * as z from "zod/mini";
import { form as german } from "../../i18n/de/form";
import { saving as germanSaving } from "../../i18n/de/saving";
import { form as english } from "../../i18n/en/form";
import { saving as englishSaving } from "../../i18n/en/saving";
import type { Language } from "../../core/vocabulary";
import { announceErrors, onTyped } from "../../browser/form-events";
import type { Typed } from "../part";
import {
  answerFieldsSchema,
  answerInputs,
  answerNames,
  errorText,
  fieldsOf,
  toAnswer,
  type AnswerFields,
  type AnswerMessages,
  type Choices,
} from "./answer-fields";

type PageFields = Record<string, AnswerFields>;
type Question = Choices & {
  id: string;
  /** Whether it counts as answered until somebody answers it: no AI is in use. */
  presumed: boolean;
};

export type AnswerProgressProps = {
  language: Language;
  questions: Question[];
  /** What is typed, by question. */
  values: PageFields;
  asked: number;
  answeredElsewhere: number;
};

/** The place in the list of topics that says how far this one is; it stands outside the form and follows it. */
export const currentTopicState = "topic-state";

const secondsPerQuestion = 40;
const texts = { de: { form: german, saving: germanSaving }, en: { form: english, saving: englishSaving } };

/**
 * How far the questionnaire is. In the browser it follows each change, and checks it by the schema that the server goes by,
 * so that a missing reason is told without asking the server.
 */
export function AnswerProgress({ language, questions, values, asked, answeredElsewhere }: AnswerProgressProps) {
  const { form, saving } = texts[language];
  const schema = useMemo(() => pageSchema(questions, { form, saving }), [questions, form, saving]);
  const { setValue, watch, formState } = useForm<PageFields>({ defaultValues: values, resolver: zodResolver(schema) });
  const { errors } = formState;
  useEffect(
    () =>
      onTyped((part, typed) => {
        if (part in values) setValue(part, fieldsOf(part, typed), { shouldValidate: true });
      }),
    [setValue, values],
  );
  useEffect(() => announceErrors(wrongInputs(questions, errors)), [errors, questions]);

  const current = watch();
  const answered = questions.filter((question) => isAnswered(current[question.id], question)).length;
  useEffect(() => {
    const state = document.getElementById(currentTopicState);
    if (!state) return;
    state.textContent = form.stateOf(answered, questions.length);
    state.classList.toggle("badge-done", answered === questions.length);
  }, [answered, form, questions.length]);

  const all = answeredElsewhere + answered;
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

function isAnswered(fields: AnswerFields | undefined, question: Question): boolean {
  if (fields === undefined || fields.choice === "") return question.presumed;
  return "answer" in toAnswer(fields, question);
}

/** The page's questions together; what is wrong is said in words, at its input. */
function pageSchema(questions: Question[], messages: AnswerMessages) {
  const schemas = questions.map((question) => [
    question.id,
    answerFieldsSchema.check((context) => {
      const result = toAnswer(context.value, question);
      for (const [input, error] of Object.entries("errors" in result ? result.errors : {}))
        context.issues.push({
          code: "custom",
          input: context.value,
          path: [input],
          message: errorText(input as keyof AnswerFields, error, messages),
        });
    }),
  ]);
  return z.object(Object.fromEntries(schemas) as Record<string, typeof answerFieldsSchema>);
}

function wrongInputs(questions: Question[], errors: FieldErrors<PageFields>): Typed {
  return Object.fromEntries(
    questions.flatMap(({ id }) =>
      answerInputs.flatMap((input) => {
        const message = errors[id]?.[input]?.message;
        return message ? [[answerNames(id)[input], message]] : [];
      }),
    ),
  );
}
