import { z } from "zod";
import type { Act, Deed } from "../app/core/mappe/audit";
import { repeatedKey } from "../app/core/mappe/client-key";
import { sharingSchema, type Sharing } from "../app/core/mappe/mappe";
import type { WebhookEvent } from "../app/core/webhooks/webhook";
import { insertAssessment, type KeyHashes, type NewAssessment } from "./stored-assessment";
import { changeMappe } from "./change-mappe";
import { truncateWal, type Database } from "./connection";
import { countRows } from "./count-rows";
import { appendDeeds } from "./mappe-audit";
import { leaveRing } from "./rings";
import { enqueueEvent } from "./webhooks";

const membershipSchema = z.object({
  mappe_id: z.string(),
  name: z.string(),
  sharing: sharingSchema,
  added_at: z.string(),
  consented_at: z.string().nullable(),
  invited_at: z.string().nullable(),
  joined_at: z.string().nullable(),
  proposal: z.string().nullable(),
  proposal_at: z.string().nullable(),
});

type PlaceInRing = Pick<z.infer<typeof membershipSchema>, "invited_at" | "joined_at" | "proposal" | "proposal_at">;
function placeInRing({ invited_at, joined_at, proposal, proposal_at }: PlaceInRing): Membership["ring"] {
  if (invited_at === null) return null;
  if (joined_at === null) return "invited";
  return proposal !== null && proposal_at === null ? "asked" : "joined";
}

/** A Mappe as the owner of an assessment sees it. */
export type Membership = {
  mappeId: string;
  name: string;
  sharing: Sharing;
  addedAt: string;
  consentedAt: string | null;
  /** What the ring of the Mappe is to it; `asked`: a member that has still to say whether it agrees to another rule. */
  ring: "invited" | "joined" | "asked" | null;
};

/** A new assessment that a Mappe makes and hands out. `clientKey`: by which whoever brings a table calls it. */
export type MadeAssessment = { id: string; assessment: NewAssessment; keys: KeyHashes; clientKey?: string | null };

