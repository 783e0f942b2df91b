import { z } from "zod";
import type { Track } from "../../core/vocabulary";

/**
 * What a document is for: a report that a council decides on, the one page that an owner acts on, the paper for a
 * session, one slide for a talk, and the annex with everything for those who check.
 */
export const papers = ["report", "owner-page", "resolution", "slide", "annex"] as const;
export const paperSchema = z.enum(papers);
export type Paper = z.infer<typeof paperSchema>;

/** The paper that is wanted; where there is none such for a kind of organisation, a session's for one that holds none, the usual one. */
export const paperFor = (track: Track, wanted: Paper | null): Paper =>
  papersFor(track).find((one) => one === wanted) ?? papersFor(track)[0];

/** The papers for a kind of organisation; the first is the usual one. */
export function papersFor(track: Track): readonly [Paper, ...Paper[]] {
  return track === "municipality" ? ["report", "resolution", "slide", "annex"] : ["owner-page", "report", "slide", "annex"];
}
