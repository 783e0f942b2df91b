import { useForm } from "react-hook-form";
import { emptyFields, type AnswerFields } from "../../forms/answers/answer-fields";
import { Question, type FormValues, type QuestionView } from "../../forms/answers/question";
import type { Locale } from "../../i18n";
import type { Example } from "./example";

type State = { fields?: Partial<AnswerFields>; errors?: QuestionView["errors"]; conflict?: AnswerFields | null; notApplicable?: string };

function ExampleQuestion({ id, locale, state }: { id: string; locale: Locale; state: State }) {
  const fields = { ...emptyFields, ...state.fields };
  const { register } = useForm<FormValues>({ defaultValues: { [id]: fields } });
  const { form } = locale.messages;
  const question: QuestionView = {
    id,
    number: 7,
    question: "Wer darf bei Ihnen über den Einsatz von KI entscheiden?",
    help: "Gemeint ist, wer es heute tut, nicht wer es sollte.",
    anchors: ["Niemand", "Von Fall zu Fall", "Eine benannte Person", "Ein fester Ablauf", "Der Ablauf wird jährlich geprüft"],
    notApplicable: state.notApplicable ?? null,
    sources: [{ text: "Eine Quelle, S. 4", href: null }],
    fields,
    seen: "none",
    errors: state.errors ?? {},
    conflict: state.conflict ?? null,
  };
  const nothing = () => undefined;
  return (
    <Question
      question={question}
      words={form}
      register={register}
      current={fields}
      checked={fields.choice}
      errors={question.errors}
      conflict={question.conflict}
      live={false}
      seen={question.seen}
      onKeepMine={nothing}
      onKeepStored={nothing}
    />
  );
}

const example = (id: string, name: string, holds: string, state: State): Example => ({
  name,
  holds,
  show: (locale) => <ExampleQuestion id={id} locale={locale} state={state} />,
});

export const question: Example[] = [
  example("open", "not answered", "The question is the name of the group; levels are read with their number and name.", {}),
  example("answered", "answered, with a note", "The choice is told by the control itself.", { fields: { choice: "2", note: "Seit Mai" } }),
  example("unfit", "not applicable, the reason missing", "The error is read with the field that it is about.", {
    notApplicable: "wenn Sie keine KI einsetzen",
    fields: { choice: "na" },
    errors: { reason: "reason-missing" },
  }),
  example("conflict", "answered by somebody else meanwhile", "Both answers are read, and each can be kept by a button of its own.", {
    fields: { choice: "3" },
    conflict: { ...emptyFields, choice: "1", note: "Andere Sicht" },
  }),
];
