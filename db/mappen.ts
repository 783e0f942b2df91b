import { z } from "zod";
import type { Act, Deed } from "../app/core/mappe/audit";
import { repeatedKey } from "../app/core/mappe/client-key";
import { mappeRoleSchema, sharingSchema, type MappeRole, type Sharing } from "../app/core/mappe/mappe";
import type { WebhookEvent } from "../app/core/webhooks/webhook";
import { insertAssessment, type KeyHashes, type NewAssessment } from "./assessments";
import { truncateWal, type Database } from "./connection";
import { countRows } from "./count-rows";
import { deviceKeyStore } from "./device-keys";
import { appendDeeds } from "./mappe-audit";
import { leaveRing } from "./rings";
import { enqueueEvent } from "./webhooks";

const mappeSchema = z.object({ id: z.string(), name: z.string(), created_at: z.string(), updated_at: z.string() });
const secretSchema = mappeSchema.extend({ owner_key_hash: z.string(), sealed_secret: z.string() });
const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: mappeRoleSchema,
  key_version: z.number(),
  sealed_secret: z.string().nullable(),
  by_account: z.number(),
});
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

/** Times are ISO 8601 in UTC. */
export type StoredMappe = { id: string; name: string; createdAt: string; updatedAt: string };

/** Somebody who was given a link, or invited to take the Mappe into an account: then the name is an address. */
export type MappePerson = { id: string; name: string; role: MappeRole; keyVersion: number; byAccount: boolean };

/** What a key opens, and what of the Mappe is sealed under it. */
export type MappeHolder = {
  id: string;
  role: MappeRole;
  sealedSecret: string | null;
  /** Whose link it is; null: the owner's own. */ personId: string | null;
};

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

