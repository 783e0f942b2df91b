import { redirect, type AppLoadContext } from "@remix-run/node";
import { localeFor, refusal } from "../request";
import type { Accounts } from "./accounts-of";
import type { OwnAccount } from "./own-account";

type Args = { request: Request; context: Pick<AppLoadContext, "accounts"> };

/** @throws as if there were no such page where the operator wants no accounts. */
export function accountsFor({ context }: Args): Accounts {
  if (!context.accounts) throw refusal("not-found");
  return context.accounts;
}

/** The same where passwords are taken. */
export function passwordAccountsFor(args: Args): Accounts {
  const accounts = accountsFor(args);
  if (!accounts.takesPasswords) throw refusal("not-found");
  return accounts;
}

/** Whoever is signed in. @throws a redirect to where one signs in, which leads back here. */
export function signedInFor(args: Args): { accounts: Accounts; own: OwnAccount } {
  const accounts = accountsFor(args);
  const { own } = accounts;
  if (!own) throw redirect(withNext(args.request, "/sign-in"));
  return { accounts, own };
}

/** Whoever is signed in and has just proved who they are. @throws a redirect to where one does so, which leads back here. */
export function confirmedFor(args: Args): { accounts: Accounts; own: OwnAccount } {
  const found = signedInFor(args);
  if (!found.own.isConfirmed) throw redirect(withNext(args.request, "/account/confirm"));
  return found;
}

function withNext(request: Request, path: string): string {
  const { pathname } = new URL(request.url);
  return `${localeFor(request).href(path)}?next=${encodeURIComponent(pathname)}`;
}

/** Where a form or a link says to go on; an address of ours, or `usual`. */
export function nextFrom(said: string, usual: string): string {
  return /^\/(?![/\\])[A-Za-z0-9/_-]*$/.test(said) ? said : usual;
}

/** Sends a browser on with cookies to keep. */
export function redirectWith(cookies: string[], path: string): ReturnType<typeof redirect> {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(path, { status: 303, headers });
}