/** The assessments in Mappen: the part of their store that is about what each holds, and how far it is shared. */
export function mappeMembers(database: Database) {
  const memberships = () => database("mappe_assessments");

  /** What is done with one assessment in it, and is no change of the Mappe. @param changed how many rows were. @param event that webhooks are told. */
  const ofMember = (
    mappeId: string,
    deed: Deed,
    act: Act,
    changed: (transaction: Database) => Promise<number>,
    event?: WebhookEvent,
  ): Promise<void> =>
    database.transaction(async (transaction) => {
      if ((await changed(transaction)) === 0) return;
      await appendDeeds(transaction, mappeId, [deed], act);
      if (event) await enqueueEvent(transaction, mappeId, event, { assessmentId: deed.of }, act.now);
    });

  return {
    count: (mappeId: string): Promise<number> => countRows(memberships().where({ mappe_id: mappeId })),

    /** Adds assessments that are there. @param consentedAt null: their owners have still to agree. What is in it already stays as it is. */
    async add(mappeId: string, ids: string[], sharing: Sharing, consentedAt: Date | null, act: Act): Promise<void> {
      const common = { mappe_id: mappeId, sharing, added_at: act.now.toISOString(), consented_at: consentedAt?.toISOString() ?? null };
      await changeMappe(database, mappeId, act, async (transaction) => {
        for (const id of ids)
          await transaction("mappe_assessments")
            .insert({ ...common, assessment_id: id })
            .onConflict(["mappe_id", "assessment_id"])
            .ignore();
        if (consentedAt)
          for (const assessmentId of ids) await enqueueEvent(transaction, mappeId, "member.joined", { assessmentId }, act.now);
        return { result: null, deeds: ids.map((of) => ({ what: "added", of, detail: sharing })) };
      });
    },

    /**
     * Makes new assessments in it, all of them or none.
     * @returns the key that would be there twice; null where there is no Mappe any more.
     */
    async make(mappeId: string, made: MadeAssessment[], act: Act): Promise<"made" | { repeated: string } | null> {
      const time = act.now.toISOString();
      return changeMappe<"made" | { repeated: string }>(database, mappeId, act, async (transaction) => {
        const keys = made.map(({ clientKey = null }) => clientKey);
        const repeated = repeatedKey(keys, await takenKeys(transaction, mappeId));
        if (repeated !== null) return { result: { repeated }, deeds: [] };
        for (const { id, assessment, keys, clientKey = null } of made) {
          await insertAssessment(transaction, id, assessment, keys, act.now, "mappe");
          const row = { mappe_id: mappeId, assessment_id: id, sharing: "edit", added_at: time, consented_at: time, link_version: 1 };
          await transaction("mappe_assessments").insert({ ...row, client_key: clientKey });
        }
        return { result: "made", deeds: made.map(({ id }) => ({ what: "made", of: id, detail: "edit" })) };
      });
    },

    /** What an assessment in it is called by. @returns `repeated` where another has that key; null where it is not in it. */
    async setClientKey(mappeId: string, assessmentId: string, clientKey: string | null, act: Act): Promise<"done" | "repeated" | null> {
      return changeMappe<"done" | "repeated" | null>(database, mappeId, act, async (transaction) => {
        const row = () => transaction("mappe_assessments").where({ mappe_id: mappeId, assessment_id: assessmentId });
        const stored = await row().first<{ client_key: string | null } | undefined>("client_key");
        if (!stored) return { result: null, deeds: [] };
        if (stored.client_key === clientKey) return { result: "done", deeds: [] };
        if (repeatedKey([clientKey], await takenKeys(transaction, mappeId)) !== null) return { result: "repeated", deeds: [] };
        await row().update({ client_key: clientKey });
        return { result: "done", deeds: [{ what: "client-key", of: assessmentId, detail: null }] };
      });
    },

    /** Of the link that the Mappe hands out; null where it has not made this assessment. */
    async linkVersion(mappeId: string, assessmentId: string): Promise<number | null> {
      const row = await memberships()
        .where({ mappe_id: mappeId, assessment_id: assessmentId })
        .first<{ link_version: number | null } | undefined>("link_version");
      return row?.link_version ?? null;
    },

    /** Takes an assessment out; it stays with its owner. */
    async takeOut(mappeId: string, assessmentId: string, act: Act): Promise<void> {
      await changeMappe(database, mappeId, act, async (transaction) => {
        await leaveRing(transaction, mappeId, assessmentId, act.now);
        const result = await transaction("mappe_assessments").where({ mappe_id: mappeId, assessment_id: assessmentId }).delete();
        const what = act.by.by === "assessment" ? "left" : "taken-out";
        if (result > 0 && what === "left")
          await enqueueEvent(transaction, mappeId, "assessment.consent-withdrawn", { assessmentId }, act.now);
        return { result, deeds: result > 0 ? [{ what, of: assessmentId, detail: null }] : [] };
      });
      await truncateWal(database);
    },

    /** How far the Mappe gets at an assessment from now on; its owner decides. */
    async share(mappeId: string, assessmentId: string, sharing: Sharing, act: Act): Promise<void> {
      const changed = (transaction: Database) =>
        transaction("mappe_assessments")
          .where({ mappe_id: mappeId, assessment_id: assessmentId })
          .whereNot({ sharing })
          .update({ sharing });
      await ofMember(mappeId, { what: "shared", of: assessmentId, detail: sharing }, act, changed);
    },

    /** The owner of the assessment agrees. */
    async consent(mappeId: string, assessmentId: string, act: Act): Promise<void> {
      const changed = (transaction: Database) =>
        transaction("mappe_assessments")
          .where({ mappe_id: mappeId, assessment_id: assessmentId })
          .whereNull("consented_at")
          .update({ consented_at: act.now.toISOString() });
      await ofMember(mappeId, { what: "consented", of: assessmentId, detail: null }, act, changed, "member.joined");
    },

    /** In which Mappen an assessment is, or is asked to be. */
    async of(assessmentId: string): Promise<Membership[]> {
      const rows: unknown[] = await memberships()
        .join("mappen", "mappen.id", "mappe_assessments.mappe_id")
        .leftJoin("rings", "rings.mappe_id", "mappen.id")
        .leftJoin("ring_members", (on) => {
          on.on("ring_members.mappe_id", "mappen.id").andOn("ring_members.assessment_id", "mappe_assessments.assessment_id");
          on.andOnNull("left_at");
        })
        .where({ "mappe_assessments.assessment_id": assessmentId })
        .orderBy("mappe_assessments.added_at")
        .orderBy("mappen.id")
        .select("mappen.id as mappe_id", "mappen.name", "sharing", "added_at", "consented_at")
        .select("invited_at", "joined_at", "proposal", "proposal_at");
      return rows.map((row) => {
        const { mappe_id, name, sharing, added_at, consented_at, ...ring } = membershipSchema.parse(row);
        return { mappeId: mappe_id, name, sharing, addedAt: added_at, consentedAt: consented_at, ring: placeInRing(ring) };
      });
    },
  };
}

const takenKeys = async (transaction: Database, mappeId: string): Promise<ReadonlySet<string>> =>
  new Set(await transaction("mappe_assessments").where({ mappe_id: mappeId }).whereNotNull("client_key").pluck<string[]>("client_key"));
