import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { AskForLink } from "../components/accounts/ask-for-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { passwordAccountsFor } from "../http/accounts/account-page";
import { askForLink } from "../http/accounts/ask-for-link";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle(({ messages }) => messages.accounts.signUp.title);

export function loader(args: LoaderFunctionArgs) {
  passwordAccountsFor(args);
  return null;
}

export function action(args: ActionFunctionArgs) {
  const { links } = passwordAccountsFor(args);
  return askForLink(args.request, (address, language) => links.askToSignUp(address, language));
}

export default function SignUp() {
  const answer = useActionData<typeof action>();
  const { signUp, sent } = useLocale().messages.accounts;
  return (
    <AskForLink answer={answer} sent={sent.signUp} title={signUp.title} submit={signUp.submit}>
      <p className="lead">{signUp.lead}</p>
      <TextList texts={signUp.facts} />
    </AskForLink>
  );
}
