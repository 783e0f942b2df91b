import { randomBytes } from "node:crypto";
import { z } from "zod";
import { byAssessment, type Act, type AuditKind, type Deed } from "../app/core/mappe/audit";
import {
  ringFiguresSchema,
  ringSettingSchema,
  ringValuesSchema,
  sameSetting,
  type RingFigures,
  type RingSetting,
  type RingValues,
} from "../app/core/ring/ring";
import { openDataOfferSchema, sameOffer, type OpenDataOffer } from "../app/core/ring/open-data";
import { truncateWal, type Database } from "./connection";
import { jsonColumn } from "./json-column";
import { appendDeeds } from "./mappe-audit";

const ringSchema = z.object({
  setting: jsonColumn(ringSettingSchema),
  proposal: jsonColumn(ringSettingSchema).nullable(),
  figures: jsonColumn(ringFiguresSchema).nullable(),
  published_on: z.string().nullable(),
  published_count: z.number(),
  dataset_id: z.string().nullable(),
  open_data: jsonColumn(openDataOfferSchema).nullable(),
});
const memberSchema = z.object({
  assessment_id: z.string(),
  joined_at: z.string().nullable(),
  left_at: z.string().nullable(),
  was_published: z.number(),
  published_values: jsonColumn(ringValuesSchema).nullable(),
  open_data_at: z.string().nullable(),
  proposal_at: z.string().nullable(),
});

/** `proposal`: a rule that members are asked about. `openData`: as what the figures are to be open data, and under which id. */
export type StoredRing = {
  setting: RingSetting;
  proposal: RingSetting | null;
  figures: RingFigures | null;
  publishedOn: string | null;
  publishedCount: number;
  openData: { id: string; offer: OpenDataOffer } | null;
};
/**
 * `published`: null where it was not there at the last publication. `agrees`: to what the ring offers as open data. `agreesToRule`: to
 * the rule that is proposed.
 */
export type RingMember = {
  id: string;
  state: "invited" | "joined" | "left";
  published: { values: RingValues | null } | null;
  agrees: boolean;
  agreesToRule: boolean;
};

/** Of a data set, from which nobody can tell the Mappe. */
export const newDatasetId = (): string => randomBytes(12).toString("hex");

/** What is published: the figures, and what each member has brought, by assessment. */
export type Publication = { figures: RingFigures; values: ReadonlyMap<string, RingValues | null>; on: string };

/** What a member of a ring agrees to besides its rule: another rule, the figures as open data. */
type Consent = "proposal_at" | "open_data_at";