/** The one door to Mappen. Whoever calls it has checked access. */
export function mappeStore(database: Database) {
  const mappe = (id: string) => database("mappen").where({ id });
  const unchanged = (id: string, since?: string) => mappe(id).modify((query) => void (since && query.where({ updated_at: since })));
  const people = (mappeId: string) => database("mappe_people").where({ mappe_id: mappeId });
  const devices = (device: string) => database("device_mappe_keys").where({ device_hash: device });
  const memberships = () => database("mappe_assessments");

  /**
   * Any change of a Mappe with what its audit says of it, in one transaction; retention counts from it.
   * @returns what `work` gives; null where there is no Mappe.
   */
  function change<Result>(
    id: string,
    act: Act,
    work: (transaction: Database) => Promise<{ result: Result; deeds: Deed[] }>,
  ): Promise<Result | null> {
    return database.transaction(async (transaction) => {
      if ((await transaction("mappen").where({ id }).update({ updated_at: act.now.toISOString() })) === 0) return null;
      const { result, deeds } = await work(transaction);
      await appendDeeds(transaction, id, deeds, act);
      return result;
    });
  }

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
    async create(id: string, name: string, owner: { hash: string; sealedSecret: string }, act: Act): Promise<void> {
      const time = act.now.toISOString();
      const times = { created_at: time, updated_at: time };
      await database.transaction(async (transaction) => {
        await transaction("mappen").insert({ id, name, owner_key_hash: owner.hash, sealed_secret: owner.sealedSecret, ...times });
        await appendDeeds(transaction, id, [ofMappe("created")], act);
      });
    },

    async find(id: string): Promise<StoredMappe | null> {
      const row: unknown = await mappe(id).first();
      return row ? toMappe(row) : null;
    },

    /** What the key with this hash opens. */
    async findByKeyHash(hash: string): Promise<MappeHolder | null> {
      const own: unknown = await database("mappen").where({ owner_key_hash: hash }).first();
      if (own) {
        const { id, sealed_secret } = secretSchema.parse(own);
        return { id, role: "owner", sealedSecret: sealed_secret, personId: null };
      }
      const person = await database("mappe_people").where({ key_hash: hash }).first<{ mappe_id: string } | undefined>();
      if (!person) return null;
      const { id: personId, role, sealed_secret } = personSchema.parse(person);
      return { id: person.mappe_id, role, sealedSecret: sealed_secret, personId };
    },

    /** @param unchangedSince its `updatedAt`: does it only where it still has that. @returns whether it was done. */
    rename: (id: string, name: string, act: Act, unchangedSince?: string): Promise<boolean> =>
      database.transaction(async (transaction) => {
        const columns = { name, updated_at: act.now.toISOString() };
        if ((await unchanged(id, unchangedSince).transacting(transaction).update(columns)) === 0) return false;
        await appendDeeds(transaction, id, [ofMappe("renamed")], act);
        return true;
      }),

    /** Ends the Mappe; its assessments stay with their owners. Likewise. */
    async remove(id: string, unchangedSince?: string): Promise<boolean> {
      const count = await unchanged(id, unchangedSince).delete<number>();
      await truncateWal(database);
      return count > 0;
    },

    /** @returns false where somebody else was faster. */
    renewOwnerKey: (
      id: string,
      oldHash: string,
      owner: { hash: string; sealedSecret: string },
      holder: { device: string; sealed: string },
      act: Act,
    ): Promise<boolean> =>
      database.transaction(async (transaction) => {
        const columns = { owner_key_hash: owner.hash, sealed_secret: owner.sealedSecret, updated_at: act.now.toISOString() };
        if ((await transaction("mappen").where({ id, owner_key_hash: oldHash }).update(columns)) === 0) return false;
        await transaction("device_mappe_keys").where({ mappe_id: id, device_hash: holder.device }).update({ sealed_key: holder.sealed });
        await appendDeeds(transaction, id, [ofMappe("owner-renewed")], act);
        return true;
      }),

    async people(mappeId: string): Promise<MappePerson[]> {
      const rows: unknown[] = await people(mappeId).orderBy("created_at").orderBy("id");
      return rows.map((row) => {
        const { id, name, role, key_version, by_account } = personSchema.parse(row);
        return { id, name, role, keyVersion: key_version, byAccount: by_account === 1 };
      });
    },

    /** @returns false where there is no Mappe any more. */
    async addPerson(
      mappeId: string,
      person: Omit<MappePerson, "keyVersion"> & { keyHash: string; sealedSecret: string | null },
      act: Act,
    ): Promise<boolean> {
      const { id, name, role, keyHash, sealedSecret, byAccount } = person;
      const key = { key_hash: keyHash, key_version: 1, sealed_secret: sealedSecret };
      const row = { mappe_id: mappeId, id, name, role, ...key, by_account: byAccount ? 1 : 0 };
      const done = await change(mappeId, act, async (transaction) => {
        await transaction("mappe_people").insert({ ...row, created_at: act.now.toISOString() });
        return { result: true, deeds: [{ what: "person-invited", of: id, detail: role }] };
      });
      return done ?? false;
    },

    /** A new link for a person; the old one opens nothing from then on. */
    renewPerson: (
      mappeId: string,
      id: string,
      key: { version: number; hash: string; sealedSecret: string | null },
      act: Act,
    ): Promise<number | null> =>
      change(mappeId, act, async (transaction) => {
        const result = await transaction("mappe_people")
          .where({ mappe_id: mappeId, id, key_version: key.version - 1 })
          .update({ key_version: key.version, key_hash: key.hash, sealed_secret: key.sealedSecret });
        return { result, deeds: result > 0 ? [{ what: "person-renewed", of: id, detail: null }] : [] };
      }),

    async removePerson(mappeId: string, id: string, act: Act): Promise<void> {
      await change(mappeId, act, async (transaction) => {
        const result = await transaction("mappe_people").where({ mappe_id: mappeId, id }).delete();
        return { result, deeds: result > 0 ? [{ what: "person-removed", of: id, detail: null }] : [] };
      });
      await truncateWal(database);
    },

    devices: {
      ...deviceKeyStore(database, "mappe"),
      /** The Mappen that a browser holds a key to, by name, with how many assessments each has. */
      async list(device: string): Promise<(StoredMappe & { sealed: string; count: number })[]> {
        const counted = memberships().count("*").whereRaw("mappe_assessments.mappe_id = mappen.id").as("count");
        const rows: unknown[] = await devices(device)
          .join("mappen", "mappen.id", "device_mappe_keys.mappe_id")
          .orderBy("mappen.name")
          .orderBy("mappen.id")
          .select("mappen.*", "device_mappe_keys.sealed_key", counted);
        return rows.map((row) => {
          const { sealed_key, count } = z.object({ sealed_key: z.string(), count: z.coerce.number() }).parse(row);
          return { ...toMappe(row), sealed: sealed_key, count };
        });
      },
      /** Through which Mappen a browser may get at an assessment: the owner has agreed, and more than the ring is shared. */
      async through(device: string, assessmentId: string): Promise<{ mappeId: string; sealed: string; sharing: Sharing }[]> {
        const rows: unknown[] = await devices(device)
          .join("mappe_assessments", "mappe_assessments.mappe_id", "device_mappe_keys.mappe_id")
          .where({ assessment_id: assessmentId })
          .whereNotNull("consented_at")
          .whereNot({ sharing: "ring" })
          .orderBy("sharing")
          .select("device_mappe_keys.mappe_id", "sealed_key", "sharing");
        const schema = z.object({ mappe_id: z.string(), sealed_key: z.string(), sharing: sharingSchema });
        return rows.map((row) => {
          const { mappe_id, sealed_key, sharing } = schema.parse(row);
          return { mappeId: mappe_id, sealed: sealed_key, sharing };
        });
      },
    },

    count: (mappeId: string): Promise<number> => countRows(memberships().where({ mappe_id: mappeId })),

    /** Adds assessments that are there. @param consentedAt null: their owners have still to agree. What is in it already stays as it is. */
    async add(mappeId: string, ids: string[], sharing: Sharing, consentedAt: Date | null, act: Act): Promise<void> {
      const common = { mappe_id: mappeId, sharing, added_at: act.now.toISOString(), consented_at: consentedAt?.toISOString() ?? null };
      await change(mappeId, act, async (transaction) => {
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
      return change<"made" | { repeated: string }>(mappeId, act, async (transaction) => {
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
      return change<"done" | "repeated" | null>(mappeId, act, async (transaction) => {
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
      await change(mappeId, act, async (transaction) => {
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

    /** Ends Mappen that nobody has changed since `date` and that hold no assessment any more. @returns how many. */
    async removeEmptyUntouchedSince(date: Date): Promise<number> {
      const count = await database("mappen")
        .where("updated_at", "<", date.toISOString())
        .whereNotExists((held) => void held.from("mappe_assessments").whereRaw("mappe_assessments.mappe_id = mappen.id"))
        .delete<number>();
      if (count > 0) await truncateWal(database);
      return count;
    },
  };
}

const takenKeys = async (transaction: Database, mappeId: string): Promise<ReadonlySet<string>> =>
  new Set(await transaction("mappe_assessments").where({ mappe_id: mappeId }).whereNotNull("client_key").pluck<string[]>("client_key"));

const ofMappe = (what: Deed["what"]): Deed => ({ what, of: "", detail: null });

function toMappe(row: unknown): StoredMappe {
  const { created_at, updated_at, ...same } = mappeSchema.parse(row);
  return { ...same, createdAt: created_at, updatedAt: updated_at };
}
