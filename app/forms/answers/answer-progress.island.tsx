import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useMemo } from "react";
import { hydrateRoot } from "react-dom/client";
import { useForm, type FieldErrors } from "react-hook-form";
import * as z from "zod/mini";
import { announceErrors, onTyped } from "../../browser/form-events";
import { form as german } from "../../i18n/de/form";
import { saving as germanSaving } from "../../i18n/de/saving";
import { form as english } from "../../i18n/en/form";
import { saving as englishSaving } from "../../i18n/en/saving";
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
} from "./answer-fields";
import {
  AnswerProgress,
  answeredOf,
  currentTopicState,
  type AnswerProgressProps,
  type PageFields,
  type ProgressQuestion,
} from "./answer-progress";

/** Wakes the progress of the questionnaire. What was typed before this script arrived is announced right after. */
export default function wake(element: HTMLElement, props: AnswerProgressProps): void {
  hydrateRoot(element, <FollowedProgress {...props} />);
}

const texts = { de: { form: german, saving: germanSaving }, en: { form: english, saving: englishSaving } };

/** Follows each change, and checks it by the schema that the server goes by, so that a missing reason is told without asking the server. */
function FollowedProgress(props: AnswerProgressProps) {
  const { language, questions, values } = props;
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
  const answered = answeredOf(questions, current);
  useEffect(() => {
    const state = document.getElementById(currentTopicState);
    if (!state) return;
    state.textContent = form.stateOf(answered, questions.length);
    state.classList.toggle("badge-done", answered === questions.length);
  }, [answered, form, questions.length]);
  return <AnswerProgress {...props} values={current} />;
}

/** The page's questions together; what is wrong is said in words, at its input. */
function pageSchema(questions: ProgressQuestion[], messages: AnswerMessages) {
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

function wrongInputs(questions: ProgressQuestion[], errors: FieldErrors<PageFields>): Typed {
  return Object.fromEntries(
    questions.flatMap(({ id }) =>
      answerInputs.flatMap((input) => {
        const message = errors[id]?.[input]?.message;
        return message ? [[answerNames(id)[input], message]] : [];
      }),
    ),
  );
}
