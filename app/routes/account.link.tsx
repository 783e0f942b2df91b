import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm } from "../components/accounts/account-form";
import { AddressForManager } from "../components/accounts/address-for-manager";
import { pageTitle, useLocale } from "../components/layout/locale";
import { passwordLengths } from "../core/accounts/password-rule";
import { PasswordInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { accountsFor, redirectWith } from "../http/accounts/account-page";
import { checkCookie, localeFor, readForm } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.link);

/** Looking changes nothing: programs that check mails follow every link. */
export async function loader(args: LoaderFunctionArgs) {
  const { links } = accountsFor(args);
  const link = await links.find(args.params.key ?? "");
  const headers = checkCookie(args.context);
  return link
    ? data({ purpose: link.purpose, address: link.address }, { headers })
    : data({ purpose: null, address: "" }, { status: 404, headers });
}

export async function action(args: ActionFunctionArgs) {
  const { links } = accountsFor(args);
  const { params, request } = args;
  const { messages, href, language } = localeFor(request);
  const words = messages.accounts;
  const form = await readForm(request);
  const key = params.key ?? "";
  const result = form.has("password") ? await links.setPassword(key, textOf(form, "password"), language) : await links.changeAddress(key);
  if (result.kind === "fault") {
    const faults = words.passwordFaults(passwordLengths.least, passwordLengths.most);
    return data({ error: faults[result.fault] }, { status: 422 });
  }
  if (result.kind === "signed-in") return redirectWith(result.cookies, href("/account"));
  if (result.kind === "over") return redirectWith([], href(`/account/link/${key}`));
  // Whoever is signed in is led on from where one signs in, and would hear nothing of it.
  if (result.kind === "address-changed" && accountsFor(args).own) return redirectWith([], `${href("/account")}?saved=address`);
  if (result.kind === "taken") return data({ error: words.linkPage.taken }, { status: 409 });
  return redirectWith([], `${href("/sign-in")}?done=${result.kind}`);
}

export default function AccountLink() {
  const { purpose, address } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const words = messages.accounts;
  const { linkPage } = words;
  if (purpose === null)
    return (
      <div className="page prose">
        <h1>{linkPage.over.title}</h1>
        <p className="lead">{refused?.error ?? linkPage.over.text}</p>
        <ul>
          <li>
            <a href={href("/sign-up")}>{words.signIn.signUp}</a>
          </li>
          <li>
            <a href={href("/reset")}>{words.signIn.reset}</a>
          </li>
        </ul>
      </div>
    );
  if (purpose === "address")
    return (
      <div className="page prose">
        <h1>{linkPage.addressTitle}</h1>
        <p className="lead">{linkPage.of(address)}</p>
        <form method="post" className="form-actions">
          <button className="button">{linkPage.addressSubmit}</button>
        </form>
      </div>
    );
  const isNew = purpose === "sign-up";
  return (
    <AccountForm
      title={isNew ? linkPage.signUpTitle : linkPage.resetTitle}
      errors={refused ? { password: refused.error } : {}}
      before={
        <>
          <p className="lead">{linkPage.of(address)}</p>
          {!isNew && <p>{linkPage.resetHint}</p>}
        </>
      }
      submit={isNew ? linkPage.signUpSubmit : linkPage.resetSubmit}
    >
      <AddressForManager address={address} />
      <PasswordInput
        name="password"
        label={words.password}
        hint={words.passwordHint(passwordLengths.least)}
        autoComplete="new-password"
        error={refused?.error}
      />
    </AccountForm>
  );
}
