import { z } from "zod";
import { freeText } from "../assessment/text";
import { dimensionIds, type DimensionId } from "../vocabulary";
import type { RingFigure, RingFigures, RingState } from "./ring";

/** Licences from the list of DCAT-AP.de, by the last parts of their addresses there. */
export const openLicences = ["dl-by-de/2.0", "dl-zero-de/2.0", "cc-by/4.0", "cc-zero"] as const;
const openLicenceSchema = z.enum(openLicences);
export type OpenLicence = z.infer<typeof openLicenceSchema>;

/** Whether whoever uses the data must name where they are from. */
export const asksForName = (licence: OpenLicence): boolean => licence === "dl-by-de/2.0" || licence === "cc-by/4.0";

/** In characters. */
export const openDataLimits = { title: 120, publisher: 200 } as const;
const needed = (limit: number) => freeText(limit).pipe(z.string().min(1));

/** As what the figures of a ring are to be published: what members agree to. `contact`: an e-mail address for questions. */
export const openDataOfferSchema = z.strictObject({
  title: needed(openDataLimits.title),
  publisher: needed(openDataLimits.publisher),
  contact: z.string().trim().pipe(z.email().max(254)),
  licence: openLicenceSchema,
});
export type OpenDataOffer = z.infer<typeof openDataOfferSchema>;

/** The same offer: what somebody has agreed to is what is published. */
export const sameOffer = (a: OpenDataOffer, b: OpenDataOffer): boolean =>
  a.title === b.title && a.publisher === b.publisher && a.contact === b.contact && a.licence === b.licence;

/** A member as the rule of publishing sees it. */
export type OpenDataState = Pick<RingState, "isIn" | "published"> & { agrees: boolean };

/**
 * Whether the figures may be given to everybody: every member agrees, and nobody has gone whose value is still in them.
 * @param gone of the members that were published, how many have been deleted since.
 */
export function isOpenToAll(members: readonly OpenDataState[], gone: number): boolean {
  return gone === 0 && members.every(({ isIn, published, agrees }) => (isIn ? agrees : published === null));
}

/** A line of the table that is published: a figure of the whole (null) or of a topic. */
export type OpenDataRow = { topic: DimensionId | null; figure: RingFigure };

/** What is published, and nothing else: of what there are too few values, there is no line. */
export function openDataRows({ overall, topics }: RingFigures): OpenDataRow[] {
  const lines = [{ topic: null, figure: overall }, ...dimensionIds.map((topic) => ({ topic, figure: topics[topic] ?? null }))];
  return lines.flatMap(({ topic, figure }) => (figure === null ? [] : [{ topic, figure }]));
}
