import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { AskForLink } from "../components/accounts/ask-for-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { passwordAccountsFor } from "../http/accounts/account-page";
import { askForLink } from "../http/accounts/ask-for-link";

export const meta = pageTitle(({ messages }) => messages.accounts.reset.title);

export function loader(args: LoaderFunctionArgs) {
  passwordAccountsFor(args);
  return null;
}

export function action(args: ActionFunctionArgs) {
  const { links } = passwordAccountsFor(args);
  return askForLink(args.request, (address, language) => links.askToReset(address, language));
}

export default function Reset() {
  const answer = useActionData<typeof action>();
  const { reset, sent } = useLocale().messages.accounts;
  return (
    <AskForLink answer={answer} sent={sent.reset} title={reset.title} submit={reset.submit}>
      <p className="lead">{reset.lead}</p>
    </AskForLink>
  );
}
