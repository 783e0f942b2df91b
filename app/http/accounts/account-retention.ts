import { graceLimit, retentionLimit } from "../../core/assessment/retention";
import { accountDeviceOf } from "../access/keys";
import type { OpenAccounts } from "./open-accounts";

/** Between the mail that says so and the end of an account that nobody uses. */
const warningDays = 30;
/** So many are told in a run; the others in the next. */
const mostWarned = 200;

/**
 * Takes away links and sessions that are over, and accounts that nobody has used for `months` months, a mail `warningDays` before the
 * end where mails are sent. What an account opened stays; it opens by its links.
 * @param day of retention, which follows the clock. @returns how many accounts were deleted.
 */
export async function endIdleAccounts(
  { stores, secret, limits, mails }: OpenAccounts,
  months: number,
  day: Date,
  now: Date,
): Promise<number> {
  const { accounts, accountLinks, accountSessions, deviceKeys, mappen, mappeInvitations } = stores;
  await accountLinks.removeExpired(now);
  await mappeInvitations.removeExpired(now);
  await accountSessions.removeEnded(now, limits);
  const end = retentionLimit(day, months);
  if (mails.isSetUp)
    for (const account of await accounts.findIdle(new Date(end.getTime() + warningDays * 24 * 60 * 60 * 1000), mostWarned)) {
      await mails.idle(account.address, account.language, warningDays);
      await accounts.noteWarned(account.id, day);
    }
  const ended = await accounts.findEnded(end, mails.isSetUp ? graceLimit(day, warningDays - 1) : null);
  for (const id of ended) {
    const { hash } = accountDeviceOf(secret, id);
    await deviceKeys.forgetAll(hash);
    await mappen.devices.forgetAll(hash);
    await accounts.remove(id);
  }
  return ended.length;
}
