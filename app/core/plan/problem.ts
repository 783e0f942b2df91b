import { levelOf, type Answers, type Level } from "../assessment/answer";
import type { Assessment } from "../assessment/assessment";
import type { Content } from "../content";
import type { Initiative } from "../initiatives/initiative";
import { meanOf } from "../initiatives/mean-effort";
import { itemStates, type ItemState } from "../initiatives/recommend";
import type { Questionnaire } from "../questionnaire/questionnaire";
import { pointsPerLevel, scoreDimension } from "../score/dimension-score";
import { tolerance, type Stage } from "../score/stage";
import type { Depth, DimensionId, SizeClass } from "../vocabulary";
import { earliestFinish } from "./earliest-finish";
import { levelsAfter } from "./levels";
import type { InitiativeOption, RoadmapItem } from "./option";
import type { RoadmapSettings } from "./settings";

/** What a roadmap depends on. */
export type RoadmapInput = {
  questionnaire: Questionnaire;
  depth: Depth;
  answers: Answers;
  /** Of dimensions the user has changed, by id. */
  weights: Map<DimensionId, number>;
  /** The whole catalogue, in any order. */
  initiatives: Initiative[];
  /** null where it is not known; costs and efforts are then the mean over all size classes of the track. */
  sizeClass: SizeClass | null;
  /** Euros over the whole horizon. */
  budgetEuro: number;
  personDaysPerQuarter: number;
  /** Horizon, a whole number from 1. */
  quarters: number;
  /** Initiatives that must be in, by id. */
  pinned: string[];
  /** Initiatives that must not be in, by id. */
  excluded: string[];
  /** Whether every legal duty that is not yet fulfilled must be in. */
  forceDuties: boolean;
};

/** What the roadmap of an assessment depends on under these settings, with the model's own weights. */
export function roadmapInput(
  { track, depth, answers, organisation }: Assessment,
  settings: RoadmapSettings,
  { questionnaires, initiatives }: Pick<Content, "questionnaires" | "initiatives">,
): RoadmapInput {
  const sizeClass = organisation.sizeClass ?? null;
  return { ...settings, questionnaire: questionnaires[track], depth, answers, weights: new Map(), initiatives, sizeClass };
}

/** Why an initiative is not in the roadmap. */
export type LeftOutReason =
  /** Everything it lifts is reached already. */
  | "no-gain"
  /** The user has taken it out. */
  | "excluded"
  /** It requires an initiative that cannot be in. */
  | "requirement-missing"
  /** It stands on a stage that is not reached. */
  | "stage-missing"
  | "over-budget"
  | "over-capacity"
  /** What it lifts is lifted by chosen initiatives already. */
  | "not-worth-it"
  /** It is too long for the horizon, or found no place in the layout. */
  | "does-not-fit";

export type PlanProblem = {
  items: RoadmapItem[];
  /** By id, so that the order of the catalogue cannot matter. */
  candidates: InitiativeOption[];
  budgetEuro: number;
  personDaysPerQuarter: number;
  quarters: number;
  pinned: string[];
  /** The initiatives of the track that can never be in, whatever else is chosen. */
  unavailable: Map<string, LeftOutReason>;
};

const monthsPerQuarter = 3;

