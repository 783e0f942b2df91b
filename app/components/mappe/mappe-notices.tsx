import type { Sharing } from "../../core/mappe/mappe";
import { useLocale } from "../layout/locale";

type Notice = { mappeId: string; name: string; sharing: Sharing; isWaiting: boolean; ring: "invited" | "joined" | "asked" | null };
type Props = { assessmentId: string; mappen: Notice[] };

/** On the page of an assessment: who sees it through a Mappe, who asks to, and what a ring asks. */
export function MappeNotices({ assessmentId, mappen }: Props) {
  const { messages, href } = useLocale();
  const { ofAssessment, sharing } = messages.mappe;
  return mappen.map(({ mappeId, name, sharing: may, isWaiting, ring }) => (
    <p key={mappeId} className={isWaiting || ring === "invited" || ring === "asked" ? "alert alert-warning" : "alert"}>
      {isWaiting ? ofAssessment.asks(name) : may === "ring" ? ofAssessment.noticeRing(name) : ofAssessment.notice(name, sharing[may])}{" "}
      <a href={href(`/assessments/${assessmentId}/mappen`)}>{isWaiting ? ofAssessment.decide : ofAssessment.manage}</a>
      {!isWaiting && (ring === "invited" || ring === "asked") && (
        <>
          <br />
          {ofAssessment.ringNotices[ring]} <a href={href(`/assessments/${assessmentId}/ring/${mappeId}`)}>{messages.ring.toRing}</a>
        </>
      )}
    </p>
  ));
}
