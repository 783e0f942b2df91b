import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData } from "@remix-run/react";
import { AskForLink } from "../components/accounts/ask-for-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { accountAddressSchema } from "../core/accounts/account";
import { textOf } from "../forms/text-of";
import { passwordAccountsFor } from "../http/accounts/account-page";
import { localeFor, readForm } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.signUp.title);

export function loader(args: LoaderFunctionArgs) {
  passwordAccountsFor(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { links } = passwordAccountsFor(args);
  const { messages, language } = localeFor(args.request);
  const typed = textOf(await readForm(args.request), "address");
  const address = accountAddressSchema.safeParse(typed);
  if (!address.success) return data({ typed, error: messages.accounts.addressFault, isSent: false }, { status: 422 });
  await links.askToSignUp(address.data, language);
  return data({ typed, error: null, isSent: true });
}

export default function SignUp() {
  const answer = useActionData<typeof action>();
  const { signUp, sent } = useLocale().messages.accounts;
  return (
    <AskForLink answer={answer} sent={sent.signUp} title={signUp.title} submit={signUp.submit}>
      <p className="lead">{signUp.lead}</p>
      <ul>
        {signUp.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </AskForLink>
  );
}
