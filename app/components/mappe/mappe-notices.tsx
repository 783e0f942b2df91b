import type { Sharing } from "../../core/mappe/mappe";
import { useLocale } from "../layout/locale";

type Props = { assessmentId: string; mappen: { mappeId: string; name: string; sharing: Sharing; isWaiting: boolean }[] };

/** On the page of an assessment: who sees it through a Mappe, and who asks to. */
export function MappeNotices({ assessmentId, mappen }: Props) {
  const { messages, href } = useLocale();
  const { ofAssessment, sharing } = messages.mappe;
  const manage = <a href={href(`/assessments/${assessmentId}/mappen`)}>{ofAssessment.manage}</a>;
  return mappen.map(({ mappeId, name, sharing: may, isWaiting }) => (
    <p key={mappeId} className={isWaiting ? "alert alert-warning" : "alert"}>
      {isWaiting ? ofAssessment.asks(name) : may === "ring" ? ofAssessment.noticeRing(name) : ofAssessment.notice(name, sharing[may])}{" "}
      {manage}
    </p>
  ));
}
