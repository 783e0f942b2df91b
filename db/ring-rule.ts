import { byAssessment, type Act, type AuditKind } from "../app/core/mappe/audit";
import { ringSettingSchema, sameSetting, type RingSetting } from "../app/core/ring/ring";
import type { Database } from "./connection";
import { appendDeeds } from "./mappe-audit";
import { agree, withdraw } from "./ring-consent";
import { changeRing, findRing, findRingMembers, type RingMember, type StoredRing } from "./stored-ring";

/** The part of the store of rings that is about their rule: set, proposed, agreed to, in force. */
export function ringRule(database: Database) {
  return {
    /**
     * Sets the rule; once somebody has joined, proposes it to the members, in place of what was proposed before. The rule that holds
     * already ends a proposal. Whoever has agreed to something else has not agreed to this.
     * @returns false where somebody has joined a ring for another questionnaire.
     */
    async set(mappeId: string, setting: RingSetting, act: Act): Promise<boolean> {
      const text = JSON.stringify(ringSettingSchema.parse(setting));
      await database("rings").insert({ mappe_id: mappeId, setting: text }).onConflict("mappe_id").ignore();
      const done = await changeRing(database, mappeId, async (transaction) => {
        const ring = await findRing(transaction, mappeId);
        const isBegun = (await findRingMembers(transaction, mappeId)).some(({ state }) => state === "joined");
        const tell = (what: AuditKind) => appendDeeds(transaction, mappeId, [{ what, of: "", detail: setting.rule }], act);
        if (!ring || !isBegun) {
          await enact(transaction, mappeId, ring, setting);
          await tell("ring-rule");
          return true;
        }
        if (ring.setting.track !== setting.track) return false;
        const proposal = sameSetting(ring.setting, setting) ? null : setting;
        if (proposal === null ? ring.proposal === null : ring.proposal !== null && sameSetting(ring.proposal, proposal)) return true;
        await transaction("rings")
          .where({ mappe_id: mappeId })
          .update({ proposal: proposal && text });
        await transaction("ring_members").where({ mappe_id: mappeId }).update({ proposal_at: null });
        await tell(proposal === null ? "ring-rule-kept" : "ring-rule-proposed");
        return true;
      });
      return done ?? false;
    },

    /** A member agrees to the proposed rule that it saw. @returns false where another is proposed, none, or it is no member. */
    agreeToRule: (mappeId: string, assessmentId: string, seen: (setting: RingSetting) => boolean, act: Act): Promise<boolean> =>
      agree(database, mappeId, assessmentId, "proposal_at", act, ({ proposal }) =>
        proposal && seen(proposal) ? { what: "ring-rule-agreed", of: assessmentId, detail: proposal.rule } : null,
      ),

    /** A member agrees no more to what is proposed. */
    withdrawRule: (mappeId: string, assessmentId: string, act: Act): Promise<void> =>
      withdraw(database, mappeId, assessmentId, "proposal_at", act, "ring-rule-withdrawn"),

    /**
     * Lets the proposed rule hold where `decide` says that all agree. Whoever has joined and has not agreed, because their assessment is
     * removed and may come back, is invited anew. @returns the ring as it stands.
     */
    enactIf: (mappeId: string, decide: (all: RingMember[]) => boolean, now: Date): Promise<StoredRing | null> =>
      changeRing(database, mappeId, async (transaction) => {
        const ring = await findRing(transaction, mappeId);
        if (!ring?.proposal || !decide(await findRingMembers(transaction, mappeId))) return ring;
        const rows = () => transaction("ring_members").where({ mappe_id: mappeId });
        await rows().whereNull("proposal_at").update({ joined_at: null, published_values: null, open_data_at: null });
        await rows()
          .whereNotNull("proposal_at")
          .update({ proposal_at: null, setting: JSON.stringify(ring.proposal) });
        await enact(transaction, mappeId, ring, ring.proposal);
        const deed = { what: "ring-rule-changed", of: "", detail: ring.proposal.rule } as const;
        await appendDeeds(transaction, mappeId, [deed], { now, by: byAssessment });
        return findRing(transaction, mappeId);
      }),
  };
}

/** Lets a rule hold. Figures of another questionnaire disappear; what members brought to them still counts for the next ones. */
async function enact(transaction: Database, mappeId: string, before: StoredRing | null, setting: RingSetting): Promise<void> {
  const isSame = before?.setting.track === setting.track && before.setting.modelVersion === setting.modelVersion;
  const columns = { setting: JSON.stringify(setting), proposal: null, ...(isSame ? {} : { figures: null, published_on: null }) };
  await transaction("rings").where({ mappe_id: mappeId }).update(columns);
}
