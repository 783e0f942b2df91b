import { useEffect, useRef } from "react";
import type { UseFormRegister } from "react-hook-form";
import { textLimits } from "../../core/assessment/text";
import type { form as german } from "../../i18n/de/form";
import type { AnswerFields, FieldErrorCode, FieldErrors } from "./answer-fields";

export type SourceLine = { text: string; href: string | null };

export type QuestionView = {
  id: string;
  number: number;
  question: string;
  help: string | null;
  anchors: string[];
  /** When the question does not apply; null where that answer is not offered. */
  notApplicable: string | null;
  sources: SourceLine[];
  fields: AnswerFields;
  /** Fingerprint of the stored answer the form starts from. */
  seen: string;
  errors: FieldErrors;
  /** The answer somebody else has stored meanwhile. */
  conflict: AnswerFields | null;
};

/** By item. */
export type FormValues = Record<string, AnswerFields>;
export type FormWords = typeof german;

type QuestionProps = {
  question: QuestionView;
  words: FormWords;
  register: UseFormRegister<FormValues>;
  current: AnswerFields;
  /**
   * The choice to start from. In the browser it is what people have chosen before the script arrived, already in the
   * first render: react-hook-form trusts a radio button that was checked by default more than the values it is given.
   */
  checked: string;
  errors: FieldErrors;
  conflict: AnswerFields | null;
  live: boolean;
  /** Fingerprint of the answer as last seen stored. */
  seen: string;
  onKeepMine: () => void;
  onKeepStored: (stored: AnswerFields) => void;
};