/** The one door to comparison rings. Whoever calls it has checked access. */
export function ringStore(database: Database) {
  const member = (transaction: Database, mappeId: string, assessmentId: string) =>
    transaction("ring_members").where({ mappe_id: mappeId, assessment_id: assessmentId });

  /** Locks the ring: of two who change it, the second sees what the first has done. */
  function alone<Result>(mappeId: string, work: (transaction: Database) => Promise<Result>): Promise<Result | null> {
    return database.transaction(async (transaction) => {
      if ((await transaction("rings").where({ mappe_id: mappeId }).update({ mappe_id: mappeId })) === 0) return null;
      return work(transaction);
    });
  }

  async function find(transaction: Database, mappeId: string): Promise<StoredRing | null> {
    const row: unknown = await transaction("rings").where({ mappe_id: mappeId }).first();
    if (!row) return null;
    const { setting, proposal, figures, published_on, published_count, dataset_id, open_data } = ringSchema.parse(row);
    const openData = dataset_id !== null && open_data !== null ? { id: dataset_id, offer: open_data } : null;
    return { setting, proposal, figures, publishedOn: published_on, publishedCount: published_count, openData };
  }

  async function members(transaction: Database, mappeId: string): Promise<RingMember[]> {
    const rows: unknown[] = await transaction("ring_members").where({ mappe_id: mappeId }).orderBy("invited_at").orderBy("assessment_id");
    return rows.map((row) => {
      const { assessment_id: id, joined_at, left_at, was_published, published_values, open_data_at, proposal_at } = memberSchema.parse(row);
      const state = left_at !== null ? "left" : joined_at !== null ? "joined" : "invited";
      const published = was_published === 1 ? { values: published_values } : null;
      return { id, state, published, agrees: open_data_at !== null, agreesToRule: proposal_at !== null };
    });
  }

  /** A member agrees. @param deedOf null where the ring is not as they saw it. */
  async function agree(
    mappeId: string,
    assessmentId: string,
    column: Consent,
    act: Act,
    deedOf: (ring: StoredRing) => Deed | null,
  ): Promise<boolean> {
    const done = await alone(mappeId, async (transaction) => {
      const ring = await find(transaction, mappeId);
      const deed = ring && deedOf(ring);
      if (!deed) return false;
      const joined = member(transaction, mappeId, assessmentId).whereNull("left_at").whereNotNull("joined_at");
      if ((await joined.update({ [column]: act.now.toISOString() })) === 0) return false;
      await appendDeeds(transaction, mappeId, [deed], act);
      return true;
    });
    return done ?? false;
  }

  async function withdraw(mappeId: string, assessmentId: string, column: Consent, act: Act, what: AuditKind): Promise<void> {
    await alone(mappeId, async (transaction) => {
      if (
        (await member(transaction, mappeId, assessmentId)
          .whereNotNull(column)
          .update({ [column]: null })) === 0
      )
        return;
      await appendDeeds(transaction, mappeId, [{ what, of: assessmentId, detail: null }], act);
    });
  }

  return {
    find: (mappeId: string) => find(database, mappeId),
    members: (mappeId: string) => members(database, mappeId),

    /**
     * Sets the rule; once somebody has joined, proposes it to the members, in place of what was proposed before. The rule that holds
     * already ends a proposal. Whoever has agreed to something else has not agreed to this.
     * @returns false where somebody has joined a ring for another questionnaire.
     */
    async set(mappeId: string, setting: RingSetting, act: Act): Promise<boolean> {
      const text = JSON.stringify(ringSettingSchema.parse(setting));
      await database("rings").insert({ mappe_id: mappeId, setting: text }).onConflict("mappe_id").ignore();
      const done = await alone(mappeId, async (transaction) => {
        const ring = await find(transaction, mappeId);
        const isBegun = (await members(transaction, mappeId)).some(({ state }) => state === "joined");
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
      agree(mappeId, assessmentId, "proposal_at", act, ({ proposal }) =>
        proposal && seen(proposal) ? { what: "ring-rule-agreed", of: assessmentId, detail: proposal.rule } : null,
      ),

    /** A member agrees no more to what is proposed. */
    withdrawRule: (mappeId: string, assessmentId: string, act: Act): Promise<void> =>
      withdraw(mappeId, assessmentId, "proposal_at", act, "ring-rule-withdrawn"),

    /**
     * Lets the proposed rule hold where `decide` says that all agree. Whoever has joined and has not agreed, because their assessment is
     * removed and may come back, is invited anew. @returns the ring as it stands.
     */
    enactIf: (mappeId: string, decide: (all: RingMember[]) => boolean, now: Date): Promise<StoredRing | null> =>
      alone(mappeId, async (transaction) => {
        const ring = await find(transaction, mappeId);
        if (!ring?.proposal || !decide(await members(transaction, mappeId))) return ring;
        const rows = () => transaction("ring_members").where({ mappe_id: mappeId });
        await rows().whereNull("proposal_at").update({ joined_at: null, published_values: null, open_data_at: null });
        await rows()
          .whereNotNull("proposal_at")
          .update({ proposal_at: null, setting: JSON.stringify(ring.proposal) });
        await enact(transaction, mappeId, ring, ring.proposal);
        const deed = { what: "ring-rule-changed", of: "", detail: ring.proposal.rule } as const;
        await appendDeeds(transaction, mappeId, [deed], { now, by: byAssessment });
        return find(transaction, mappeId);
      }),

    /** Invites assessments, up to so many members in all. @returns false where there would be more. */
    async invite(mappeId: string, ids: string[], most: number, act: Act): Promise<boolean> {
      const done = await alone(mappeId, async (transaction) => {
        const known = (await members(transaction, mappeId)).filter(({ state }) => state !== "left");
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
      const done = await alone(mappeId, async (transaction) => {
        const ring = await find(transaction, mappeId);
        if (!ring || !seen(ring.setting)) return false;
        const columns = { joined_at: act.now.toISOString(), setting: JSON.stringify(ring.setting) };
        if ((await member(transaction, mappeId, assessmentId).whereNull("left_at").update(columns)) === 0) return false;
        await appendDeeds(transaction, mappeId, [{ what: "ring-joined", of: assessmentId, detail: ring.setting.rule }], act);
        return true;
      });
      return done ?? false;
    },

    /** Somebody leaves, or refuses; what they have brought is gone at once. That they were there counts until figures are renewed. */
    async leave(mappeId: string, assessmentId: string, act: Act): Promise<void> {
      await alone(mappeId, async (transaction) => {
        if (!(await leaveRing(transaction, mappeId, assessmentId, act.now))) return;
        await appendDeeds(transaction, mappeId, [{ what: "ring-left", of: assessmentId, detail: null }], act);
      });
      await truncateWal(database);
    },

    /**
     * Offers the figures as open data, or no longer. Whoever has agreed to something else has not agreed to this.
     * @param id of the data set where it is the first offer.
     */
    async offerOpenData(mappeId: string, id: string, offer: OpenDataOffer | null, act: Act): Promise<void> {
      await alone(mappeId, async (transaction) => {
        const known = (await find(transaction, mappeId))?.openData ?? null;
        if (known && offer && sameOffer(known.offer, offer)) return;
        const columns = offer === null ? { open_data: null } : { open_data: JSON.stringify(offer) };
        const row = () => transaction("rings").where({ mappe_id: mappeId });
        await row().update(columns);
        await row().whereNull("dataset_id").update({ dataset_id: id });
        await transaction("ring_members").where({ mappe_id: mappeId }).update({ open_data_at: null });
        const what = offer === null ? "open-data-stopped" : "open-data-offered";
        await appendDeeds(transaction, mappeId, [{ what, of: "", detail: null }], act);
      });
    },

    /** A member agrees to the offer that it saw. @returns false where another holds, there is none, or it is no member. */
    agreeToOpenData: (mappeId: string, assessmentId: string, seen: (offer: OpenDataOffer) => boolean, act: Act): Promise<boolean> =>
      agree(mappeId, assessmentId, "open_data_at", act, ({ openData }) =>
        openData && seen(openData.offer) ? { what: "open-data-agreed", of: assessmentId, detail: null } : null,
      ),

    /** A member agrees no more. */
    withdrawOpenData: (mappeId: string, assessmentId: string, act: Act): Promise<void> =>
      withdraw(mappeId, assessmentId, "open_data_at", act, "open-data-withdrawn"),

    /** The rings that offer their figures, by the id of the data set. Whether everybody agrees is another question. */
    async offered(): Promise<{ mappeId: string; id: string }[]> {
      const rows = await database("rings")
        .whereNotNull("open_data")
        .orderBy("dataset_id")
        .select<{ mappe_id: string; dataset_id: string }[]>("mappe_id", "dataset_id");
      return rows.map(({ mappe_id: mappeId, dataset_id: id }) => ({ mappeId, id }));
    },

    /**
     * Publishes figures where `decide` says so, knowing what was published last and who is there.
     * @returns the ring as it stands.
     */
    publishIf: (mappeId: string, decide: (ring: StoredRing, all: RingMember[]) => Publication | null): Promise<StoredRing | null> =>
      alone(mappeId, async (transaction) => {
        const ring = await find(transaction, mappeId);
        const all = await members(transaction, mappeId);
        const publication = ring && decide(ring, all);
        if (!publication) return ring;
        const { figures, values, on } = publication;
        await transaction("ring_members").where({ mappe_id: mappeId }).whereNotNull("left_at").delete();
        for (const { id } of all.filter(({ state }) => state === "joined")) {
          const brought = values.get(id) ?? null;
          const columns = { was_published: 1, published_values: brought && JSON.stringify(brought) };
          await member(transaction, mappeId, id).update(columns);
        }
        const publishedCount = all.filter(({ state }) => state === "joined").length;
        const columns = { figures: JSON.stringify(figures), published_on: on, published_count: publishedCount };
        await transaction("rings").where({ mappe_id: mappeId }).update(columns);
        return { ...ring, figures, publishedOn: on, publishedCount };
      }),
  };
}

/** Lets a rule hold. Figures of another questionnaire disappear; what members brought to them still counts for the next ones. */
async function enact(transaction: Database, mappeId: string, before: StoredRing | null, setting: RingSetting): Promise<void> {
  const isSame = before?.setting.track === setting.track && before.setting.modelVersion === setting.modelVersion;
  const columns = { setting: JSON.stringify(setting), proposal: null, ...(isSame ? {} : { figures: null, published_on: null }) };
  await transaction("rings").where({ mappe_id: mappeId }).update(columns);
}

/** Within a transaction that may do more: whoever leaves a Mappe leaves its ring. @returns whether it was in it, or invited. */
export async function leaveRing(transaction: Database, mappeId: string, assessmentId: string, now: Date): Promise<boolean> {
  const row = () => transaction("ring_members").where({ mappe_id: mappeId, assessment_id: assessmentId });
  const here = () => row().whereNull("left_at");
  const deleted = await here().where({ was_published: 0 }).delete();
  return deleted + (await here().update({ left_at: now.toISOString(), published_values: null, open_data_at: null, proposal_at: null })) > 0;
}
