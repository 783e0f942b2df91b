import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskForLink } from "../components/accounts/ask-for-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { confirmedFor, passwordAccountsFor } from "../http/accounts/account-page";
import { askForLink } from "../http/accounts/ask-for-link";

export const meta = pageTitle(({ messages }) => messages.accounts.changeAddress.title);

export function loader(args: LoaderFunctionArgs) {
  passwordAccountsFor(args);
  return { address: confirmedFor(args).own.address };
}

export function action(args: ActionFunctionArgs) {
  passwordAccountsFor(args);
  const { own } = confirmedFor(args);
  return askForLink(args.request, (address) => own.changeAddress(address));
}

export default function ChangeAddress() {
  const { address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { changeAddress, sent } = useLocale().messages.accounts;
  return (
    <AskForLink answer={answer} sent={sent.address} title={changeAddress.title} label={changeAddress.next} submit={changeAddress.submit}>
      <p className="lead">{changeAddress.lead(address)}</p>
    </AskForLink>
  );
}
