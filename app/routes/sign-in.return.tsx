import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { accountsFor, nextFrom, redirectWith } from "../http/accounts/account-page";
import { localeFor, refusal } from "../http/request";
import { localeOf } from "../i18n";

/** Where the provider sends the browser back to, in whatever language it went. */
export async function loader(args: LoaderFunctionArgs) {
  const { provider } = accountsFor(args).signIn;
  if (!provider) throw refusal("not-found");
  const back = await provider.finish(new URL(args.request.url).search);
  if (!back) return redirect(`${localeFor(args.request).href("/sign-in")}?failed=failed`);
  const { href } = localeOf(back.language);
  const { result, cookie } = back;
  const next = nextFrom(back.next, href("/account"));
  if (result.kind === "signed-in" || result.kind === "confirmed") return redirectWith([cookie, ...result.cookies], next);
  if (result.kind === "second-step")
    return redirectWith([cookie, result.cookie], `${href("/sign-in/code")}?next=${encodeURIComponent(next)}`);
  return redirectWith([cookie], `${href(result.kind === "other" ? "/account/confirm" : "/sign-in")}?failed=${result.kind}`);
}

/** Never shown, but without it a refusal would get no page. */
export default function SignInReturn() {
  return null;
}
