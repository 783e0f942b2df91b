import { useLocale } from "../layout/locale";

export type PastNoticeProps = { assessmentId: string; past: { text: string; otherContent: string | null } | null };

/** Above a report of a closed round: which one it is, and the way back to today. */
export function PastNotice({ assessmentId, past }: PastNoticeProps) {
  const { messages, href } = useLocale();
  if (!past) return null;
  return (
    <p className="alert">
      <strong>{past.text}</strong> {past.otherContent}{" "}
      <a href={href(`/assessments/${assessmentId}/report`)}>{messages.rounds.past.today}</a>
    </p>
  );
}

export type WaitingNoticeProps = { assessmentId: string; waiting: { count: number; last: number; confirm: string | null } | null };

/** Above a report of a round under way: what it does not count yet, and where that stands. */
export function WaitingNotice({ assessmentId, waiting }: WaitingNoticeProps) {
  const { messages, href } = useLocale();
  const { rounds } = messages;
  if (!waiting) return null;
  const { count, last, confirm } = waiting;
  const address = (end: string) => href(`/assessments/${assessmentId}/${end}`);
  return (
    <p className="alert no-print">
      {rounds.past.waiting(last + 1, count)}{" "}
      {confirm && (
        <>
          <a href={address(`rounds/confirm/${confirm}`)}>{rounds.past.confirm}</a> ·{" "}
        </>
      )}
      <a href={address(`report?round=${last}`)}>{rounds.past.report(last)}</a>
    </p>
  );
}
