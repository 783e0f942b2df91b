import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm, type Faults } from "../components/accounts/account-form";
import { AddressForManager } from "../components/accounts/address-for-manager";
import { pageTitle, useLocale } from "../components/layout/locale";
import { PasswordInput, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { nextFrom, redirectWith, signedInFor } from "../http/accounts/account-page";
import { localeFor, readForm } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.confirm.title);

export function loader(args: LoaderFunctionArgs) {
  const { accounts, own } = signedInFor(args);
  const { searchParams } = new URL(args.request.url);
  const { href } = localeFor(args.request);
  return {
    next: nextFrom(searchParams.get("next") ?? "", `${href("/account")}`),
    isOther: searchParams.get("failed") === "other",
    ...{ hasPassword: own.hasPassword && accounts.takesPasswords, hasCodes: own.hasCodes, address: own.address },
    provider: accounts.signIn.provider?.name ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { accounts } = signedInFor(args);
  const { messages, href } = localeFor(args.request);
  const words = messages.accounts;
  const form = await readForm(args.request);
  const result = await accounts.signIn.confirm(textOf(form, "password"), textOf(form, "code"));
  if (result && "cookie" in result) return redirectWith([result.cookie], nextFrom(textOf(form, "next"), `${href("/account")}`));
  if (result) return data<{ errors: Faults }>({ errors: { password: words.waitCode(result.wait) } }, { status: 429 });
  return data<{ errors: Faults }>({ errors: { password: words.confirm.refused } }, { status: 422 });
}

export default function Confirm() {
  const { next, isOther, hasPassword, hasCodes, address, provider } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  const { messages, href } = useLocale();
  const words = messages.accounts;
  const { confirm } = words;
  const before = (
    <>
      {isOther && (
        <p className="alert alert-danger" role="alert">
          {words.signIn.faults.other}
        </p>
      )}
      <p className="lead">{confirm.lead}</p>
      {provider && (
        <p>
          <a className="button" href={`${href("/sign-in/provider")}?confirm&next=${encodeURIComponent(next)}`}>
            {confirm.provider(provider)}
          </a>
        </p>
      )}
    </>
  );
  if (!hasPassword)
    return (
      <div className="page prose">
        <h1>{confirm.title}</h1>
        {before}
      </div>
    );
  return (
    <AccountForm title={confirm.title} errors={errors} before={before} submit={confirm.submit}>
      <input type="hidden" name="next" value={next} />
      <AddressForManager address={address} />
      <PasswordInput name="password" label={words.password} autoComplete="current-password" error={errors.password} />
      {hasCodes && <TextInput name="code" label={words.code} hint={words.codeHint} autoComplete="one-time-code" error={errors.code} />}
    </AccountForm>
  );
}
