import type { Act, AuditKind, Deed } from "../app/core/mappe/audit";
import type { Database } from "./connection";
import { appendDeeds } from "./mappe-audit";
import { changeRing, findRing, ringMember, type StoredRing } from "./stored-ring";

/** What a member of a ring agrees to besides its rule: another rule, the figures as open data. */
type Consent = "proposal_at" | "open_data_at";

/** A member agrees. @param deedOf null where the ring is not as they saw it. */
export async function agree(
  database: Database,
  mappeId: string,
  assessmentId: string,
  column: Consent,
  act: Act,
  deedOf: (ring: StoredRing) => Deed | null,
): Promise<boolean> {
  const done = await changeRing(database, mappeId, async (transaction) => {
    const ring = await findRing(transaction, mappeId);
    const deed = ring && deedOf(ring);
    if (!deed) return false;
    const joined = ringMember(transaction, mappeId, assessmentId).whereNull("left_at").whereNotNull("joined_at");
    if ((await joined.update({ [column]: act.now.toISOString() })) === 0) return false;
    await appendDeeds(transaction, mappeId, [deed], act);
    return true;
  });
  return done ?? false;
}

/** A member agrees no more. */
export async function withdraw(
  database: Database,
  mappeId: string,
  assessmentId: string,
  column: Consent,
  act: Act,
  what: AuditKind,
): Promise<void> {
  await changeRing(database, mappeId, async (transaction) => {
    const agreed = ringMember(transaction, mappeId, assessmentId).whereNotNull(column);
    if ((await agreed.update({ [column]: null })) === 0) return;
    await appendDeeds(transaction, mappeId, [{ what, of: assessmentId, detail: null }], act);
  });
}
