import { randomBytes } from "node:crypto";
import type { Act } from "../app/core/mappe/audit";
import { sameOffer, type OpenDataOffer } from "../app/core/ring/open-data";
import type { Database } from "./connection";
import { appendDeeds } from "./mappe-audit";
import { agree, withdraw } from "./ring-consent";
import { changeRing, findRing } from "./stored-ring";

/** Of a data set, from which nobody can tell the Mappe. */
export const newDatasetId = (): string => randomBytes(12).toString("hex");

/** The part of the store of rings that is about their figures as open data. */
export function ringOpenData(database: Database) {
  return {
    /**
     * Offers the figures as open data, or no longer. Whoever has agreed to something else has not agreed to this.
     * @param id of the data set where it is the first offer.
     */
    async offerOpenData(mappeId: string, id: string, offer: OpenDataOffer | null, act: Act): Promise<void> {
      await changeRing(database, mappeId, async (transaction) => {
        const known = (await findRing(transaction, mappeId))?.openData ?? null;
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
      agree(database, mappeId, assessmentId, "open_data_at", act, ({ openData }) =>
        openData && seen(openData.offer) ? { what: "open-data-agreed", of: assessmentId, detail: null } : null,
      ),

    /** A member agrees no more. */
    withdrawOpenData: (mappeId: string, assessmentId: string, act: Act): Promise<void> =>
      withdraw(database, mappeId, assessmentId, "open_data_at", act, "open-data-withdrawn"),

    /** The rings that offer their figures, by the id of the data set. Whether everybody agrees is another question. */
    async offered(): Promise<{ mappeId: string; id: string }[]> {
      const rows = await database("rings")
        .whereNotNull("open_data")
        .orderBy("dataset_id")
        .select<{ mappe_id: string; dataset_id: string }[]>("mappe_id", "dataset_id");
      return rows.map(({ mappe_id: mappeId, dataset_id: id }) => ({ mappeId, id }));
    },
  };
}
