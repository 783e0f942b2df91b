import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { accountsFor, nextFrom } from "../http/accounts/account-page";
import { localeFor, refusal } from "../http/request";

/** Sends the browser to the provider. */
export async function loader(args: LoaderFunctionArgs) {
  const accounts = accountsFor(args);
  const { provider } = accounts.signIn;
  if (!provider) throw refusal("not-found");
  const { href, language } = localeFor(args.request);
  const { searchParams } = new URL(args.request.url);
  const next = nextFrom(searchParams.get("next") ?? "", href("/account"));
  const purpose = searchParams.has("confirm") && accounts.own ? "confirm" : "sign-in";
  const begun = await provider.begin(purpose, next, language);
  if (!begun) return redirect(`${href("/sign-in")}?failed=failed`);
  return redirect(begun.url, { headers: { "Set-Cookie": begun.cookie } });
}

/** Never shown, but without it a refusal would get no page. */
export default function SignInProvider() {
  return null;
}
