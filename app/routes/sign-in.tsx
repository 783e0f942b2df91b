import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { AccountForm, type Faults } from "../components/accounts/account-form";
import { pageTitle, useLocale } from "../components/layout/locale";
import { accountAddressSchema } from "../core/accounts/account";
import { PasswordInput, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { accountsFor, nextFrom, passwordAccountsFor, redirectWith } from "../http/accounts/account-page";
import { checkCookie, localeFor, needCookies, readForm } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.signIn.title);

const notices = ["password-set", "address-changed", "signed-out", "deleted"] as const;
const failures = ["failed", "unverified", "other"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const accounts = accountsFor(args);
  const { href } = localeFor(request);
  const { searchParams } = new URL(request.url);
  const next = nextFrom(searchParams.get("next") ?? "", href("/account"));
  if (accounts.own) throw redirect(next);
  const { provider } = accounts.signIn;
  const notice = notices.find((one) => one === searchParams.get("done")) ?? null;
  const found = {
    ...{ next, notice, failure: failures.find((one) => one === searchParams.get("failed")) ?? null },
    takesPasswords: accounts.takesPasswords,
    provider: provider?.name ?? null,
    signOutUrl: notice === "signed-out" && provider ? await provider.signOutUrl(`${context.origin}/`) : null,
  };
  return data(found, { headers: checkCookie(context) });
}

export async function action(args: ActionFunctionArgs) {
  const { signIn } = passwordAccountsFor(args);
  needCookies(args.context);
  const { request } = args;
  const { messages, href } = localeFor(request);
  const words = messages.accounts;
  const form = await readForm(request);
  const typed = { address: textOf(form, "address") };
  const next = nextFrom(textOf(form, "next"), href("/account"));
  const refused = (errors: Faults, status = 422) => data({ typed, errors }, { status });
  const address = accountAddressSchema.safeParse(typed.address);
  if (!address.success) return refused({ address: words.addressFault });
  const result = await signIn.withPassword(address.data, textOf(form, "password"));
  if (result.kind === "signed-in") return redirectWith(result.cookies, next);
  if (result.kind === "second-step") return redirectWith([result.cookie], `${href("/sign-in/code")}?next=${encodeURIComponent(next)}`);
  return result.kind === "wait" ? refused({ password: words.wait(result.minutes) }, 429) : refused({ password: words.signIn.refused });
}

export default function SignIn() {
  const { next, notice, failure, takesPasswords, provider, signOutUrl } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const words = messages.accounts;
  const { signIn } = words;
  const before = (
    <>
      {notice && !refused && (
        <p className="alert alert-success" role="status">
          {signIn.notices[notice]}
        </p>
      )}
      {failure && !refused && (
        <p className="alert alert-danger" role="alert">
          {signIn.faults[failure]}
        </p>
      )}
      <p className="lead">{signIn.lead}</p>
      <p>{next.startsWith(href("/invitation/")) ? signIn.forInvitation : signIn.notNeeded}</p>
      {signOutUrl && provider && (
        <p>
          <a href={signOutUrl}>{signIn.atProvider(provider)}</a>
        </p>
      )}
      {provider && (
        <p>
          <a className="button" href={`${href("/sign-in/provider")}?next=${encodeURIComponent(next)}`}>
            {signIn.provider(provider)}
          </a>
        </p>
      )}
    </>
  );
  if (!takesPasswords)
    return (
      <div className="page prose">
        <h1>{signIn.title}</h1>
        {before}
      </div>
    );
  return (
    <AccountForm
      title={signIn.title}
      errors={refused?.errors ?? {}}
      before={
        <>
          {before}
          {provider && <h2>{signIn.or}</h2>}
        </>
      }
      submit={signIn.submit}
      after={
        <ul>
          <li>
            <a href={href("/sign-up")}>{signIn.signUp}</a>
          </li>
          <li>
            <a href={href("/reset")}>{signIn.reset}</a>
          </li>
        </ul>
      }
    >
      <input type="hidden" name="next" value={next} />
      <TextInput
        name="address"
        label={words.address}
        type="email"
        autoComplete="username"
        value={refused?.typed.address ?? ""}
        error={refused?.errors.address}
      />
      <PasswordInput name="password" label={words.password} autoComplete="current-password" error={refused?.errors.password} />
    </AccountForm>
  );
}
