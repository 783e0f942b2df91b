import { zodResolver } from "@hookform/resolvers/zod";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { form as german } from "../../i18n/de/form";
import { form as english } from "../../i18n/en/form";
import type { Language } from "../../core/vocabulary";
import { belowBasePath } from "../../browser/below-base-path";
import { answerFieldsSchema, emptyFields, toAnswer, type AnswerFields, type FieldErrors } from "./answer-fields";
import { ErrorSummary, Question, type FormValues, type FormWords, type QuestionView } from "./question";
import { createAutosave, type SaveResult, type SaveState } from "../../browser/autosave";

export type AnswerFormProps = {
  language: Language;
  saveUrl: string;
  backHref: string;
  /** Whether this is the last page before the check. */
  last: boolean;
  questions: QuestionView[];
  asked: number;
  answeredElsewhere: number;
};

/** The place in the list of topics that says how far this one is; it stands outside the form and follows it. */
export const currentTopicState = "topic-state";

const secondsPerQuestion = 40;
const typingPause = 800;

/**
 * Four questions a page. It is a plain form that works without a script; in the browser it saves each change
 * and says so only when the server has it on disk.
 * @param live false on the server; in the browser the values people chose before the script arrived.
 */
export function AnswerForm({ live, ...props }: AnswerFormProps & { live: FormValues | false }) {
  const words = props.language === "de" ? german : english;
  const initial = useMemo(() => Object.fromEntries(props.questions.map(({ id, fields }) => [id, { ...fields }])), [props.questions]);
  const { register, watch, trigger, setValue, getValues, formState } = useForm<FormValues>({
    defaultValues: live || initial,
    resolver: zodResolver(pageSchema(props.questions)),
    mode: "onTouched",
  });
  const watched = watch();
  // The first render must be the server's; what people chose meanwhile shows right after it.
  const [awake, setAwake] = useState(false);
  const values = awake ? watched : initial;
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [conflicts, setConflicts] = useState<Record<string, AnswerFields>>(() => conflictsOf(props.questions));
  const formRef = useRef<HTMLFormElement>(null);
  const leaving = useRef(false);

  const [seen, setSeen] = useState(() => Object.fromEntries(props.questions.map((question) => [question.id, question.seen])));
  /** Counts the tries to go on with something wrong: each puts the focus on the list of what it is. */
  const [refusals, setRefusals] = useState(() => (props.questions.some(({ errors }) => Object.keys(errors).length > 0) ? 1 : 0));

  /** Changes that wait for the end of typing or for a missing reason, by item. */
  const unsaved = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const isComplete = useCallback(
    (item: string) => {
      const allowsNotApplicable = props.questions.find(({ id }) => id === item)?.notApplicable !== null;
      return "answer" in toAnswer(getValues(item), { allowsNotApplicable });
    },
    [getValues, props.questions],
  );
  /** "Saved" is true only where nothing waits here either. */
  const show = useCallback(
    (next: SaveState) => {
      const waiting = [...unsaved.current.keys()];
      if (next.kind !== "saved" || waiting.length === 0) setState(next);
      else setState({ kind: waiting.every(isComplete) ? "saving" : "incomplete" });
    },
    [isComplete],
  );

  const autosave = useMemo(
    () =>
      createAutosave({
        send: (item, mark, fields) => sendAnswer(props.saveUrl, item, mark, fields),
        seen: Object.fromEntries(props.questions.map((question) => [question.id, question.seen])),
        onState: show,
        onResult(item, result) {
          if ("seen" in result) setSeen((marks) => ({ ...marks, [item]: result.seen }));
          setConflicts(({ [item]: _settled, ...others }) => (result.status === "conflict" ? { ...others, [item]: result.stored } : others));
        },
      }),
    [props.saveUrl, props.questions, show],
  );

  const put = useCallback(
    (item: string) => {
      if (!isComplete(item)) return setState({ kind: "incomplete" });
      clearTimeout(unsaved.current.get(item));
      unsaved.current.delete(item);
      autosave.put(item, getValues(item));
    },
    [autosave, getValues, isComplete],
  );

  useEffect(() => {
    if (!live) return;
    const waiting = unsaved.current;
    const later = (item: string, pause: number) => {
      clearTimeout(waiting.get(item));
      waiting.set(
        item,
        setTimeout(() => put(item), pause),
      );
      setState({ kind: "saving" });
    };
    setAwake(true);
    if (props.questions.some(({ errors }) => Object.keys(errors).length > 0)) void trigger();
    for (const { id, fields } of props.questions) if (JSON.stringify(live[id]) !== JSON.stringify(fields)) later(id, 0);

    const subscription = watch((_values, { name }) => {
      const [item, field] = (name ?? "").split(".");
      if (item) later(item, field === "choice" ? 0 : typingPause);
    });
    const warn = (event: BeforeUnloadEvent) => {
      if (!leaving.current && (waiting.size > 0 || autosave.pending())) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      subscription.unsubscribe();
      window.removeEventListener("beforeunload", warn);
    };
  }, [autosave, live, props.questions, put, trigger, watch]);

  /** Goes on only when everything is right and saved; until then the page says what is missing. */
  async function submit(event: React.FormEvent<HTMLFormElement>) {
    if (leaving.current || !awake) return;
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const clearing = submitter?.getAttribute("name") === "clear" ? submitter.getAttribute("value") : null;
    if (clearing) {
      setValue(clearing, { ...getValues(clearing), choice: "", reason: "" });
      return;
    }
    if (!(await trigger())) return setRefusals((count) => count + 1);
    for (const item of [...unsaved.current.keys()]) put(item);
    if (!(await autosave.settled())) return;
    leaving.current = true;
    // A form ignores requestSubmit while its own submit event is still under way.
    setTimeout(() => formRef.current?.requestSubmit(submitter));
  }

  const answeredHere = props.questions.filter(({ id, notApplicable }) => {
    const fields = values[id];
    return fields && fields.choice !== "" && "answer" in toAnswer(fields, { allowsNotApplicable: notApplicable !== null });
  }).length;
  const answered = props.answeredElsewhere + answeredHere;
  const askedHere = props.questions.length;
  useEffect(() => {
    const state = document.getElementById(currentTopicState);
    if (!awake || !state) return;
    state.textContent = words.stateOf(answeredHere, askedHere);
    state.classList.toggle("badge-done", answeredHere === askedHere);
  }, [awake, answeredHere, askedHere, words]);
  const errorsOf = (question: QuestionView): FieldErrors => {
    const found = formState.errors[question.id];
    const touched = Object.entries(found ?? {}).map(([name, error]) => [name, (error as { message: string }).message]);
    return awake ? (Object.fromEntries(touched) as FieldErrors) : question.errors;
  };
  const anyErrors = props.questions.some((question) => Object.keys(errorsOf(question)).length > 0);

  return (
    <form ref={formRef} method="post" noValidate className="answer-form" onSubmit={(event) => void submit(event)}>
      {/* Enter in a text field presses the first submit button; it must be this one, not "withdraw". */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" name="next" value="1">
        {words.saveAndNext}
      </button>
      <Progress words={words} answered={answered} asked={props.asked} />
      <p className="scale-hint">{words.scale}</p>
      {anyErrors && refusals > 0 && <ErrorSummary key={refusals} words={words} questions={props.questions} errorsOf={errorsOf} />}
      {props.questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          words={words}
          register={register}
          current={values[question.id] ?? emptyFields}
          checked={(live || initial)[question.id]?.choice ?? ""}
          errors={errorsOf(question)}
          conflict={conflicts[question.id] ?? null}
          live={awake}
          seen={seen[question.id] ?? question.seen}
          onKeepMine={() => autosave.put(question.id, getValues(question.id))}
          onKeepStored={(stored) => {
            setValue(question.id, stored);
            setConflicts(({ [question.id]: _settled, ...others }) => others);
          }}
        />
      ))}
      <div className="form-actions">
        <a className="button button-secondary" href={props.backHref}>
          {words.back}
        </a>
        <button type="submit" className="button" name="next" value="1">
          {props.last ? words.saveAndCheck : words.saveAndNext}
        </button>
        <p className={`save-state save-state-${state.kind}`} role="status">
          {awake ? stateText(words, state) : ""}
        </p>
      </div>
    </form>
  );
}