/** One question with its five levels, its other answers and its remarks. */
export function Question({
  question,
  words,
  register,
  current,
  checked,
  errors,
  conflict,
  live,
  seen,
  onKeepMine,
  onKeepStored,
}: QuestionProps) {
  const { id, anchors, notApplicable } = question;
  const error = (field: keyof AnswerFields) => errors[field] && errorText(words, field, errors[field]);
  return (
    <fieldset className="question" id={id} aria-describedby={question.help ? `${id}.help` : undefined}>
      <legend>
        <span className="question-number">{question.number}</span> {question.question}
      </legend>
      <input type="hidden" name={`${id}.seen`} value={seen} />
      {question.help && (
        <p className="hint" id={`${id}.help`}>
          {question.help}
        </p>
      )}
      {conflict && (
        <Conflict
          words={words}
          question={question}
          stored={conflict}
          current={current}
          live={live}
          onKeepMine={onKeepMine}
          onKeepStored={onKeepStored}
        />
      )}
      {error("choice") && (
        <p className="field-error" id={`${id}.choice.error`}>
          {error("choice")}
        </p>
      )}
      <div className="levels" id={`${id}.choice`}>
        {anchors.map((anchor, level) => (
          <label className="level" key={level}>
            <input type="radio" value={level} defaultChecked={checked === String(level)} {...register(`${id}.choice`)} />
            <span className="level-name">
              <span className="level-number">{level}</span> {words.levels[level]}
            </span>
            <span className="level-anchor">{anchor}</span>
          </label>
        ))}
      </div>
      <div className="other-answers">
        <label className="choice">
          <input type="radio" value="dk" defaultChecked={checked === "dk"} {...register(`${id}.choice`)} />
          {words.dontKnow} <span className="hint">{words.dontKnowHint}</span>
        </label>
        {notApplicable !== null && (
          <label className="choice choice-not-applicable">
            <input type="radio" value="na" defaultChecked={checked === "na"} {...register(`${id}.choice`)} />
            {words.notApplicable} <span className="hint">{notApplicable}</span>
          </label>
        )}
        <button type="submit" className="link-button clear-answer" name="clear" value={id}>
          {words.clear}
          <span className="visually-hidden">: {question.question}</span>
        </button>
      </div>
      {notApplicable !== null && (
        <div className="reason">
          <TextField
            id={`${id}.reason`}
            label={words.reason}
            error={error("reason")}
            value={current.reason}
            field={register(`${id}.reason`)}
          />
        </div>
      )}
      <details className="remarks" open={Boolean(error("note") ?? error("evidence")) || undefined}>
        <summary>
          {current.note || current.evidence ? words.remarksFilled : words.remarks}
          <span className="visually-hidden">: {question.question}</span>
        </summary>
        <TextField
          multiline
          id={`${id}.note`}
          label={words.note}
          hint={words.noteHint}
          error={error("note")}
          value={current.note}
          field={register(`${id}.note`)}
        />
        <TextField
          id={`${id}.evidence`}
          label={words.evidence}
          hint={words.evidenceHint}
          error={error("evidence")}
          value={current.evidence}
          field={register(`${id}.evidence`)}
        />
      </details>
      <details className="sources">
        <summary>
          {words.sources}
          <span className="visually-hidden">: {question.question}</span>
        </summary>
        <p>{words.sourcesIntro}</p>
        <ul>
          {question.sources.map(({ text, href }) => (
            <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

type TextFieldProps = {
  id: string;
  label: string;
  hint?: string;
  error: string | undefined;
  value: string;
  multiline?: boolean;
  field: ReturnType<UseFormRegister<FormValues>>;
};

function TextField({ id, label, hint, error, value, multiline, field }: TextFieldProps) {
  const described = [hint && `${id}.hint`, error && `${id}.error`].filter(Boolean).join(" ") || undefined;
  const common = {
    id,
    defaultValue: value,
    "aria-describedby": described,
    "aria-invalid": error ? true : undefined,
    autoComplete: "off",
    ...field,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}.hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}.error`}>
          {error}
        </p>
      )}
      {multiline ? <textarea rows={3} {...common} /> : <input type="text" {...common} />}
    </div>
  );
}

type ConflictProps = Pick<QuestionProps, "question" | "words" | "current" | "live" | "onKeepMine" | "onKeepStored"> & {
  stored: AnswerFields;
};

function Conflict({ words, question, stored, current, live, onKeepMine, onKeepStored }: ConflictProps) {
  const say = (fields: AnswerFields) =>
    [choiceText(words, question, fields.choice), fields.reason, fields.note, fields.evidence].filter(Boolean).join(" · ");
  return (
    <div className="alert alert-warning" role="alert">
      <p>
        <strong>{words.conflict.title}</strong>
      </p>
      <dl>
        <dt>{words.conflict.stored}</dt>
        <dd>{say(stored)}</dd>
        <dt>{words.conflict.yours}</dt>
        <dd>{say(current)}</dd>
      </dl>
      {live ? (
        <p className="form-actions">
          <button type="button" className="button button-secondary" onClick={onKeepMine}>
            {words.conflict.keepMine}
          </button>
          <button type="button" className="button button-secondary" onClick={() => onKeepStored(stored)}>
            {words.conflict.keepStored}
          </button>
        </p>
      ) : (
        <p>{words.conflict.noScript}</p>
      )}
    </div>
  );
}

function choiceText(words: FormWords, question: QuestionView, choice: string): string {
  if (choice === "") return words.conflict.nothing;
  if (choice === "dk") return words.dontKnow;
  if (choice === "na") return words.notApplicable;
  return `${choice} ${words.levels[Number(choice)] ?? ""}: ${question.anchors[Number(choice)] ?? ""}`;
}

/** The list of what is wrong; it takes the focus. */
export function ErrorSummary(props: { words: FormWords; questions: QuestionView[]; errorsOf: (question: QuestionView) => FieldErrors }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  return (
    // Takes focus by itself after the page has loaded, with or without a script.
    // eslint-disable-next-line jsx-a11y/no-autofocus
    <div className="alert alert-danger" role="alert" tabIndex={-1} autoFocus ref={summary}>
      <h2>{props.words.errors.title}</h2>
      <ul>
        {props.questions.flatMap((question) =>
          Object.entries(props.errorsOf(question)).map(([name, code]) => (
            <li key={`${question.id}.${name}`}>
              <a href={`#${question.id}.${name}`}>
                {question.number}. {errorText(props.words, name as keyof AnswerFields, code)}
              </a>
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

function errorText(words: FormWords, field: keyof AnswerFields, code: FieldErrorCode): string {
  if (code === "text-too-long") return words.errors[code](field === "choice" ? 0 : textLimits[field]);
  return words.errors[code];
}
