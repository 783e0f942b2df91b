import type { Organisation } from "../../core/assessment/assessment";
import type { Moment } from "../../core/day";
import { type AuditActor } from "../../core/mappe/audit";
import { type Sharing } from "../../core/mappe/mappe";
import type { Stores } from "../../../db/index";
import type { Membership } from "../../../db/mappe-members";
import { ringMembershipOf } from "./ring-access";

/** A Mappe in the list of those that an assessment is in, and what its owner may do about it. */
export type MappeMembership = Pick<Membership, "mappeId" | "name" | "sharing" | "ring"> & { isWaiting: boolean };

/** For whoever may change an assessment: who else sees it, and until when is theirs to say. */
export function membershipsOf(
  stores: Pick<Stores, "mappen" | "rings" | "portfolios">,
  { id: assessmentId, organisation }: { id: string; organisation: Organisation },
  moment: Moment,
  by: AuditActor,
) {
  const { mappen } = stores;
  const act = { now: moment.now, by };
  return {
    ...ringMembershipOf(stores, assessmentId, organisation, moment, by),
    mappen: async (): Promise<MappeMembership[]> =>
      (await mappen.of(assessmentId)).map(({ mappeId, name, sharing, consentedAt, ring }) => ({
        ...{ mappeId, name, sharing, ring },
        isWaiting: consentedAt === null,
      })),
    agreeToMappe: (mappeId: string) => mappen.consent(mappeId, assessmentId, act),
    shareWithMappe: (mappeId: string, sharing: Exclude<Sharing, "ring">) => mappen.share(mappeId, assessmentId, sharing, act),
    leaveMappe: (mappeId: string) => mappen.takeOut(mappeId, assessmentId, act),
  };
}
