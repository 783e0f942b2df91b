import { agreementOf, type Agreement, type AgreementInput } from "./agreement/agreement";
import type { Assessment } from "./assessment/assessment";
import { findContradictions } from "./assessment/contradictions";
import { standingsOf } from "./assessment/standing";
import { compareWithRegions, type Comparison } from "./benchmark/benchmark";
import { formulaOf, type Formula } from "./certainty/formula";
import { withChecks } from "./certainty/checked-spread";
import { quickOutlook, type QuickOutlook } from "./certainty/quick-check";
import { errorOf } from "./certainty/rater-error";
import { rate, type Rating } from "./certainty/rating";
import { seedOf } from "./certainty/seed";
import { sharpenings, type Sharpening } from "./certainty/sharpen";
import { modelOf, type Content } from "./content";
import type { Facts } from "./duties/facts";
import { findDuties, isDue, mayBind, type ApplicableDuty } from "./duties/find-duties";
import { findContacts, findFunding, type FittingFunding } from "./funding/find-funding";
import type { Contact } from "./funding/funding";
import { possibleGrants, type PossibleGrant } from "./funding/money";
import { catalogueFor } from "./initiatives/catalogue";
import { awaitedSteps, nextSteps } from "./initiatives/next-steps";
import { listInitiatives, type InitiativeList, type ListInput } from "./initiatives/order";
import { stabilityOf, type Stability } from "./initiatives/stability";
import type { PlannedStep } from "./plan/plan";
import { currentPlan, type CurrentPlan, type PlanChoice } from "./plan/current-plan";
import type { Frontier } from "./plan/frontier";
import { daysOf } from "./plan/days";
import { planFrontier } from "./plan/plan-frontier";
import type { Solver } from "./plan/solve";
import { plannedSteps } from "./planned-steps";
import { gatesOf, type Contradiction, type Questionnaire } from "./questionnaire/questionnaire";
import { historyOf, type History, type RoundsInput } from "./rounds/history";
import type { DimensionScore } from "./score/dimension-score";
import { extremesOf, type OverallScore } from "./score/overall-score";
import { scoreOf } from "./score/score";
import { isAnythingKnown, type ScoredItem } from "./score/scored-items";
import { verdictOf, type Verdict } from "./verdict";
import type { Depth, DimensionId } from "./vocabulary";

/** What a report depends on besides the content. Plain data: it can be sent to another process. */
export type ReportInput = {
  /** With the answers that count, see `agreedAnswers`. */
  assessment: Assessment;
  /** Who has answered, and what of that was agreed. */
  agreement: AgreementInput;
  /** ISO date on which the report is made. */
  date: string;
  /** Of dimensions the user has changed, by id; the others keep the model's. */
  weights: ReadonlyMap<DimensionId, number>;
  facts: Facts;
  plan: PlanChoice;
  rounds: RoundsInput;
};

/** Everything a page, a document or another program says about an assessment, before it is put in words. Values 0–100, unrounded. */
export type Report = Pick<Assessment, "track" | "depth" | "modelVersion" | "organisation" | "aiUse" | "answers"> & {
  contentVersion: string;
  date: string;
  facts: Facts;
  items: ScoredItem[];
  dimensions: DimensionScore[];
  overall: OverallScore;
  extremes: ReturnType<typeof extremesOf>;
  contradictions: Contradiction[];
  verdict: Verdict;
  agreement: Agreement;
  certainty: Certainty;
  benchmark: Comparison[];
  duties: ApplicableDuty[];
  list: InitiativeList;
  stability: Stability[];
  plan: CurrentPlan;
  /** Ids of initiatives. */
  nextSteps: string[];
  /** Ids of what comes after them, see `awaitedSteps`. */
  awaitedSteps: string[];
  funding: FittingFunding[];
  grants: PossibleGrant[];
  contacts: Contact[];
  history: History;
};

/** The three statements of method section 4, and what would sharpen them; for a quick check what nine answers carry. */
export type Certainty = { rating: Rating | null; formula: Formula | null; sharpenings: Sharpening[]; quick: QuickOutlook | null };

/**
 * The one path: questionnaire → answers → score → agreement → certainty → benchmark → duties, initiatives, plan → report (method,
 * sections 2–9). Pure: the same arguments give the same report. Nothing is worked out again anywhere else.
 * @param secondsLeft see `planFor`.
 */
