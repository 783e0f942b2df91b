import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../components/accounts/account-form";
import { AddressForManager } from "../components/accounts/address-for-manager";
import { pageTitle, useLocale } from "../components/layout/locale";
import { passwordLengths } from "../core/accounts/password-rule";
import { PasswordInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { confirmedFor, passwordAccountsFor, redirectWith } from "../http/accounts/account-page";
import { localeFor, readForm, refusal } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.changePassword.title);

export function loader(args: LoaderFunctionArgs) {
  passwordAccountsFor(args);
  return { address: confirmedFor(args).own.address };
}

export async function action(args: ActionFunctionArgs) {
  const { own } = confirmedFor(args);
  const { messages, href } = localeFor(args.request);
  const result = await own.setPassword(textOf(await readForm(args.request), "password"));
  if (!result) throw refusal("not-found");
  if ("cookie" in result) return redirectWith([result.cookie], `${href("/account")}?saved=password`);
  const faults = messages.accounts.passwordFaults(passwordLengths.least, passwordLengths.most);
  return data({ error: faults[result.fault] }, { status: 422 });
}

export default function ChangePassword() {
  const { address } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useLocale().messages.accounts;
  const { changePassword } = words;
  return (
    <AccountForm
      title={changePassword.title}
      errors={refused ? { password: refused.error } : {}}
      before={<p className="lead">{changePassword.lead}</p>}
      submit={changePassword.submit}
    >
      <AddressForManager address={address} />
      <PasswordInput
        name="password"
        label={changePassword.next}
        hint={words.passwordHint(passwordLengths.least)}
        autoComplete="new-password"
        error={refused?.error}
      />
    </AccountForm>
  );
}
