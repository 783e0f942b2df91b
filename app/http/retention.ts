import { retentionLimit } from "../core/assessment/retention";
import type { AssessmentStore } from "../../db/assessments";
import type { Log } from "./log";

const day = 24 * 60 * 60 * 1000;

/** Removes what nobody has changed for `months` months, now and once a day. @returns what stops it. */
export function startRetention(assessments: AssessmentStore, months: number, log: Log): () => void {
  const remove = () => {
    assessments.removeUntouchedSince(retentionLimit(new Date(), months)).then(
      (count) => count > 0 && log.info({ count }, "removed assessments after the retention period"),
      (error: unknown) => log.error({ error: String(error) }, "retention failed"),
    );
  };
  remove();
  const timer = setInterval(remove, day);
  timer.unref();
  return () => clearInterval(timer);
}