export function makeReport(
  { assessment, agreement: given, date, weights, facts, plan: choice, rounds }: ReportInput,
  content: Content,
  solver: Solver,
  secondsLeft?: () => number,
): Report {
  const { track, depth, modelVersion, organisation, aiUse, answers } = assessment;
  const questionnaire = modelOf(content, assessment);

  const { items, dimensions, overall } = scoreOf(questionnaire, assessment, weights);
  const standings = standingsOf(questionnaire, assessment);
  const seed = seedOf(assessment);
  const agreement = withChecks(agreementOf(given, items, seed), items, answers);
  const certainty = certaintyOf(questionnaire, depth, seed, items, dimensions, overall, agreement);

  const bands = new Map((certainty.rating?.dimensions ?? []).map(({ id, band }) => [id, band]));
  const benchmark = depth === "full" ? compareWithRegions(track, dimensions, content.regions, bands) : [];
  const duties = findDuties(content.duties, { track, organisation, aiUse, standings, facts }, date);
  const input = listInputOf(assessment, content, { items, standings, duties });
  const list = listInitiatives(input);
  const basis = { aiUse, depth, organisation, answers, due: input.due };
  const plan = currentPlan({ ...input, ...planGround(questionnaire, list) }, choice, basis, date, solver, secondsLeft);
  const stability = depth === "full" ? stabilityOf(questionnaire, input, seed, errorOf(agreement.spread)) : [];

  const funding = findFunding(content.funding, track, organisation, date, standings);
  const steps = plannedSteps({ plan, items });
  const paid = steps.map(({ id, costEuro, start }) => ({
    ...{ id, costEuro, startsOn: daysOf(plan.firstDay, start, 0).start },
    funding: content.initiatives.find((one) => one.id === id)?.funding ?? [],
  }));
  const verdict = verdictOf(questionnaire, track, aiUse, answers, items, duties, content.initiatives);
  const ahead = plan.kept ? steps.filter(isStillWorth) : steps;
  const planned = plan.status === "planned" ? plan.dimensions : [];
  return {
    ...{ track, depth, modelVersion, organisation, aiUse, answers, contentVersion: content.version, date, facts },
    ...{
      items,
      dimensions,
      overall,
      extremes: extremesOf(dimensions),
      contradictions: findContradictions(questionnaire, aiUse, standings),
    },
    ...{ verdict, agreement, certainty, benchmark, duties, list, stability, plan },
    nextSteps: idsOf(nextSteps(ahead)),
    awaitedSteps: idsOf(awaitedSteps(ahead, verdict.gaps.find(({ open }) => !open)?.item ?? null)),
    ...{
      funding,
      grants: possibleGrants(paid, funding),
      contacts: findContacts(content.contacts, track, organisation, date),
    },
    history: historyOf(rounds, { date, modelVersion, depth, overall, dimensions, rating: certainty.rating, planned }, content),
  };
}

const listInputOf = (
  { track, organisation, aiUse }: Assessment,
  { initiatives }: Content,
  { items, standings, duties }: Pick<ListInput, "items" | "standings"> & Pick<Report, "duties">,
): ListInput => {
  return {
    ...{ track, sizeClass: organisation.sizeClass ?? null, items, standings },
    initiatives: catalogueFor(initiatives, standings, aiUse, mayBind(duties)),
    due: new Set(duties.filter(isDue).map(({ duty }) => duty.id)),
  };
};

/** What a plan takes besides that. */
const planGround = (questionnaire: Questionnaire, { entries }: InitiativeList) => ({
  gates: gatesOf(questionnaire),
  order: entries.map(({ initiative }) => initiative.id),
});

/**
 * How much score how much money could buy: what is told with the plan of a report only where somebody looks closer.
 * @param report as `makeReport` makes it of the same input.
 * @returns null of a plan that was taken and would be solved otherwise today: more money says nothing of it.
 */
export function reportFrontier(
  { assessment, plan: choice }: ReportInput,
  { items, duties, list, plan }: Report,
  content: Content,
  solver: Solver,
  secondsLeft?: () => number,
): Frontier | null {
  if (plan.kept && plan.offer) return null;
  const questionnaire = modelOf(content, assessment);
  const input = listInputOf(assessment, content, { items, standings: standingsOf(questionnaire, assessment), duties });
  return planFrontier({ ...input, ...planGround(questionnaire, list), ...choice }, plan, solver, secondsLeft);
}

const idsOf = (steps: readonly PlannedStep[]): string[] => steps.map(({ id }) => id);

/** Of a kept plan, what the answers have overtaken is no next step. */
const isStillWorth = ({ lifts, duties, prerequisiteFor }: PlannedStep): boolean =>
  lifts.length + duties.length + prerequisiteFor.length > 0;

function certaintyOf(
  questionnaire: Questionnaire,
  depth: Depth,
  seed: string,
  items: ScoredItem[],
  dimensions: DimensionScore[],
  overall: OverallScore,
  agreement: Agreement,
): Certainty {
  if (depth === "quick") return { rating: null, formula: null, sharpenings: [], quick: quickOutlook(questionnaire, items, overall) };
  const rating = isAnythingKnown(items) ? rate(questionnaire, items, seed, errorOf(agreement.spread)) : null;
  const ways = sharpenings(questionnaire, items, overall, rating, agreement);
  return { rating, formula: formulaOf(items, dimensions), sharpenings: ways, quick: null };
}
