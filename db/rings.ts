import type { Act } from "../app/core/mappe/audit";
import type { RingFigures, RingSetting, RingValues } from "../app/core/ring/ring";
import { truncateWal, type Database } from "./connection";
import { appendDeeds } from "./mappe-audit";
import { ringOpenData } from "./ring-open-data";
import { ringRule } from "./ring-rule";
import { changeRing, findRing, findRingMembers, ringMember, type RingMember, type StoredRing } from "./stored-ring";

/** What is published: the figures, and what each member has brought, by assessment. */
export type Publication = { figures: RingFigures; values: ReadonlyMap<string, RingValues | null>; on: string };

/** The one door to comparison rings. Whoever calls it has checked access. */
export function ringStore(database: Database) {
  return {
    ...ringRule(database),
    ...ringOpenData(database),

    find: (mappeId: string) => findRing(database, mappeId),
    members: (mappeId: string) => findRingMembers(database, mappeId),

    /** Invites assessments, up to so many members in all. @returns false where there would be more. */
    async invite(mappeId: string, ids: string[], most: number, act: Act): Promise<boolean> {
      const done = await changeRing(database, mappeId, async (transaction) => {
        const known = (await findRingMembers(transaction, mappeId)).filter(({ state }) => state !== "left");
        const fresh = ids.filter((id) => !known.some((one) => one.id === id));
        if (known.length + fresh.length > most) return false;
        for (const id of fresh) {
          const row = { mappe_id: mappeId, assessment_id: id, invited_at: act.now.toISOString() };
          const again = { joined_at: null, left_at: null, open_data_at: null, proposal_at: null };
          await transaction("ring_members")
            .insert(row)
            .onConflict(["mappe_id", "assessment_id"])
            .merge({ ...row, ...again });
        }
        const deeds = fresh.map((of) => ({ what: "ring-invited" as const, of, detail: null }));
        await appendDeeds(transaction, mappeId, deeds, act);
        return true;
      });
      return done ?? false;
    },

    /**
     * Somebody agrees to the rule that they saw.
     * @returns false where another rule holds, or no invitation stands: nobody has invited them, or they have left since.
     */
    async join(mappeId: string, assessmentId: string, seen: (setting: RingSetting) => boolean, act: Act): Promise<boolean> {
      const done = await changeRing(database, mappeId, async (transaction) => {
        const ring = await findRing(transaction, mappeId);
        if (!ring || !seen(ring.setting)) return false;
        const columns = { joined_at: act.now.toISOString(), setting: JSON.stringify(ring.setting) };
        if ((await ringMember(transaction, mappeId, assessmentId).whereNull("left_at").update(columns)) === 0) return false;
        await appendDeeds(transaction, mappeId, [{ what: "ring-joined", of: assessmentId, detail: ring.setting.rule }], act);
        return true;
      });
      return done ?? false;
    },

    /** Somebody leaves, or refuses; what they have brought is gone at once. That they were there counts until figures are renewed. */
    async leave(mappeId: string, assessmentId: string, act: Act): Promise<void> {
      await changeRing(database, mappeId, async (transaction) => {
        if (!(await leaveRing(transaction, mappeId, assessmentId, act.now))) return;
        await appendDeeds(transaction, mappeId, [{ what: "ring-left", of: assessmentId, detail: null }], act);
      });
      await truncateWal(database);
    },

    /**
     * Publishes figures where `decide` says so, knowing what was published last and who is there.
     * @returns the ring as it stands.
     */
    publishIf: (mappeId: string, decide: (ring: StoredRing, all: RingMember[]) => Publication | null): Promise<StoredRing | null> =>
      changeRing(database, mappeId, async (transaction) => {
        const ring = await findRing(transaction, mappeId);
        const all = await findRingMembers(transaction, mappeId);
        const publication = ring && decide(ring, all);
        if (!publication) return ring;
        const { figures, values, on } = publication;
        await transaction("ring_members").where({ mappe_id: mappeId }).whereNotNull("left_at").delete();
        for (const { id } of all.filter(({ state }) => state === "joined")) {
          const brought = values.get(id) ?? null;
          const columns = { was_published: 1, published_values: brought && JSON.stringify(brought) };
          await ringMember(transaction, mappeId, id).update(columns);
        }
        const publishedCount = all.filter(({ state }) => state === "joined").length;
        const columns = { figures: JSON.stringify(figures), published_on: on, published_count: publishedCount };
        await transaction("rings").where({ mappe_id: mappeId }).update(columns);
        return { ...ring, figures, publishedOn: on, publishedCount };
      }),
  };
}

/** Within a transaction that may do more: whoever leaves a Mappe leaves its ring. @returns whether it was in it, or invited. */
export async function leaveRing(transaction: Database, mappeId: string, assessmentId: string, now: Date): Promise<boolean> {
  const row = () => transaction("ring_members").where({ mappe_id: mappeId, assessment_id: assessmentId });
  const here = () => row().whereNull("left_at");
  const deleted = await here().where({ was_published: 0 }).delete();
  return deleted + (await here().update({ left_at: now.toISOString(), published_values: null, open_data_at: null, proposal_at: null })) > 0;
}
