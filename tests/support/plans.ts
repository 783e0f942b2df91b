import loadHighs from "highs";
import type { Answers, Level } from "../../app/core/assessment/answer";
import { standingsOf } from "../../app/core/assessment/standing";
import type { Initiative } from "../../app/core/initiatives/initiative";
import { listInitiatives } from "../../app/core/initiatives/order";
import type { Frontier } from "../../app/core/plan/frontier";
import type { Place } from "../../app/core/plan/option";
import { planFor, type NoPlan, type Plan, type PlanInput, type PlanResult } from "../../app/core/plan/plan";
import { planFrontier } from "../../app/core/plan/plan-frontier";
import { planProblem, type PlanProblem } from "../../app/core/plan/problem";
import type { PlanLimits } from "../../app/core/plan/settings";
import type { Solver } from "../../app/core/plan/solve";
import type { Questionnaire } from "../../app/core/questionnaire/questionnaire";
import { scoredItems } from "../../app/core/score/scored-items";
import type { Depth, DimensionId, SizeClass } from "../../app/core/vocabulary";
import { dimension, initiative, item, modelVersion } from "./builders";

/** The solver, loaded once per test file. */
export const highs: Solver = await loadHighs();

export const size: SizeClass = "inhabitants-under-20000";

type Ends = number | [low: number, high: number];
const ends = (value: Ends): [number, number] => (typeof value === "number" ? [value, value] : value);

export type Short = Partial<Pick<Initiative, "kind" | "duties" | "durationMonths">> & {
  cost?: Ends;
  days?: Ends;
  yearlyCost?: number;
  yearlyDays?: number;
  /** Items to levels. */
  lifts: Record<string, number>;
  needs?: Record<string, number>;
  after?: string[];
  stages?: Partial<Record<DimensionId, number>>;
};

/** Free of requirements, a quarter long, 100 € and 10 person-days unless told otherwise. */
export function step(id: string, short: Short): Initiative {
  const { cost = 100, days = 10, yearlyCost = 0, yearlyDays = 0, lifts, needs = {}, after = [], stages = {}, ...rest } = short;
  const levels = (wanted: Record<string, number>) => Object.entries(wanted).map(([name, level]) => ({ item: name, level }));
  return initiative(id, {
    tracks: ["municipality"],
    lifts: levels(lifts).map((lift) => ({ ...lift, step: 1 })),
    requires: {
      items: levels(needs),
      initiatives: after,
      stages: Object.entries(stages).map(([name, stage]) => ({ dimension: name as DimensionId, stage })),
    },
    costEuro: { [size]: { once: ends(cost), yearly: ends(yearlyCost) } },
    effortPersonDays: { [size]: { once: ends(days), yearly: ends(yearlyDays) } },
    durationMonths: [3, 3],
    ...rest,
  });
}

/** Nothing short, nothing forced. */
export const wide: PlanLimits = { budgetEuro: 1000, personDaysPerQuarter: 100, quarters: 4, pinned: [], excluded: [], forceDuties: false };

/** Two dimensions of two items: a level of each is worth 6.25 points, and 12.5 of its dimension. */
export function smallModel(ids: readonly DimensionId[] = ["strategy", "skills"]): Questionnaire {
  const items = (id: string) => [item(`${id}-1`, { key: true, allowsNotApplicable: true }), item(`${id}-2`, { allowsNotApplicable: true })];
  return { track: "municipality", modelVersion, contradictions: [], dimensions: ids.map((id) => dimension(id, items(id))) };
}

export type Setting = Partial<Pick<PlanInput, "done" | "begun" | "firstDay" | "sizeClass">> & {
  initiatives: Initiative[];
  /** null: a suggestion is wanted. Otherwise what differs from `wide`. */
  limits?: Partial<PlanLimits> | null;
  /** Level of an item, 0 unless told otherwise; null: open. */
  levels?: Record<string, Level | "na" | null>;
  due?: string[];
  depth?: Depth;
  questionnaire?: Questionnaire;
  weights?: ReadonlyMap<DimensionId, number>;
};

export function planInput(setting: Setting): PlanInput {
  const { initiatives, limits = {}, levels = {}, due = [], depth = "full", questionnaire = smallModel(), weights, ...rest } = setting;
  const ids = questionnaire.dimensions.flatMap((own) => own.items.map(({ id }) => id));
  const answers: Answers = Object.fromEntries(
    ids.flatMap((id) => {
      const level = levels[id] === undefined ? 0 : levels[id];
      if (level === null) return [];
      return [[id, level === "na" ? { answer: "na" as const, reason: "entfällt" } : { level }]];
    }),
  );
  const assessment = { depth, aiUse: "unknown" as const, answers };
  const items = scoredItems(questionnaire, assessment, weights);
  const input = {
    track: "municipality" as const,
    sizeClass: size,
    initiatives,
    items,
    standings: standingsOf(questionnaire, assessment),
    due: new Set(due),
  };
  const order = listInitiatives(input).entries.map((entry) => entry.initiative.id);
  const gates = questionnaire.dimensions.filter(({ gate }) => gate).map(({ id }) => id);
  return { ...input, order, gates, limits: limits && { ...wide, ...limits }, done: [], begun: [], firstDay: "2027-01-01", ...rest };
}

/** These laid out in the quarters that are told, by id, without anything having searched for a plan. */
export function laidAt(setting: Setting, starts: Record<string, number>): { problem: PlanProblem; places: Place[] } {
  const problem = planProblem(planInput(setting), { ...wide, ...setting.limits });
  const places = Object.entries(starts).flatMap(([id, start]) =>
    problem.candidates.filter((one) => one.id === id).map((candidate) => ({ candidate, start })),
  );
  return { problem, places };
}

/** @throws where there is no plan. */
export function planned(result: PlanResult): Plan {
  if (result.status !== "planned") throw new Error(`no plan: ${JSON.stringify({ ...result, nearest: null })}`);
  return result;
}

/** @throws where there is one. */
export function impossible(result: PlanResult): NoPlan {
  if (result.status !== "impossible") throw new Error("a plan");
  return result;
}

export const plan = (setting: Setting): Plan => planned(planFor(planInput(setting), highs));
/** What more money would bring than that plan has. */
export const curve = (setting: Setting): Frontier => planFrontier(planInput(setting), plan(setting), highs);
export const noPlan = (setting: Setting): NoPlan => impossible(planFor(planInput(setting), highs));
export const startsOf = ({ steps }: Plan) => Object.fromEntries(steps.map(({ id, start }) => [id, start]));
export const idsOf = ({ steps }: Plan) => steps.map(({ id }) => id).sort();
