import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { CopyLink } from "../components/layout/copy-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { readCheckForm, type CheckFormState } from "../forms/check/check-fields";
import { CheckForm } from "../forms/check/check-form";
import { ErrorSummary } from "../forms/field";
import { textOf } from "../forms/text-of";
import { checkable, editable, localeFor, readForm, readable, refusal } from "../http/request";
import { checkingView, type CheckedAnswer } from "../views/checking";

export const meta = pageTitle(({ messages }) => messages.checking.title);

export async function loader(args: LoaderFunctionArgs) {
  const checks = (await checkable(args)) !== null;
  const locale = localeFor(args.request);
  const assessment = await readable(args);
  const { keys } = checks ? { keys: null } : await editable(args);
  return {
    id: assessment.id,
    checks,
    view: checkingView(assessment, args.context.content, locale),
    link: keys?.check ? `${args.context.origin}${locale.href(`/open/${keys.check}`)}` : null,
    saved: new URL(args.request.url).searchParams.get("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const checker = await checkable(args);
  const form = await readForm(args.request);
  const locale = localeFor(args.request);
  const page = locale.href(`/assessments/${args.params.id ?? ""}/checking`);
  if (!checker) {
    const owner = await editable(args);
    const intent = textOf(form, "intent");
    if (intent === "renew") await owner.renewCheckKey();
    else if (intent === "withdraw") await owner.withdrawCheckKey();
    else throw refusal("bad-request");
    return redirect(`${page}#link`, { status: 303 });
  }
  const item = textOf(form, "item");
  if (!checkingView(checker, args.context.content, locale).answers.some(({ id }) => id === item)) throw refusal("bad-request");
  const read = readCheckForm(form, locale.messages);
  if ("errors" in read) return data<CheckFormState>({ item, ...read }, { status: 422 });
  const isSaved = await checker.sayOf(item, textOf(form, "seen"), read.said);
  const { changed } = locale.messages.checking.form.errors;
  if (!isSaved) return data<CheckFormState>({ item, typed: read.typed, errors: { state: changed } }, { status: 409 });
  return redirect(`${page}?saved=${item}#${item}`, { status: 303 });
}

export default function Checking() {
  const { id, checks, view, link, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { checking, assessment } = messages;
  const errors = Object.entries(refused?.errors ?? {}).map(([field, text]) => ({ name: `${refused?.item ?? ""}.${field}`, text }));
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}${checks ? "/report" : ""}`)}>{checks ? checking.toReport : assessment.keepTitle}</a>
      </p>
      <h1>{checking.title}</h1>
      <ErrorSummary errors={errors} />
      <p className="lead">{checking.lead}</p>
      <p>{checking.counts}</p>
      {!checks && <CheckLink link={link} />}
      {!checks && <h2>{checking.owner.answers}</h2>}
      <p>{view.answers.length === 0 ? checking.nothing : view.summary}</p>
      {view.answers.map((answer) => (
        <section key={answer.id} id={answer.id} className="checked-answer" aria-labelledby={`${answer.id}.title`}>
          <h2 id={`${answer.id}.title`}>
            {answer.number}. {answer.question}
          </h2>
          <Facts id={id} answer={answer} checks={checks} />
          {saved === answer.id && !refused && (
            <p className="alert alert-success" role="status">
              {checking.form.saved}
            </p>
          )}
          {checks && <CheckForm answer={answer} by={view.by} state={refused?.item === answer.id ? refused : null} />}
        </section>
      ))}
    </div>
  );
}

function CheckLink({ link }: { link: string | null }) {
  const { owner } = useLocale().messages.checking;
  return (
    <section aria-labelledby="link">
      <h2 id="link">{owner.title}</h2>
      <p>{owner.text}</p>
      {link ? <CopyLink label={owner.label} url={link} /> : <p className="hint">{owner.none}</p>}
      <form method="post" className="form-actions">
        <button className={link ? "link-button" : "button"} name="intent" value="renew">
          {link ? owner.renew : owner.create}
        </button>
        {link && <span className="hint">{owner.renewHint}</span>}
        {link && (
          <button className="link-button" name="intent" value="withdraw">
            {owner.withdraw}
          </button>
        )}
      </form>
    </section>
  );
}

/** What was answered, what proves it, and what has been said of it. */
function Facts({ id, answer, checks }: { id: string; answer: CheckedAnswer; checks: boolean }) {
  const { messages, href } = useLocale();
  const { checking } = messages;
  return (
    <>
      <p>
        <strong>{answer.level}</strong>
      </p>
      <p>
        {checking.evidence}: {answer.evidence ?? (answer.files.length === 0 ? checking.noEvidence : "")}
      </p>
      {answer.files.length > 0 && (
        <ul>
          {answer.files.map(({ sha256, name, about }) => (
            <li key={sha256}>
              <a href={`/assessments/${id}/files/${sha256}`} download>
                {name}
              </a>{" "}
              <span className="hint">{about}</span>
            </li>
          ))}
        </ul>
      )}
      {answer.note && (
        <p className="hint">
          {checking.note}: {answer.note}
        </p>
      )}
      <p className={answer.check?.isOpen ? "alert alert-warning" : "hint"}>{answer.check?.text ?? checking.unchecked}</p>
      {!checks && (
        <p>
          <a href={href(`/assessments/${id}/${answer.dimension}#${answer.id}`)}>
            {checking.toQuestion}
            <span className="visually-hidden">: {answer.question}</span>
          </a>
        </p>
      )}
    </>
  );
}
