import { takesPasswords, takesProvider } from "../../core/accounts/account";
import type { SessionLimits } from "../../core/accounts/session-rule";
import type { Stores } from "../../../db/index";
import type { Environment } from "../environment";
import type { Log } from "../log";
import type { Mailer } from "../mail/mailer";
import { openAccountMails } from "./account-mails";
import { openPasswords } from "./passwords";
import { openProvider } from "./provider";

/** What accounts consist of while the server runs. */
export type OpenAccounts = NonNullable<ReturnType<typeof openAccounts>>;

const quarterHour = 15 * 60;
const hour = 60 * 60;

/** @returns null where the operator wants no accounts. */
export function openAccounts(environment: Environment, stores: Stores, mailer: Mailer | null, log: Log) {
  const { ACCOUNTS, ACCOUNT_SECRET, PUBLIC_URL } = environment;
  if (ACCOUNTS === "off" || ACCOUNT_SECRET === undefined || PUBLIC_URL === undefined) return null;
  const origin = PUBLIC_URL.replace(/\/$/, "");
  const limits: SessionLimits = { idleHours: environment.ACCOUNT_IDLE_HOURS, days: environment.ACCOUNT_SESSION_DAYS };
  return {
    stores,
    log,
    origin,
    secret: ACCOUNT_SECRET,
    limits,
    mails: openAccountMails(mailer, origin, log),
    /** null: nobody has a password. */
    passwords: takesPasswords(ACCOUNTS) ? openPasswords() : null,
    /** null: there is none. */
    provider: takesProvider(ACCOUNTS) ? openProvider(environment, `${origin}/sign-in/return`) : null,
    /**
     * Attempts that failed for one address, from one browser that has been let in before or from all others together
     * (docs/decisions/0058); codes tried for one account; mails to one address.
     */
    attempts: stores.rateLimits.limiter("sign-in account", 10, quarterHour),
    codes: stores.rateLimits.limiter("sign-in code", 5, quarterHour),
    mailsTo: stores.rateLimits.limiter("account mail to", 5, hour),
  };
}
