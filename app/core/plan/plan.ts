import { stageOf, type Stage } from "../score/stage";
import type { DimensionId } from "../vocabulary";
import { choose, type Choice } from "./choose";
import { keptPlaces } from "./kept-places";
import type { KeptPlan } from "./kept-plan";
import { leastLimits, type Held } from "./least-limits";
import { leftOut, type LeftOut } from "./left-out";
import { dimensionPoints, levelsAfter, overallPoints, type Levels } from "./levels";
import { atMiddles, type Place } from "./option";
import { planProblem, unlimited, type LeftOutReason, type PlanInput, type PlanProblem } from "./problem";
import { daysIn } from "./program";
import { cautiousEuro, riskOf, type Risk } from "./risk";
import { endOf } from "./schedule";
import type { PlanLimits } from "./settings";
import { withShorterWait } from "./shorter-wait";
import { settle } from "./settle";
import { candidatesIn, planAims, planSeconds, planWork, type Effort, type Solver } from "./solve";
import { inOrder, stepsOf, type PlannedStep } from "./steps";
import { yearlyCosts, type YearlyCost } from "./yearly";

export type { LeftOut } from "./left-out";
export type { LeftOutReason, PlanInput } from "./problem";
export type { PlannedStep } from "./steps";

export type BeforeAfter<Value = number> = { before: Value; after: Value };

/** Under which limits, and whether these are a suggestion. */
type Framed = { suggested: boolean; limits: PlanLimits };

/** Scores 0–100 with open items at level 0; money in euros; effort in person-days. */
export type Plan = Framed & {
  status: "planned";
  /** By start, then in the order of the list. */
  steps: PlannedStep[];
  score: BeforeAfter;
  stage: BeforeAfter<Stage>;
  securedStage: BeforeAfter<Stage>;
  dimensions: (BeforeAfter & { id: DimensionId })[];
  /** Once, at the middles of the ranges; and at their upper quarter points. */
  costEuro: number;
  cautiousEuro: number;
  personDays: number;
  yearly: YearlyCost[];
  /** One for each quarter of the horizon: what runs in it, and the person-days that takes. */
  quarters: { initiatives: string[]; personDays: number }[];
  risk: Risk;
  leftOut: LeftOut[];
  /** So many points more another plan might gain; 0: it is proven that none does. */
  gap: number;
  /** What had begun, by id, where the limits leave room for it. */
  begun: string[];
};

/** No plan keeps the limits. */
export type NoPlan = Framed & {
  status: "impossible";
  /** How much more is needed; 0 where nothing is missing. */
  missing: { euro: number; personDaysPerQuarter: number; quarters: number };
  /** What is pinned and cannot be had under any limits. */
  reasons: { id: string; reason: LeftOutReason }[];
  /** The plan without these and with what is missing. */
  nearest: Plan;
};

export type PlanResult = Plan | NoPlan;

/** A year, unless durations need more; money and time in round numbers, and so much of both that most cases keep them. */
const leastSuggestion: PlanLimits = {
  budgetEuro: 0,
  personDaysPerQuarter: 0,
  quarters: 4,
  pinned: [],
  excluded: [],
  forceDuties: true,
  cautious: true,
};
const suggestionSteps = { euro: 5_000, days: 5 };
const missingSteps = { euro: 1, days: 1 };

/**
 * The one plan of an assessment (method, section 7): under the limits somebody has set, or under suggested ones that
 * hold by construction. Pure and deterministic, in whatever order the catalogue comes.
 * @param secondsLeft an emergency brake: how much longer the search may go on.
 */
export function planFor(input: PlanInput, solver: Solver, secondsLeft: () => number = () => planSeconds): PlanResult {
  const effort = (work: number): Effort => ({ work, secondsLeft });
  const search = effort(planWork);
  if (!input.limits) {
    const least = leastLimits(input, leastSuggestion, suggestionSteps, suggestedGroups, solver, search);
    const choice = chooseWithin(input, least, solver, search);
    const sooner = withShorterWait(input, { limits: least.limits, places: choice.places }, suggestionSteps);
    if (!sooner) return toPlan(input, least.limits, choice);
    return toPlan(input, sooner.limits, chooseWithin(input, sooner, solver, effort(planWork)));
  }
  const { limits } = input;
  const reasons = unavailablePins(input, limits);
  const problem = planProblem(input, limits);
  const choice = choose(problem, planAims, solver, search);
  if (choice.places) return toPlan(input, limits, { ...choice, places: choice.places });
  // Limits that leave no room for what has begun hold a plan without it.
  if (input.begun.length > 0) return planFor({ ...input, begun: [] }, solver, secondsLeft);

  const possible = { ...limits, pinned: limits.pinned.filter((id) => !reasons.some((one) => one.id === id)) };
  const held = leastLimits(input, possible, missingSteps, ({ wanted }) => wanted, solver, effort(planWork));
  const nearest = toPlan(input, held.limits, chooseWithin(input, held, solver, effort(planWork)));
  const missing = missingIn(limits, held.limits);
  const isMissing = reasons.length > 0 || Object.values(missing).some((amount) => amount > 0);
  return isMissing ? { status: "impossible", suggested: false, limits, missing, reasons, nearest } : nearest;
}

