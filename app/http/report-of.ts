import type { AppLoadContext } from "@remix-run/node";
import { assess } from "../core/assess";
import { comparePeers } from "../core/benchmark/peers";
import { drawsInReport } from "../core/certainty/simulate";
import type { DimensionId } from "../core/vocabulary";
import type { PeersData, ReportData } from "../views/report-data";
import type { Readable } from "./access";
import { roadmapOf } from "./roadmap-of";

type Context = Pick<AppLoadContext, "content" | "simulation" | "planning" | "now">;

/** What others may be told to this assessment. Only those who give get: a reader who contributes nothing sees nothing. */
export async function peersOf(assessment: Readable): Promise<PeersData | null> {
  const contribution = await assessment.contribution();
  if (!contribution) return null;
  return { ...contribution, values: comparePeers(contribution.cohort, await assessment.publishedPeers(contribution.cohort)) };
}

/** @param weights of dimensions the reader has changed. */
export async function reportOf(
  assessment: Readable,
  weights: Map<DimensionId, number>,
  { content, simulation, now }: Omit<Context, "planning">,
): Promise<Omit<ReportData, "roadmap">> {
  const [chance, peers, words] = await Promise.all([
    simulation.simulate(assessment, content, drawsInReport, weights),
    peersOf(assessment),
    assessment.reportWords(),
  ]);
  return { report: assess(assessment, content, now.toISOString().slice(0, 10), weights), simulation: chance, peers, words };
}

/** The report with its roadmap, where the reader wants that too. */
export async function reportDataOf(
  assessment: Readable,
  weights: Map<DimensionId, number>,
  withRoadmap: boolean,
  context: Context,
): Promise<ReportData> {
  const [report, roadmap] = await Promise.all([
    reportOf(assessment, weights, context),
    withRoadmap ? roadmapOf(assessment, context) : null,
  ]);
  return { ...report, roadmap };
}
