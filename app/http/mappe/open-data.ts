import type { Moment } from "../../core/day";
import type { OpenDataOffer } from "../../core/ring/open-data";
import { currentRing, type RingView } from "../access/ring-access";
import type { Services } from "../services";

/** The figures of a ring that are open to everybody. */
export type OpenDataset = Pick<RingView, "setting" | "figures"> & { id: string; offer: OpenDataOffer; publishedOn: string };

/** What everybody may see of rings: figures to whose publication each of their members agrees, as they stand now. */
export function openDataOf({ stores, content, environment }: Pick<Services, "stores" | "content" | "environment">, moment: Moment) {
  const context = { content, timeZone: environment.TIME_ZONE };
  return {
    /** By the id of the data set. */
    async list(): Promise<OpenDataset[]> {
      const found: OpenDataset[] = [];
      for (const { mappeId } of await stores.rings.offered()) {
        const ring = await currentRing(stores, mappeId, context, moment);
        if (!ring?.openData?.isPublished || ring.publishedOn === null) continue;
        const { setting, figures, publishedOn } = ring;
        found.push({ id: ring.openData.id, offer: ring.openData.offer, setting, figures, publishedOn });
      }
      return found;
    },
  };
}
