import { z } from "zod";
import {
  ringFiguresSchema,
  ringSettingSchema,
  ringValuesSchema,
  type RingFigures,
  type RingSetting,
  type RingValues,
} from "../app/core/ring/ring";
import { openDataOfferSchema, type OpenDataOffer } from "../app/core/ring/open-data";
import type { Database } from "./connection";
import { jsonColumn } from "./json-column";

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

export async function findRing(transaction: Database, mappeId: string): Promise<StoredRing | null> {
  const row: unknown = await transaction("rings").where({ mappe_id: mappeId }).first();
  if (!row) return null;
  const { setting, proposal, figures, published_on, published_count, dataset_id, open_data } = ringSchema.parse(row);
  const openData = dataset_id !== null && open_data !== null ? { id: dataset_id, offer: open_data } : null;
  return { setting, proposal, figures, publishedOn: published_on, publishedCount: published_count, openData };
}

export async function findRingMembers(transaction: Database, mappeId: string): Promise<RingMember[]> {
  const rows: unknown[] = await transaction("ring_members").where({ mappe_id: mappeId }).orderBy("invited_at").orderBy("assessment_id");
  return rows.map((row) => {
    const { assessment_id: id, joined_at, left_at, was_published, published_values, open_data_at, proposal_at } = memberSchema.parse(row);
    const state = left_at !== null ? "left" : joined_at !== null ? "joined" : "invited";
    const published = was_published === 1 ? { values: published_values } : null;
    return { id, state, published, agrees: open_data_at !== null, agreesToRule: proposal_at !== null };
  });
}

export const ringMember = (transaction: Database, mappeId: string, assessmentId: string) =>
  transaction("ring_members").where({ mappe_id: mappeId, assessment_id: assessmentId });

/** Locks the ring: of two who change it, the second sees what the first has done. */
export function changeRing<Result>(
  database: Database,
  mappeId: string,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result | null> {
  return database.transaction(async (transaction) => {
    if ((await transaction("rings").where({ mappe_id: mappeId }).update({ mappe_id: mappeId })) === 0) return null;
    return work(transaction);
  });
}