function pageSchema(questions: QuestionView[]) {
  const schemas = questions.map(({ id, notApplicable }) => [
    id,
    answerFieldsSchema.check((context) => {
      const result = toAnswer(context.value, { allowsNotApplicable: notApplicable !== null });
      for (const [name, code] of Object.entries("errors" in result ? result.errors : {}))
        context.issues.push({ code: "custom", input: context.value, path: [name], message: code });
    }),
  ]);
  return z.object(Object.fromEntries(schemas) as Record<string, typeof answerFieldsSchema>);
}

const conflictsOf = (questions: QuestionView[]): Record<string, AnswerFields> =>
  Object.fromEntries(questions.flatMap(({ id, conflict }) => (conflict ? [[id, conflict]] : [])));

async function sendAnswer(url: string, item: string, seen: string, fields: AnswerFields): Promise<SaveResult> {
  const response = await fetch(belowBasePath(url), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ item, seen, fields }),
  });
  if (response.status === 404) return { status: "gone" };
  if (!response.ok && response.status !== 409 && response.status !== 422) throw new Error(`status ${response.status}`);
  return (await response.json()) as SaveResult;
}

function stateText(words: FormWords, state: SaveState): string {
  return state.kind === "waiting" ? words.state.waiting(state.seconds) : words.state[state.kind];
}

function Progress({ words, answered, asked }: { words: FormWords; answered: number; asked: number }) {
  const minutes = Math.ceil(((asked - answered) * secondsPerQuestion) / 60);
  return (
    <div className="progress">
      <label htmlFor="progress">
        {words.progress(answered, asked)}, {words.minutesLeft(minutes)}
      </label>
      <progress id="progress" value={answered} max={asked} />
    </div>
  );
}