/** Puts the question of the roadmap (method, section 7): what may be chosen, what it costs, lifts and requires. */
export function roadmapProblem(input: RoadmapInput): PlanProblem {
  const { questionnaire, depth, answers, budgetEuro, personDaysPerQuarter, quarters } = input;
  const { track } = questionnaire;
  const catalogue = input.initiatives.filter(({ tracks }) => tracks.includes(track)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(catalogue.map((initiative) => [initiative.id, initiative]));
  const items = roadmapItems(questionnaire, depth, answers, input.weights);
  const levels = levelsAfter(items, []);
  const stages = new Map(questionnaire.dimensions.map((one) => [one.id, scoreDimension(one, depth, answers, one.weight).stage ?? 0]));
  const isReached = (dimension: DimensionId, stage: number) => (stages.get(dimension) ?? 0) >= stage;

  const candidateOf = (initiative: Initiative): InitiativeOption => {
    const personDays = meanOf(initiative.effortPersonDays, track, input.sizeClass);
    const months = (initiative.durationMonths[0] + initiative.durationMonths[1]) / 2;
    return {
      id: initiative.id,
      costEuro: meanOf(initiative.costEuro, track, input.sizeClass),
      personDays,
      quarters: Math.max(1, Math.ceil(months / monthsPerQuarter), quartersOf(personDays, personDaysPerQuarter)),
      duty: initiative.legalDuty,
      lifts: liftsOf(initiative, levels),
      requires: initiative.requires.initiatives.filter((id) => !isFulfilled(byId.get(id), answers)),
      stages: initiative.requires.stages
        .filter(({ dimension, stage }) => !isReached(dimension, stage))
        .map(({ dimension, stage }) => ({ dimension, points: cutPoint(stage as Stage) })),
    };
  };
  const all = new Map(catalogue.map((initiative) => [initiative.id, candidateOf(initiative)]));

  const gains = ({ lifts }: InitiativeOption) =>
    lifts.some(({ item }) => items.some(({ id, pointsPerLevel: points }) => id === item && points > tolerance));
  const duties = input.forceDuties ? [...all.values()].filter((one) => one.duty && gains(one)).map(({ id }) => id) : [];
  const pinned = [...new Set([...input.pinned, ...duties])].sort();

  const wanted = new Set<string>();
  const want = (id: string): void => {
    const one = all.get(id);
    if (!one || wanted.has(id)) return;
    wanted.add(id);
    one.requires.forEach(want);
  };
  for (const one of all.values()) if (gains(one) || pinned.includes(one.id)) want(one.id);

  const allowed = [...all.values()].filter(({ id }) => wanted.has(id) && !input.excluded.includes(id));
  const finish = earliestFinish(items, allowed);
  const unavailable = new Map<string, LeftOutReason>();
  for (const { id, requires, personDays } of all.values()) {
    const end = finish.get(id);
    if (input.excluded.includes(id)) unavailable.set(id, "excluded");
    else if (!wanted.has(id)) unavailable.set(id, "no-gain");
    else if (end === undefined)
      unavailable.set(id, requires.every((other) => (finish.get(other) ?? Infinity) < Infinity) ? "stage-missing" : "requirement-missing");
    else if (end > quarters) unavailable.set(id, personDays > personDaysPerQuarter * quarters ? "over-capacity" : "does-not-fit");
  }
  const candidates = allowed.filter(({ id }) => !unavailable.has(id));
  return { items, candidates, budgetEuro, personDaysPerQuarter, quarters, pinned, unavailable };
}

/**
 * The items with their points. The share within the dimension is taken under the model's own weights: what stage a
 * dimension has reached does not depend on how much it counts.
 */
function roadmapItems(questionnaire: Questionnaire, depth: Depth, answers: Answers, weights: Map<DimensionId, number>): RoadmapItem[] {
  const own = itemStates(questionnaire, depth, answers, new Map());
  const shareOf = (item: ItemState) => {
    const sum = own.filter(({ dimension }) => dimension === item.dimension).reduce((total, other) => total + other.pointsPerLevel, 0);
    return (pointsPerLevel * item.pointsPerLevel) / sum;
  };
  const shares = new Map(own.map((item) => [item.id, shareOf(item)]));
  return itemStates(questionnaire, depth, answers, weights).map((item) => ({ ...item, share: shares.get(item.id) ?? 0 }));
}

/** Where a stage begins, 0–100: half a level below the level it is named after (method, section 3). */
export function cutPoint(stage: Stage): number {
  return pointsPerLevel * (stage - 0.5);
}

function liftsOf(initiative: Initiative, levels: Map<string, number>): InitiativeOption["lifts"] {
  return initiative.lifts.flatMap(({ item, level }) => {
    const from = levels.get(item);
    return from !== undefined && level > from ? [{ item, level: level as Level }] : [];
  });
}

/** All that it lifts is reached or does not apply. Looks at every answer: a quick check may carry those of a full one. */
function isFulfilled(initiative: Initiative | undefined, answers: Answers): boolean {
  if (!initiative) return false;
  return initiative.lifts.every(({ item, level }) => {
    const own = levelOf(answers[item]);
    return own === "na" || (own !== "open" && own >= level);
  });
}

/** The quarters that this many person-days fill; infinite where nobody has any time. */
function quartersOf(personDays: number, perQuarter: number): number {
  return personDays === 0 ? 0 : Math.ceil(personDays / perQuarter - tolerance);
}
