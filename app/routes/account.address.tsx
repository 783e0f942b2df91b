import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { AskForLink } from "../components/accounts/ask-for-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { accountAddressSchema } from "../core/accounts/account";
import { textOf } from "../forms/text-of";
import { confirmedFor, passwordAccountsFor } from "../http/accounts/account-page";
import { localeFor, readForm } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.changeAddress.title);

export function loader(args: LoaderFunctionArgs) {
  passwordAccountsFor(args);
  return { address: confirmedFor(args).own.address };
}

export async function action(args: ActionFunctionArgs) {
  passwordAccountsFor(args);
  const { own } = confirmedFor(args);
  const { messages } = localeFor(args.request);
  const typed = textOf(await readForm(args.request), "address");
  const address = accountAddressSchema.safeParse(typed);
  if (!address.success) return data({ typed, error: messages.accounts.addressFault, isSent: false }, { status: 422 });
  await own.changeAddress(address.data);
  return data({ typed, error: null, isSent: true });
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
