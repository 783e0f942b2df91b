import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../components/accounts/account-form";
import { pageTitle, useLocale } from "../components/layout/locale";
import { QrCode } from "../components/layout/qr-code";
import { TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { confirmedFor } from "../http/accounts/account-page";
import { localeFor, readForm, refusal } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.codes.title);

export async function loader(args: LoaderFunctionArgs) {
  const { own } = confirmedFor(args);
  return own.hasCodes ? { proposal: null, left: await own.codes.count() } : { proposal: await own.codes.propose(), left: 0 };
}

type Answer = { error: string | null; recovery: string[] };

export async function action(args: ActionFunctionArgs) {
  const { own } = confirmedFor(args);
  const { messages, href } = localeFor(args.request);
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  if (intent === "off") {
    await own.codes.turnOff();
    return redirect(`${href("/account")}?saved=codes-off`, 303);
  }
  // Shown once, in the answer itself: nothing from which they could be read again is kept.
  if (intent === "renew" && own.hasCodes) return data<Answer>({ error: null, recovery: await own.codes.renewRecovery() });
  if (intent !== "on") throw refusal("bad-request");
  const done = await own.codes.turnOn(textOf(form, "code"));
  if (!done) return data<Answer>({ error: messages.accounts.codes.wrong, recovery: [] }, { status: 422 });
  return data<Answer>({ error: null, recovery: done.recovery }, { headers: { "Set-Cookie": done.cookie } });
}

export default function Codes() {
  const { proposal, left } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { codes } = messages.accounts;
  if (answer && answer.recovery.length > 0)
    return (
      <div className="page prose">
        <h1>{codes.recoveryTitle}</h1>
        <p className="lead">{codes.recoveryText}</p>
        <ul className="recovery-codes">
          {answer.recovery.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p className="form-actions">
          <a className="button" href={href("/account")}>
            {codes.done}
          </a>
        </p>
      </div>
    );
  if (!proposal)
    return (
      <div className="page prose">
        <h1>{codes.title}</h1>
        <p className="lead">{codes.isOn}</p>
        <p>{codes.left(left)}</p>
        <form method="post" className="form-actions">
          <button className="button" name="intent" value="renew">
            {codes.renew}
          </button>
          <button className="button button-danger" name="intent" value="off">
            {codes.off}
          </button>
        </form>
      </div>
    );
  return (
    <AccountForm
      title={codes.title}
      errors={answer?.error ? { code: answer.error } : {}}
      before={
        <>
          <p className="lead">{codes.lead}</p>
          <p>{codes.steps}</p>
          <QrCode text={proposal.address} label={codes.picture} />
          <p>
            <a href={proposal.address}>{codes.openHere}</a>
          </p>
          <p>
            {codes.secret} <code className="totp-secret">{proposal.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
          </p>
        </>
      }
      submit={codes.on}
    >
      <input type="hidden" name="intent" value="on" />
      <TextInput
        name="code"
        label={codes.first}
        hint={codes.firstHint}
        autoComplete="one-time-code"
        inputMode="numeric"
        error={answer?.error}
      />
    </AccountForm>
  );
}
