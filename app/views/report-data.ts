import type { Contribution, PeerValue } from "../core/benchmark/peers";
import type { Report } from "../core/report-file";
import type { AuthorText } from "../core/assessment/author-text";
import type { Plan } from "../core/plan/plan";
import type { RoadmapSettings, RoadmapStep } from "../core/plan/settings";
import type { SimulationResult } from "../core/certainty/simulate";

export type RoadmapData = {
  plan: Plan;
  settings: RoadmapSettings;
  /** Whether somebody has set the settings; otherwise they are suggested ones. */
  saved: boolean;
  /** What people have noted, by initiative. */
  steps: Map<string, RoadmapStep>;
  /** ISO date on which the first quarter begins. */
  firstDay: string;
};

/** What an assessment has contributed to the peers, and what it may see of them in return. */
export type PeersData = Contribution & { joinedAt: string; values: PeerValue[] };

/** Everything that a page or a document about one assessment says, before it is put in words. Nothing is worked out after it. */
export type ReportData = {
  report: Report;
  /** What chance says of the same assessment with the same weights; null where it was not asked. */
  simulation: SimulationResult | null;
  roadmap: RoadmapData | null;
  /** null where the organisation does not take part. */
  peers: PeersData | null;
  /** What a consultant has added in their own words. */
  words: AuthorText | null;
};
