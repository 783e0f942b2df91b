import type { Brand } from "./brand/brand";
import type { PlanResult } from "./plan/plan";
import type { Report } from "./report";
import type { PartedChange } from "./rounds/change";
import type { History, PointValue } from "./rounds/history";
import type { Language } from "./vocabulary";

/** Who a report is for and from, which its numbers do not depend on. @param clientKey by which whoever runs a batch knows the client. */
export type ReportSource = { brand?: Pick<Brand, "name" | "contact"> | null; clientKey?: string | null };

/** The report in the interchange format (method, section 10), with unrounded numbers; days are ISO dates. */
export function toReportFile(report: Report, language: Language | null = null, { brand = null, clientKey = null }: ReportSource = {}) {
  const { track, depth, modelVersion, contentVersion, date, certainty } = report;
  return {
    format: "ki-pegel/report" as const,
    version: 2 as const,
    ...{ track, depth, modelVersion, contentVersion, date, language },
    aiUse: report.aiUse,
    organisation: report.organisation,
    facts: report.facts,
    clientKey,
    brand: brand && { name: brand.name, contact: brand.contact },
    remarks: remarksOf(report),
    dimensions: report.dimensions.map(({ id, score, lower, upper, coverage, stage, reason, weight }) => {
      const band = score === null ? undefined : certainty.rating?.dimensions.find((one) => one.id === id)?.band;
      return { id, score, lower, upper, coverage, stage, band: band ? [band.low, band.high] : null, reason, weight };
    }),
    overall: overallOf(report),
    benchmark: report.benchmark.map(({ region, dimension, cell, band, position }) => ({
      ...{ region, dimension },
      speaksOf: cell?.speaksOf ?? null,
      ...{ band, position },
    })),
    contradictions: report.contradictions.map(({ id }) => id),
    duties: report.duties.map(({ duty, state, fulfilment, because }) => ({ id: duty.id, state, fulfilled: fulfilment, because })),
    initiatives: report.list.entries.map(({ initiative, rise, lifts, prerequisiteFor, duties }) => ({
      id: initiative.id,
      rise,
      dimension: initiative.dimension,
      kind: initiative.kind,
      duty: duties[0] ?? null,
      prerequisiteFor,
      calledForBy: lifts.map(({ item }) => item),
    })),
    plan: planOf(report),
    nextSteps: report.nextSteps,
    awaitedSteps: report.awaitedSteps,
    funding: report.funding.map(({ programme, state }) => ({ id: programme.id, state })),
    history: historyPart(report.history),
  };
}

/** What people wrote beside their answers: notes, and what proves them. Files are named, they are not in it. */
const remarksOf = ({ answers }: Report) =>
  Object.entries(answers)
    .filter(([, { note, evidence, files }]) => note || evidence || files)
    // The same of a file as of what is kept, whose answers come in another order.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([item, { note, evidence, files = [] }]) => ({
      ...{ item, note: note ?? null, evidence: evidence ?? null },
      files: files.map(({ name }) => name),
    }));

/** null in the first round, as long as nobody has set a target. */
function historyPart({ points, steps, targets }: History) {
  if (points.length < 2 && steps.length === 0 && targets.length === 0) return null;
  const bandOf = ({ band }: PointValue) => band && [band.low, band.high];
  return {
    rounds: points.map(({ number, date, isRunning, modelVersion, depth, score, lower, upper, dimensions, ...point }) => ({
      ...{ number, date, running: isRunning, modelVersion, depth, score, lower, upper, band: bandOf({ score, lower, upper, ...point }) },
      dimensions: dimensions.map((one) => ({ id: one.id, score: one.score, lower: one.lower, upper: one.upper, band: bandOf(one) })),
    })),
    changes: steps.map((step) => ({
      ...{ from: step.from, to: step.to, samePeople: step.samePeople },
      ...{ comparable: step.comparable, incomparable: step.incomparable, waiting: step.waiting },
      overall: partsOf(step.overall),
      ...{ threshold: step.threshold, beyondNoise: step.isBeyondNoise },
      dimensions: step.dimensions.map(({ id, change }) => ({ id, change: partsOf(change), secured: !step.overlapping.includes(id) })),
      items: step.items.map(({ item, kind, from, to }) => ({ id: item, kind, from, to })),
      done: step.done,
    })),
    targets: targets.map(({ dimension, value, by, now, missing, planned, state }) => ({
      ...{ dimension, value, by, now, missing, planned, state },
    })),
  };
}

const partsOf = (change: PartedChange | null) =>
  change && { before: change.before.lower, after: change.after.lower, changed: change.changed, clarified: change.clarified };

function overallOf({ overall, certainty, depth }: Report) {
  const { score, lower, upper, coverage, geometric, stage, securedStage, bottleneck, reason } = overall;
  const { rating, quick } = certainty;
  const band = rating && score !== null ? [rating.overall.low, rating.overall.high] : null;
  return {
    ...{ score, lower, upper, coverage, geometric, stage, securedStage, reason },
    bottleneck: bottleneck.map(({ dimension }) => dimension),
    band,
    draws: rating?.draws ?? null,
    seed: rating ? Number.parseInt(rating.seed, 16) : null,
    securedShare: securedStage === null ? null : (rating?.secured.share ?? null),
    otherStage: securedStage === null ? null : (rating?.secured.other?.stage ?? null),
    ...(depth === "quick" && { fullExpected: quick?.expected ? [quick.expected.low, quick.expected.high] : null }),
  };
}

function planOf({ plan }: Report) {
  const { suggested, limits, kept, offer } = plan;
  return {
    ...{ suggested, limits, takenOn: kept?.on ?? null },
    ...solutionOf(plan, plan.firstDay),
    offer: offer && { changed: offer.causes, limits: offer.plan.limits, ...solutionOf(offer.plan, offer.firstDay) },
  };
}

function solutionOf(plan: PlanResult, firstDay: string) {
  if (plan.status === "impossible") return { status: plan.status, missing: plan.missing, steps: [] };
  return {
    status: plan.status,
    steps: plan.steps.map(({ id, start, quarters, costEuro, yearlyEuro, personDays }) => ({
      id,
      from: quarterOf(firstDay, start),
      to: quarterOf(firstDay, start + quarters - 1),
      ...{ costEuro, yearlyEuro, effortPersonDays: personDays },
    })),
    scoreAfter: plan.score.after,
    securedStageAfter: plan.securedStage.after,
  };
}

/** "2027-Q1" of a quarter counted from the first. */
function quarterOf(firstDay: string, quarter: number): string {
  const [year = 0, month = 1] = firstDay.split("-").map(Number);
  const index = Math.floor((month - 1) / 3) + quarter;
  return `${year + Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}
