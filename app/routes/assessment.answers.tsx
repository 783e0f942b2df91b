import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { modelOf } from "../core/content";
import { findItem } from "../core/questionnaire/questionnaire";
import { agreedErrors, readAgreed } from "../forms/team/agreed-fields";
import { AgreedForm } from "../forms/team/agreed-form";
import { textOf } from "../forms/text-of";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { agreementLines } from "../views/agreement";
import { sharedAnswersView, type SharedAnswer } from "../views/team";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle(({ messages }) => messages.team.answers.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const questionnaire = modelOf(args.context.content, assessment);
  const { agreement, leniencies, talk, others } = sharedAnswersView(assessment, await assessment.people(), questionnaire, locale);
  const { lines, topics } = agreementLines(agreement, (id) => questionnaire.text[locale.language].dimensions[id]?.name ?? id, locale);
  return { id: assessment.id, lines: [...lines, ...leniencies], topics, talk, others };
}

/** Keeps what was agreed on one question, or lets it go again. */
export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const { href, messages } = localeFor(args.request);
  const form = await readForm(args.request);
  const item = textOf(form, "item");
  const place = () => redirect(href(`/assessments/${assessment.id}/team/answers#${item}.answers`), { status: 303 });
  const found = findItem(modelOf(args.context.content, assessment), item);
  if (!found) throw refusal("bad-request");
  if (textOf(form, "intent") === "withdraw") {
    if ((await assessment.withdrawRecorded(item)) === null) throw refusal("no-access");
    return place();
  }
  const read = readAgreed(form, found, messages.team);
  if ("errors" in read) return data({ item, ...read }, { status: 422 });
  const isWritten = await assessment.recordAnswer(item, read.agreed);
  if (isWritten === null) throw refusal("no-access");
  if (isWritten) return place();
  return data({ item, ...agreedErrors(form, { choice: messages.team.answers.newer }) }, { status: 409 });
}

export default function Answers() {
  const { id, lines, topics, talk, others } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { team } = messages;
  const { answers: words } = team;
  const isAnything = talk.length + others.length > 0;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/team`)}>{team.title}</a>
      </p>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {!isAnything && <p>{words.none}</p>}
      {isAnything && (
        <>
          <h2>{words.agreementTitle}</h2>
          <TextList texts={[...lines, ...topics]} />
        </>
      )}
      {talk.length > 0 && <h2>{words.talkTitle(talk.length)}</h2>}
      {talk.map((one) => (
        <Shared key={one.id} shared={one} />
      ))}
      {others.length > 0 && <h2>{words.otherTitle}</h2>}
      {others.map((one) => (
        <Shared key={one.id} shared={one} />
      ))}
    </div>
  );
}

/** One question with everybody's answers and the form that records what was agreed. */
function Shared({ shared }: { shared: SharedAnswer }) {
  const refused = useActionData<typeof action>();
  const { answers: words } = useLocale().messages.team;
  const { id, number, question, flag, given, standing, check, recorded } = shared;
  const own = refused?.item === id ? refused : null;
  return (
    <section className="shared-answer" id={`${id}.answers`} aria-labelledby={`${id}.question`}>
      <h3 id={`${id}.question`}>
        {number} {question}
      </h3>
      {flag && (
        <p>
          <span className="badge badge-open">{flag}</span>
        </p>
      )}
      <ul aria-label={words.said}>
        {given.map(({ who, said, when, remarks }) => (
          <li key={who}>
            <strong>{who}</strong>: {said}
            {when && <span className="hint"> ({when})</span>}
            {remarks.map((remark) => (
              <span className="hint remark" key={remark}>
                {remark}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {standing && <p>{standing}</p>}
      {recorded && <p>{words.recordedReason(recorded.reason)}</p>}
      {recorded?.isStale && <p className="alert alert-warning">{words.changedSince}</p>}
      {check && <p className={check.isOpen ? "alert alert-warning" : "hint"}>{check.text}</p>}
      <AgreedForm shared={shared} refused={own} />
    </section>
  );
}
