import { browserName } from "../../core/accounts/browser-name";
import type { LimitedAction } from "../admission/admission";
import type { CookieOptions } from "../access/cookies";
import type { Browser } from "../access/device-cookie";
import { hashOf, newEditKey } from "../access/keys";
import type { OpenAccounts } from "./open-accounts";
import { sessionCookie } from "./session-cookie";
import type { SignedIn } from "./signed-in";

/** What one request brings that is about accounts. */
export type Visit = {
  browser: Browser;
  signedIn: SignedIn | null;
  cookies: string | undefined;
  userAgent: string;
  cookieOptions: CookieOptions;
  now: Date;
  /** Counts what is limited. @throws a refusal where there were too many. */
  count(action: LimitedAction): Promise<void>;
  /** Waits for work elsewhere without keeping a place at the door. @throws a refusal where too much waits. */
  outside<Result>(work: Promise<Result>): Promise<Result>;
};

/**
 * Signs somebody in on this browser: with a new secret, whatever it had before, and as one that the account knows from then on.
 * @returns the cookies to set.
 */
export async function beginSession({ stores, limits }: OpenAccounts, visit: Visit, accountId: string): Promise<string[]> {
  const { browser, signedIn, userAgent, cookieOptions, now } = visit;
  const { accounts, accountSessions } = stores;
  if (signedIn) await accountSessions.end(signedIn.account.id, signedIn.session.id);
  const key = newEditKey();
  await accountSessions.begin(accountId, hashOf(key), browserName(userAgent), now);
  const enrolled = browser.enrol();
  await accounts.devices.keep(accountId, enrolled.device.hash, now);
  await accounts.use(accountId, now);
  return [sessionCookie(key, limits.days, cookieOptions), enrolled.cookie];
}

/** Whoever is signed in has proved again who they are: the session goes on under a new secret. @returns the cookie to set. */
export async function confirmSession(
  { stores, limits }: OpenAccounts,
  { cookieOptions, now }: Visit,
  { session }: SignedIn,
): Promise<string> {
  const key = newEditKey();
  await stores.accountSessions.confirm(session.id, hashOf(key), now);
  return sessionCookie(key, limits.days, cookieOptions);
}