/**
 * A plan that somebody has taken, as it was solved: its steps, quarters and amounts are those of then, what they bring
 * is counted from where the answers are today.
 */
export const keptPlanFor = (input: PlanInput, kept: KeptPlan): Plan =>
  describe({ ...input, limits: kept.limits }, kept.limits, { places: keptPlaces(kept, input), gap: kept.gap });

/** The due duties and what is pinned, and one of each kind where there is one. */
function suggestedGroups({ wanted, kinds }: PlanProblem): string[][] {
  return [...wanted, ...Object.values(kinds).filter((ids) => ids.length > 0)];
}

function chooseWithin(input: PlanInput, { limits, places }: Held, solver: Solver, effort: Effort): Choice<Place[]> {
  const choice = choose(planProblem(input, limits), planAims, solver, effort, places);
  return { places: choice.places ?? places, gap: choice.gap };
}

/** What is pinned and cannot be had even if nothing were short. */
function unavailablePins(input: PlanInput, limits: PlanLimits): NoPlan["reasons"] {
  const { unavailable } = planProblem(input, { ...limits, ...unlimited });
  return [...unavailable].filter(([id]) => limits.pinned.includes(id)).map(([id, reason]) => ({ id, reason }));
}

function missingIn(limits: PlanLimits, needed: PlanLimits): NoPlan["missing"] {
  return {
    euro: needed.budgetEuro - limits.budgetEuro,
    personDaysPerQuarter: needed.personDaysPerQuarter - limits.personDaysPerQuarter,
    quarters: needed.quarters - limits.quarters,
  };
}

const toPlan = (input: PlanInput, limits: PlanLimits, { places, gap }: Choice<Place[]>): Plan =>
  describe(input, limits, { places: settle(planProblem(input, limits), places), gap });

/** Everything that is said of a choice. */
function describe(input: PlanInput, limits: PlanLimits, choice: Choice<Place[]>): Plan {
  const { items, firstDay, begun } = input;
  const places = inOrder(choice.places).map(atMiddles);
  const chosen = candidatesIn(places);
  const ids = chosen.map(({ id }) => id);
  const levels: BeforeAfter<Levels> = { before: levelsAfter(items, []), after: levelsAfter(items, chosen) };
  return {
    ...{ status: "planned", suggested: input.limits === null, limits },
    ...standingOf(input, levels),
    steps: stepsOf(items, places),
    costEuro: chosen.reduce((sum, { costEuro }) => sum + costEuro, 0),
    personDays: chosen.reduce((sum, { personDays }) => sum + personDays, 0),
    cautiousEuro: cautiousEuro(places),
    yearly: yearlyCosts(places, limits.quarters, firstDay),
    quarters: quartersOf(places, limits.quarters),
    risk: riskOf(places, limits),
    leftOut: leftOut(planProblem(input, limits), ids),
    gap: choice.gap,
    begun,
  };
}

/** The score, its stages and the dimensions, before and after. */
function standingOf(
  { items, gates }: PlanInput,
  levels: BeforeAfter<Levels>,
): Pick<Plan, "score" | "stage" | "securedStage" | "dimensions"> {
  const both = <Value>(of: (levels: Levels) => Value): BeforeAfter<Value> => ({ before: of(levels.before), after: of(levels.after) });
  const ids = [...new Set(items.map(({ dimension }) => dimension))];
  const stage = (own: Levels) => stageOf(overallPoints(items, own));
  const secured = (own: Levels) =>
    Math.min(stage(own), ...ids.filter((id) => gates.includes(id)).map((id) => stageOf(dimensionPoints(items, id, own)))) as Stage;
  return {
    score: both((own) => overallPoints(items, own)),
    stage: both(stage),
    securedStage: both(secured),
    dimensions: ids.map((id) => ({ id, ...both((own) => dimensionPoints(items, id, own)) })),
  };
}

function quartersOf(places: readonly Place[], quarters: number): Plan["quarters"] {
  return Array.from({ length: quarters }, (_, quarter) => ({
    initiatives: places.filter((place) => place.start <= quarter && quarter < endOf(place)).map(({ candidate }) => candidate.id),
    personDays: places.reduce((sum, place) => sum + daysIn(place, quarter), 0),
  }));
}
