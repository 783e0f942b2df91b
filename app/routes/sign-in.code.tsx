import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../components/accounts/account-form";
import { pageTitle, useLocale } from "../components/layout/locale";
import { TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { accountsFor, nextFrom, redirectWith } from "../http/accounts/account-page";
import { localeFor, readForm } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.secondStep.title);

export function loader(args: LoaderFunctionArgs) {
  accountsFor(args);
  const { searchParams } = new URL(args.request.url);
  return { next: searchParams.get("next") ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const { signIn } = accountsFor(args);
  const { messages, href } = localeFor(args.request);
  const words = messages.accounts;
  const form = await readForm(args.request);
  const result = await signIn.withCode(textOf(form, "code"));
  if (result?.kind === "signed-in") return redirectWith(result.cookies, nextFrom(textOf(form, "next"), href("/account")));
  if (result?.kind === "wait") return data({ error: words.waitCode(result.minutes) }, { status: 429 });
  if (result === null) return redirect(href("/sign-in"), 303);
  return data({ error: words.secondStep.refused }, { status: 422 });
}

export default function SecondStep() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const words = messages.accounts;
  const { secondStep } = words;
  return (
    <AccountForm
      title={secondStep.title}
      errors={refused ? { code: refused.error } : {}}
      before={<p className="lead">{secondStep.lead}</p>}
      submit={secondStep.submit}
      after={
        <p>
          {secondStep.lost} <a href={href("/imprint")}>{secondStep.toOperator}</a>
        </p>
      }
    >
      <input type="hidden" name="next" value={next} />
      <TextInput name="code" label={words.code} hint={words.codeHint} autoComplete="one-time-code" error={refused?.error} />
    </AccountForm>
  );
}
