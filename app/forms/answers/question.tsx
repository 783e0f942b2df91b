import { useContext } from "react";
import { textLimits } from "../../core/assessment/text";
import { keepMarkup } from "../../components/layout/kept-markup";
import { useLocale } from "../../components/layout/locale";
import type { Messages } from "../../i18n";
import { ConflictNote } from "../conflict-note";
import { FieldNotes, SavedFormContext, TextInput } from "../field";
import { seenName, type Typed } from "../part";
import type { EvidenceFileView } from "../../views/evidence";
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
  /** Whether it speaks of AI in use, so that who uses none can say so here for all such questions. */
  presupposesUse: boolean;
  /** What was answered to an earlier question, to be confirmed; null where nothing was. */
  previous: string | null;
  /** That others have answered it, too; null where nobody has. */
  others?: { text: string; href: string } | null;
  /** What the last round says of it; null in the first. */
  round: RoundHint | null;
  help: string | null;
  anchors: string[];
  /** When the question does not apply; null where that answer is not offered. */
  notApplicable: string | null;
  sources: SourceLine[];
  /** Who changed it when, and where that stands; null where nobody has since that is recorded. */
  lastChange: { text: string; href: string } | null;
  /** What a second person says of the answer; null where nobody has. */
  check: { text: string; isOpen: boolean } | null;
  /** Files that prove the answer, and where they are added; null where there is no assessment to add them to. */
  evidence: { files: EvidenceFileView[]; filesHref: string; href: string } | null;
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
  const { form, team } = useLocale().messages;
  const { id, number, notApplicable } = question;
  const names = answerNames(id);
  return (
    <fieldset className="question" id={id} data-part={id} data-title={form.questionTitle(number)}>
      <legend>
        <span className="question-number">{number}</span> {question.question}
      </legend>
      {question.previous && !question.round?.isSame && <p className="alert alert-warning">{question.previous}</p>}
      {question.round && <LastRound item={id} question={question.question} hint={question.round} />}
      {question.check && <p className={question.check.isOpen ? "alert alert-warning" : "hint"}>{question.check.text}</p>}
      {question.others && (
        <p className="hint">
          {question.others.text} <a href={question.others.href}>{team.othersLink}</a>
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
    </fieldset>
  );
}

const keptLevels = keepMarkup<string[]>();
const keptOthers = keepMarkup<string[]>();
const choices = ["", "0", "1", "2", "3", "4", "dk", "na"];

/** In each language a question has its own list of levels, by which what is the same for everybody is kept. */
function Choices({ question, chosen }: { question: QuestionView; chosen: string }) {
  const { form } = useLocale().messages;
  const { id, anchors, presumed } = question;
  const props = { question, form, chosen: choices.includes(chosen) ? chosen : "" };
  return (
    <>
      <div
        className="levels"
        id={answerNames(id).choice}
        dangerouslySetInnerHTML={keptLevels(anchors, props.chosen, () => (
          <Levels {...props} />
        ))}
      />
      <div
        className="other-answers"
        dangerouslySetInnerHTML={keptOthers(anchors, `${props.chosen} ${presumed}`, () => (
          <OtherAnswers {...props} />
        ))}
      />
    </>
  );
}

type ChoiceProps = { question: QuestionView; form: Messages["form"]; chosen: string };

function Choice({ question, chosen, value }: Pick<ChoiceProps, "question" | "chosen"> & { value: string }) {
  return <input type="radio" name={answerNames(question.id).choice} value={value} defaultChecked={chosen === value} autoComplete="off" />;
}

function Levels({ form, ...props }: ChoiceProps) {
  return (
    <>
      {props.question.anchors.map((anchor, level) => (
        <label className="level" key={level}>
          <Choice {...props} value={String(level)} />{" "}
          <span className="level-name">
            <span className="level-number">{level}</span> <span className="level-word">{form.levels[level]}</span>
          </span>{" "}
          <span className="level-anchor">{anchor}</span>
        </label>
      ))}
    </>
  );
}

function OtherAnswers({ form, ...props }: ChoiceProps) {
  const { question } = props;
  const { id, notApplicable } = question;
  return (
    <>
      <label className="choice">
        <Choice {...props} value="dk" /> <span>{form.dontKnow}</span>
      </label>
      {notApplicable !== null && (
        <label className="choice choice-not-applicable">
          <Choice {...props} value="na" /> <span>{form.notApplicable}</span> <span className="hint">{notApplicable}</span>
        </label>
      )}
      {question.presupposesUse && !question.presumed && (
        <button type="submit" className="link-button not-used" name="unused" value={id}>
          {form.notUsed}
          <span className="visually-hidden">: {question.question}</span>
        </button>
      )}
      <button type="submit" className="link-button clear-answer" name="clear" value={id}>
        {form.clear}
        <span className="visually-hidden">: {question.question}</span>
      </button>
    </>
  );
}

const keptSources = keepMarkup<SourceLine[]>();

/** What is meant, one's own remarks, and what the question rests on: one tap away, so that the answers follow the question. */
function Remarks({ question }: Props) {
  const { typed, errors } = useContext(SavedFormContext);
  const { form, changes } = useLocale().messages;
  const { help, sources, lastChange, evidence } = question;
  const names = answerNames(question.id);
  return (
    <details className="remarks" open={Boolean(errors[names.note] ?? errors[names.evidence]) || undefined}>
      <summary>
        {typed[names.note] || typed[names.evidence] || evidence?.files.length ? form.remarksFilled : form.remarks}
        <span className="visually-hidden">: {question.question}</span>
      </summary>
      {help && <p>{help}</p>}
      <TextInput multiline rows={3} name={names.note} label={form.note} hint={form.noteHint} limit={textLimits.note} />
      <TextInput name={names.evidence} label={form.evidence} hint={form.evidenceHint} limit={textLimits.evidence} />
      {evidence && <EvidenceFiles {...evidence} question={question.question} />}
      {lastChange && (
        <p>
          {lastChange.text} <a href={lastChange.href}>{changes.link}</a>
        </p>
      )}
      <p>{form.sourcesIntro}</p>
      <ul
        dangerouslySetInnerHTML={keptSources(sources, "", () => (
          <>
            {sources.map(({ text, href }) => (
              <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </>
        ))}
      />
    </details>
  );
}

/** Files are added on a page of their own, so that nothing typed here is sent with them. */
function EvidenceFiles({ files, filesHref, href, question }: NonNullable<QuestionView["evidence"]> & { question: string }) {
  const { evidence } = useLocale().messages;
  return (
    <>
      {files.length > 0 && (
        <ul className="evidence-files">
          {files.map(({ sha256, name, about }) => (
            <li key={sha256}>
              <div>
                <a href={`${filesHref}/${sha256}`} download>
                  {name}
                </a>
                <span className="hint">{about}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={href}>
          {evidence.link(files.length)}
          <span className="visually-hidden">: {question}</span>
        </a>
      </p>
    </>
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
