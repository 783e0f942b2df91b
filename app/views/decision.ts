import { daysOf } from "../core/plan/days";
import { waysOf } from "../core/plan/ways";
import { budgetedYears } from "../core/plan/yearly";
import type { DutyView } from "./duties";
import { officesText } from "./offices";
import type { PlannedView } from "./plan";
import type { ViewInput } from "./view-input";

export type DecisionView = NonNullable<ReturnType<typeof decisionView>>;

/** What there is to decide, from the one plan; null where there is none, it is empty, or nothing is answered that it could follow from. */
export function decisionView({ report, locale }: ViewInput, planned: PlannedView | null, now: DutyView[]) {
  const { plan } = report;
  if (plan.status !== "planned" || !planned || plan.steps.length === 0) return null;
  const { messages, euros, span, personDays, date, score } = locale;
  const { decision } = messages.papers;
  const money = (value: number) => euros(Math.round(value));
  // Where there is more time than the plan needs, it is done when its last step is.
  const { length: quarters } = planned.quarters;
  const end = daysOf(plan.firstDay, 0, quarters).end;
  const half = daysOf(plan.firstDay, 0, Math.ceil(quarters / 2)).end;
  const afterwards = daysOf(plan.firstDay, plan.limits.quarters, 1).start;
  const funded = budgetedYears(plan.yearly).filter(({ onceEuro, runningEuro }) => onceEuro + runningEuro > 0);
  const unclear = unclearDuties(report);
  const yearlyDays = Math.round(plan.steps.reduce((sum, { yearlyPersonDays }) => sum + yearlyPersonDays, 0));
  const missing = now.filter(({ isMissing }) => isMissing);
  const unserved = missing.filter(({ id }) => !plan.steps.some(({ duties: answered }) => answered.includes(id))).length;
  const range = plan.steps.reduce<[number, number]>(
    ([low, high], { id }) => {
      const [from, to] = planned.steps.find((step) => step.id === id)?.values.cost ?? [0, 0];
      return [low + from, high + to];
    },
    [0, 0],
  );
  // Where duties ask for nothing, or for everything, their way is one of the others.
  const ways = waysOf(report.items, plan.steps).filter(({ id, steps }) => id !== "duties" || (steps > 0 && steps < plan.steps.length));
  return {
    end: date(end),
    /** Null where it is the one figure that is planned with. */
    range: range[0] === range[1] ? null : euros(...(range.map(Math.round) as [number, number])),
    personDays: span(Math.round(plan.personDays)),
    effort: personDays(Math.round(plan.personDays)),
    /** What it takes of people's time from then on; null: nothing. */
    yearlyEffort: yearlyDays > 0 ? personDays(yearlyDays) : null,
    yearly: planned.values.runningEuro > 0 ? money(planned.values.runningEuro) : "–",
    /** Whose offices do what is named, where a municipality may have none of its own. */
    offices: officesText(report, locale),
    isAnyDuty: now.length > 0,
    unclearDuties: unclear,
    dutySteps: plan.steps.filter(({ duties: answered }) => answered.length > 0).length,
    /** What is asked for, each with a word that names it. */
    points: [
      { title: decision.doTitle, text: decision.doText(plan.steps.length, date(end)) },
      {
        title: decision.meansTitle,
        text: [
          ...funded.map(({ year, onceEuro, runningEuro }) =>
            decision.meansText(String(year), money(onceEuro), runningEuro > 0 ? money(runningEuro) : null),
          ),
          ...(planned.values.runningEuro > 0 ? [decision.meansAfter(date(afterwards), money(planned.values.runningEuro))] : []),
          // What falls to a single one is the whole.
          ...(funded.length > 1 ? [decision.meansRounded] : []),
          ...(funded.length === 0 && planned.values.runningEuro === 0 ? [decision.meansNone] : []),
        ].join(" "),
      },
      ...dutiesAndQuestions(report, now, locale),
      { title: decision.reportTitle, text: decision.reportText(decision.reporting[report.track], date(half), date(end)) },
    ],
    ways: ways.map((way) => ({
      id: way.id,
      name: decision.ways[way.id],
      steps: way.steps,
      cost: money(way.costEuro),
      yearly: money(way.yearlyEuro),
      personDays: span(Math.round(way.personDays)),
      score: score(way.score),
      consequence: consequenceOf(way.id, missing.length, unserved, decision),
    })),
    /** Today's level and that at the end, if all of it is done. */
    rise: [ways.at(0), ways.at(-1)].map((way) => score(way?.score ?? 0)).join(" → "),
  };
}

/** What there is to decide where the limits that are set allow no plan, or none with a step. */
export function pointsWithoutPlan({ report, locale }: ViewInput, plan: WhyNoPlan, now: DutyView[]): DecisionPoint[] {
  const { decision } = locale.messages.papers;
  const why = plan.impossible ? decision.limitsMissing(plan.impossible.join(" ")) : plan.empty;
  if (why === null) return [];
  const text = decision.limitsText(decision.reporting[report.track], firstEnd(report, locale), why);
  return [{ title: decision.limitsTitle, text }, ...dutiesAndQuestions(report, now, locale)];
}

/** What limits lack for a plan, or that they hold nothing; both null where there is a plan, or nobody to plan for. */
type WhyNoPlan = { impossible: string[] | null; empty: string | null };
type DecisionPoint = { title: string; text: string };

/** What costs nothing to decide: that duties are met, and that what nobody knows is found out before money is spent, which it may change. */
function dutiesAndQuestions(report: ViewInput["report"], now: DutyView[], locale: ViewInput["locale"]): DecisionPoint[] {
  const { list } = locale;
  const { decision } = locale.messages.papers;
  const duties = now.filter(({ isMissing }) => isMissing).map(({ title }) => locale.messages.names.quoted(title));
  const open = report.items.filter(({ level }) => level === null).length;
  const unclear = unclearDuties(report);
  const unsettled = [...(open > 0 ? [decision.openQuestions(open)] : []), ...(unclear > 0 ? [decision.unclearDuties(unclear)] : [])];
  const unasked = now.filter(({ isUnasked }) => isUnasked).length;
  const by = firstEnd(report, locale);
  const asked = [
    ...(unsettled.length > 0 ? [decision.openText(list(unsettled), by)] : []),
    ...(unasked > 0 ? [decision.unaskedText(unasked, unsettled.length > 0 ? null : by)] : []),
  ];
  return [
    ...(duties.length > 0 ? [{ title: decision.dutiesTitle, text: decision.dutiesText(list(duties), duties.length) }] : []),
    ...(asked.length > 0 ? [{ title: decision.openTitle, text: asked.join(" ") }] : []),
  ];
}

const unclearDuties = ({ duties }: ViewInput["report"]) => duties.filter(({ state }) => state === "to-clarify").length;
const firstEnd = ({ plan }: ViewInput["report"], { date }: ViewInput["locale"]) => date(daysOf(plan.firstDay, 0, 1).end);

type Words = ViewInput["locale"]["messages"]["papers"]["decision"];

/** @param unserved how many of the missing duties no step of the plan answers. */
function consequenceOf(way: "nothing" | "duties" | "all", missing: number, unserved: number, { consequences }: Words): string {
  if (way === "nothing") return missing > 0 ? consequences.dutiesOpen(missing) : consequences.allStays;
  if (way === "duties")
    return missing === 0 ? consequences.noDuties : unserved > 0 ? consequences.onlyDutiesBut(unserved) : consequences.onlyDuties;
  return consequences.all;
}
