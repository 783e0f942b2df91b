import { isConfirmed, isLive, isSeenAnew } from "../../core/accounts/session-rule";
import type { StoredAccount } from "../../../db/accounts";
import type { StoredSession } from "../../../db/account-sessions";
import { accountDeviceOf, hashOf, type Device } from "../access/keys";
import type { OpenAccounts } from "./open-accounts";

/** Whoever a session stands for. */
export type SignedIn = {
  account: StoredAccount;
  session: StoredSession;
  /** Whether they have just proved who they are; see `confirmedMinutes`. */
  isConfirmed: boolean;
  /** What the account holds its keys in. */
  device: Device;
};

/** @param key secret of a session. @returns null where nobody is signed in by it, or not any more. */
export async function findSignedIn(
  { stores, limits, secret }: Pick<OpenAccounts, "stores" | "limits" | "secret">,
  key: string,
  now: Date,
): Promise<SignedIn | null> {
  const { accounts, accountSessions } = stores;
  const session = await accountSessions.find(hashOf(key));
  if (!session || !isLive(session, now, limits)) return null;
  const account = await accounts.find(session.accountId);
  if (!account) return null;
  if (isSeenAnew(session.seenAt, now)) {
    await accountSessions.see(session.id, now);
    await accounts.use(account.id, now);
  }
  return { account, session, isConfirmed: isConfirmed(session.confirmedAt, now), device: accountDeviceOf(secret, account.id) };
}
