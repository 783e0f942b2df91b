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
