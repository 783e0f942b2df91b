import { redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { CopyLink } from "../components/layout/copy-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { TextToCopy, type TextToHandOn } from "../components/layout/shown-link";
import { readCheckForm, type CheckFormState } from "../forms/check/check-fields";
import { CheckForm } from "../forms/check/check-form";
import { ErrorSummary } from "../forms/field";
import type { TypedAddress } from "../forms/mail/mail-address";
import { MailField } from "../forms/mail/mail-field";
import { textOf } from "../forms/text-of";
import type { Checkable, Editable } from "../http/access/assessment-access";
import { mailToTyped } from "../http/mail/mail-to-typed";
import { checkable, editable, localeFor, readForm, refusal } from "../http/request";
import type { Locale, Messages } from "../i18n/index";
import { checkingView, type CheckedAnswer } from "../views/checking";

export const meta = pageTitle(({ messages }) => messages.checking.title);

export async function loader(args: LoaderFunctionArgs) {
  const checker = await checkable(args);
  const assessment = checker ?? (await editable(args));
  const locale = localeFor(args.request);
  const keys = "keys" in assessment ? assessment.keys : null;
  const { checking, mails } = locale.messages;
  const url = keys?.check ? `${args.context.origin}${locale.href(checkPath(keys.check))}` : null;
  return {
    id: assessment.id,
    checks: checker !== null,
    view: await viewOf(assessment, args, locale),
    handOn: url === null ? null : { url, ...checkWords(assessment.organisation.name ?? null, url, { checking, mails }) },
    mayHandOn: keys !== null,
    sendsMail: args.context.mails.isSetUp,
    mailed: new URL(args.request.url).searchParams.has("mailed"),
    saved: new URL(args.request.url).searchParams.get("saved"),
    isForgotten: new URL(args.request.url).searchParams.has("forgotten"),
  };
}

const viewOf = async (assessment: Editable | Checkable, { context }: LoaderFunctionArgs | ActionFunctionArgs, locale: Locale) =>
  checkingView({ ...assessment, team: await assessment.people() }, context.content, locale);

export async function action(args: ActionFunctionArgs) {
  const checker = await checkable(args);
  const form = await readForm(args.request);
  const locale = localeFor(args.request);
  const page = locale.href(`/assessments/${args.params.id ?? ""}/checking`);
  if (textOf(form, "intent") === "forget-names") {
    await (checker ?? (await editable(args))).forgetCheckers();
    return redirect(`${page}?forgotten#names`, { status: 303 });
  }
  if (!checker) {
    const owner = await editable(args);
    const intent = textOf(form, "intent");
    if (intent === "mail") {
      const mail = await mailCheckLink(owner, form, locale, args.context);
      return mail === null ? redirect(`${page}?mailed#link`, { status: 303 }) : data({ mail }, { status: 422 });
    }
    if (intent === "renew") await owner.renewCheckKey();
    else if (intent === "withdraw") await owner.withdrawCheckKey();
    else throw refusal("bad-request");
    return redirect(`${page}#link`, { status: 303 });
  }
  const item = textOf(form, "item");
  if (!(await viewOf(checker, args, locale)).answers.some(({ id }) => id === item)) throw refusal("bad-request");
  const read = readCheckForm(form, locale.messages);
  if ("errors" in read) return data<CheckFormState>({ item, ...read }, { status: 422 });
  const isSaved = await checker.sayOf(item, textOf(form, "seen"), read.said);
  const { changed } = locale.messages.checking.form.errors;
  if (!isSaved) return data<CheckFormState>({ item, typed: read.typed, errors: { state: changed } }, { status: 409 });
  return redirect(`${page}?saved=${item}#${item}`, { status: 303 });
}

const checkPath = (key: string) => `/open/${key}`;

const checkWords = (organisation: string | null, url: string, { checking, mails }: Pick<Messages, "checking" | "mails">) => ({
  ...{ subject: mails.subjects.check, text: checking.owner.message(organisation, url) },
});

/** Sends the link to whoever is asked to check. @returns what was typed and what is wrong with it; null where it is sent. */
async function mailCheckLink({ keys, organisation }: Editable, form: FormData, locale: Locale, context: AppLoadContext) {
  const key = keys?.check ?? null;
  if (key === null) throw refusal("bad-request");
  const text = (plain: string | null, urlOf: (path: string) => string) => checkWords(plain, urlOf(checkPath(key)), locale.messages).text;
  return mailToTyped(form, "address", { kind: "check", organisationName: organisation.name, text }, locale, context);
}

export default function Checking() {
  const { id, checks, view, handOn, mayHandOn, sendsMail, mailed, saved, isForgotten } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [mail, refused] = sent && "mail" in sent ? [sent.mail, undefined] : [null, sent];
  const { messages, href } = useLocale();
  const { checking, report } = messages;
  // Whoever works with the assessment looks for what they are asked; whoever checks goes on in the order of the questions.
  const isAsked = ({ check }: CheckedAnswer) => !checks && check?.isOpen === true;
  const answers = [...view.answers.filter(isAsked), ...view.answers.filter((answer) => !isAsked(answer))];
  const next = view.answers.find(({ check }) => check === null);
  const number = view.answers.find((answer) => answer.id === refused?.item)?.number ?? 0;
  const errors = Object.entries(refused?.errors ?? {}).map(([field, text]) => ({
    name: `${refused?.item ?? ""}.${field}`,
    text: `${checking.number(number)}: ${text}`,
  }));
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}${checks ? "/report" : ""}`)}>{checks ? checking.toReport : report.back}</a>
      </p>
      <h1>{checking.title}</h1>
      <ErrorSummary errors={errors} />
      <p className="lead">{checks ? checking.checkerLead : checking.lead}</p>
      <p>{checking.counts}</p>
      {!checks && (mayHandOn ? <CheckLink {...{ handOn, sendsMail, mailed, mail }} /> : <p>{messages.team.ownerInvites}</p>)}
      {!checks && <h2>{checking.owner.answers}</h2>}
      <p>{view.answers.length === 0 ? checking.nothing : view.summary}</p>
      {answers.map((answer) => (
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
          {checks && (
            <CheckForm
              answer={answer}
              by={view.by}
              isNext={answer === next && !refused}
              state={refused?.item === answer.id ? refused : null}
            />
          )}
        </section>
      ))}
      {view.answers.length > 0 && <Names isForgotten={isForgotten} />}
    </div>
  );
}

/** Where whoever has checked, or works with the assessment, deletes the names beside what was said. */
function Names({ isForgotten }: { isForgotten: boolean }) {
  const { names } = useLocale().messages.checking;
  return (
    <section aria-labelledby="names">
      <h2 id="names">{names.title}</h2>
      {isForgotten && (
        <p className="alert alert-success" role="status">
          {names.done}
        </p>
      )}
      <p>{names.text}</p>
      <form method="post" className="form-actions">
        <button className="button button-secondary" name="intent" value="forget-names">
          {names.submit}
        </button>
      </form>
    </section>
  );
}

type CheckLinkProps = { handOn: (TextToHandOn & { url: string }) | null; sendsMail: boolean; mailed: boolean; mail: TypedAddress | null };

function CheckLink({ handOn, sendsMail, mailed, mail }: CheckLinkProps) {
  const { checking, mails } = useLocale().messages;
  const { owner } = checking;
  return (
    <section aria-labelledby="link">
      <h2 id="link">{owner.title}</h2>
      {mailed && !mail && (
        <p className="alert alert-success" role="status">
          {owner.mailed}
        </p>
      )}
      <p>{owner.text}</p>
      {handOn ? (
        <>
          <CopyLink label={owner.label} url={handOn.url} />
          <TextToCopy label={mails.handOn} subject={handOn.subject} text={handOn.text} />
          {sendsMail ? (
            <form method="post" className="form" noValidate autoComplete="off">
              <ErrorSummary errors={mail?.error ? [{ name: "address", text: mail.error }] : []} />
              <MailField name="address" typed={mail} />
              <p className="form-actions">
                <button className="button button-secondary" name="intent" value="mail">
                  {owner.mail}
                </button>
              </p>
            </form>
          ) : (
            <p className="hint">{mails.notSetUp}</p>
          )}
        </>
      ) : (
        <p className="hint">{owner.none}</p>
      )}
      <form method="post" className="form-actions">
        <button className={handOn ? "link-button" : "button"} name="intent" value="renew">
          {handOn ? owner.renew : owner.create}
        </button>
        {handOn && <span className="hint">{owner.renewHint}</span>}
        {handOn && (
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
      {!checks && answer.givenBy && (
        <p className="hint">
          {checking.givenBy}: {answer.givenBy}
        </p>
      )}
      {answer.note && (
        <p className="hint">
          {checking.note}: {answer.note}
        </p>
      )}
      <p className={answer.check?.isOpen ? "alert alert-warning" : "hint"}>{answer.check?.text ?? checking.unchecked}</p>
      {!checks && (
        <p>
          <a
            href={href(`/assessments/${id}/${answer.isShared ? `team/answers#${answer.id}.answers` : `${answer.dimension}#${answer.id}`}`)}
          >
            {answer.isShared ? messages.team.toAnswers : checking.toQuestion}
            <span className="visually-hidden">: {answer.question}</span>
          </a>
        </p>
      )}
    </>
  );
}
