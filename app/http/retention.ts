import { graceLimit, nextRetentionDay, retentionLimit } from "../core/assessment/retention";
import type { Stores } from "../../db/index";
import type { Log } from "./log";

const hour = 60 * 60 * 1000;
/** A run is due so long after the last one, whatever was started or stopped meanwhile. */
const between = 20 * hour;

/**
 * Removes what nobody has changed for `months` months, forgets who people were of whom nothing has been heard for `peopleMonths`, who has checked answers and what was done in Mappen before that, and deletes for good what was removed `graceDays` days ago: at the start
 * where that is due, and once a day. It goes by a day of its own, which follows the clock a few days at a time: a clock that
 * jumps years ahead makes nothing old.
 * @param endAccounts where there are accounts: ends those that nobody uses, and says how many.
 * @returns what stops it.
 */
export function startRetention(
  {
    assessments,
    checks,
    evidenceFiles,
    mappeAudit,
    mappen,
    people,
    times,
    workshops,
  }: Pick<Stores, "assessments" | "checks" | "evidenceFiles" | "mappeAudit" | "mappen" | "people" | "times" | "workshops">,
  { months, peopleMonths, graceDays }: { months: number; peopleMonths: number; graceDays: number },
  log: Log,
  endAccounts: (day: Date, now: Date) => Promise<number> = () => Promise.resolve(0),
): () => void {
  async function run(): Promise<void> {
    const [now, lastRun, lastDay] = [new Date(), await times.find("retention-run"), await times.find("retention-day")];
    if (lastRun && Math.abs(now.getTime() - lastRun.getTime()) < between) return;
    const day = nextRetentionDay(lastDay, now);
    await times.note("retention-run", now);
    await times.note("retention-day", day);
    if (day < now) log.warn({ days: Math.round((now.getTime() - day.getTime()) / (24 * hour)) }, "retention is behind the clock");
    const removed = await assessments.removeUntouchedSince(retentionLimit(day, months), day);
    const deleted = await assessments.deleteRemovedBefore(graceLimit(day, graceDays));
    const ended = await mappen.removeEmptyUntouchedSince(retentionLimit(day, months));
    if (ended > 0) log.info({ ended }, "ended Mappen that hold nothing after the retention period");
    const told = await mappeAudit.removeBefore(retentionLimit(day, peopleMonths));
    if (told > 0) log.info({ told }, "removed entries of audits after the retention period of people");
    const files = await removeOrphans({ assessments, evidenceFiles });
    if (files > 0) log.info({ files }, "removed evidence of assessments that are deleted");
    const rooms = await workshops.closePast(day);
    if (rooms > 0) log.info({ rooms }, "closed workshops whose last day has passed");
    const forgotten = await people.forgetUntouchedSince(retentionLimit(day, peopleMonths));
    const checkers = await checks.forgetNamesBefore(retentionLimit(day, peopleMonths).toISOString().slice(0, 10));
    if (checkers > 0) log.info({ checkers }, "forgot who has checked answers after the retention period of people");
    const accounts = await endAccounts(day, now);
    if (accounts > 0) log.info({ accounts }, "deleted accounts that nobody has used");
    if (removed + deleted + forgotten > 0) log.info({ removed, deleted, forgotten }, "removed what was kept for its retention period");
  }
  const tried = () => void run().catch((error: unknown) => log.error({ error: String(error) }, "retention failed"));
  tried();
  const timer = setInterval(tried, hour);
  timer.unref();
  return () => clearInterval(timer);
}

/** Deletes the files of assessments that are there no more. @returns of how many. */
async function removeOrphans({ assessments, evidenceFiles }: Pick<Stores, "assessments" | "evidenceFiles">): Promise<number> {
  const owners = await evidenceFiles.owners();
  const kept = await assessments.findKept(owners);
  const gone = owners.filter((id) => !kept.has(id));
  for (const id of gone) await evidenceFiles.removeAll(id);
  return gone.length;
}
