import { useContext } from "react";
import { textLimits } from "../../core/assessment/text";
import { useLocale } from "../../components/layout/locale";
import { ConflictNote } from "../conflict-note";
import { FieldNotes, SavedFormContext, TextInput } from "../field";
import { seenName, type Typed } from "../part";
import type { RoundHint } from "../../views/round-hints";
import { answerInputs, answerNames } from "./answer-fields";
import { LastRound } from "./last-round";

export type SourceLine = { text: string; href: string | null };

export type QuestionView = {
  id: string;
  number: number;
  question: string;
  /** Nobody needs to answer it, because no AI is in use; it stands at level 0 until somebody does. */
  presumed: boolean;
  /** What was answered to an earlier question, to be confirmed; null where nothing was. */
  previous: string | null;
  /** What the last round says of it; null in the first. */
  round: RoundHint | null;
  help: string | null;
  anchors: string[];
  /** When the question does not apply; null where that answer is not offered. */
  notApplicable: string | null;
  sources: SourceLine[];
};

type Props = { question: QuestionView };

/** One question; where nobody needs to answer it, it can be unfolded and answered all the same. */
export function Question({ question }: Props) {
  const { form } = useLocale().messages;
  if (!question.presumed) return <OpenQuestion question={question} />;
  return (
    <details className="question-presumed" id={`${question.id}.presumed`}>
      <summary>
        {question.number} {question.question} <span className="hint">{form.presumed}</span>
      </summary>
      <p className="hint">{form.presumedHint}</p>
      <OpenQuestion question={question} />
    </details>
  );
}

/** One question with its five levels, its other answers and its remarks. */
function OpenQuestion({ question }: Props) {
  const state = useContext(SavedFormContext);
  const { form } = useLocale().messages;
  const { id, number, help, notApplicable } = question;
  const names = answerNames(id);
  return (
    <fieldset
      className="question"
      id={id}
      data-part={id}
      data-title={form.questionTitle(number)}
      aria-describedby={help ? `${id}.help` : undefined}
    >
      <legend>
        <span className="question-number">{number}</span> {question.question}
      </legend>
      {question.previous && !question.round?.isSame && <p className="alert alert-warning">{question.previous}</p>}
      {question.round && <LastRound item={id} question={question.question} hint={question.round} />}
      {help && (
        <p className="hint" id={`${id}.help`}>
          {help}
        </p>
      )}
      <input type="hidden" name={seenName(id)} value={state.seen[id]} />
      <AnswerConflict question={question} />
      <FieldNotes name={names.choice} error={state.errors[names.choice]} />
      <Choices question={question} chosen={state.typed[names.choice] ?? ""} />
      {notApplicable !== null && (
        <div className="reason">
          <TextInput name={names.reason} label={form.reason} limit={textLimits.reason} />
        </div>
      )}
      <Remarks question={question} />
      <Sources question={question} />
    </fieldset>
  );
}

function Choices({ question, chosen }: { question: QuestionView; chosen: string }) {
  const { form } = useLocale().messages;
  const { id, anchors, notApplicable } = question;
  const { choice } = answerNames(id);
  const radio = (value: string) => <input type="radio" name={choice} value={value} defaultChecked={chosen === value} autoComplete="off" />;
  return (
    <>
      <div className="levels" id={choice}>
        {anchors.map((anchor, level) => (
          <label className="level" key={level}>
            {radio(String(level))}{" "}
            <span className="level-name">
              <span className="level-number">{level}</span> {form.levels[level]}
            </span>{" "}
            <span className="level-anchor">{anchor}</span>
          </label>
        ))}
      </div>
      <div className="other-answers">
        <label className="choice">
          {radio("dk")} <span>{form.dontKnow}</span> <span className="hint">{form.dontKnowHint}</span>
        </label>
        {notApplicable !== null && (
          <label className="choice choice-not-applicable">
            {radio("na")} <span>{form.notApplicable}</span> <span className="hint">{notApplicable}</span>
          </label>
        )}
        <button type="submit" className="link-button clear-answer" name="clear" value={id}>
          {form.clear}
          <span className="visually-hidden">: {question.question}</span>
        </button>
      </div>
    </>
  );
}

function Remarks({ question }: Props) {
  const { typed, errors } = useContext(SavedFormContext);
  const { form } = useLocale().messages;
  const { note, evidence } = answerNames(question.id);
  return (
    <details className="remarks" open={Boolean(errors[note] ?? errors[evidence]) || undefined}>
      <summary>
        {typed[note] || typed[evidence] ? form.remarksFilled : form.remarks}
        <span className="visually-hidden">: {question.question}</span>
      </summary>
      <TextInput multiline rows={3} name={note} label={form.note} hint={form.noteHint} limit={textLimits.note} />
      <TextInput name={evidence} label={form.evidence} hint={form.evidenceHint} limit={textLimits.evidence} />
    </details>
  );
}

function Sources({ question }: { question: QuestionView }) {
  const { form } = useLocale().messages;
  return (
    <details className="sources">
      <summary>
        {form.sources}
        <span className="visually-hidden">: {question.question}</span>
      </summary>
      <p>{form.sourcesIntro}</p>
      <ul>
        {question.sources.map(({ text, href }) => (
          <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </details>
  );
}

function AnswerConflict({ question }: Props) {
  const state = useContext(SavedFormContext);
  const { form } = useLocale().messages;
  const names = answerNames(question.id);
  const stored = state.conflicts[question.id];
  const choice = (value: string) => {
    if (value === "dk") return form.dontKnow;
    if (value === "na") return form.notApplicable;
    return value && `${value} ${form.levels[Number(value)] ?? ""}: ${question.anchors[Number(value)] ?? ""}`;
  };
  const say = (typed: Typed) =>
    answerInputs
      .map((input) => (input === "choice" ? choice(typed[names.choice] ?? "") : (typed[names[input]] ?? "")))
      .filter(Boolean)
      .join(" · ");
  return <ConflictNote part={question.id} stored={stored && say(stored)} yours={say(state.typed)} />;
}
