import { mayShareOffices } from "../core/assessment/shared-offices";
import { daysOf } from "../core/plan/days";
import { waysOf } from "../core/plan/ways";
import { budgetedYears } from "../core/plan/yearly";
import type { DutyView } from "./duties";
import type { PlannedView } from "./plan";
import type { ViewInput } from "./view-input";

export type DecisionView = NonNullable<ReturnType<typeof decisionView>>;

/** What there is to decide, from the one plan; null where there is none, it is empty, or nothing is answered that it could follow from. */
export function decisionView({ report, locale }: ViewInput, planned: PlannedView | null, now: DutyView[]) {
  const { plan } = report;
  if (plan.status !== "planned" || !planned || plan.steps.length === 0) return null;
  const { messages, euros, span, personDays, date, score } = locale;
  const { decision } = messages.papers;
  const money = (value: number) => euros(Math.round(value), Math.round(value));
  // Where there is more time than the plan needs, it is done when its last step is.
  const { length: quarters } = planned.quarters;
  const end = daysOf(plan.firstDay, 0, quarters).end;
  const half = daysOf(plan.firstDay, 0, Math.ceil(quarters / 2)).end;
  const afterwards = daysOf(plan.firstDay, plan.limits.quarters, 1).start;
  const funded = budgetedYears(plan.yearly).filter(({ onceEuro, runningEuro }) => onceEuro + runningEuro > 0);
  const unclear = unclearDuties(report);
  const missingDuties = now.filter(({ isMissing }) => isMissing).length;
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
    personDays: span(...twice(Math.round(plan.personDays))),
    effort: personDays(...twice(Math.round(plan.personDays))),
    yearly: planned.values.runningEuro > 0 ? money(planned.values.runningEuro) : "–",
    /** Whose offices do what is named, where a municipality may have none of its own. */
    offices: mayShareOffices(report.organisation) ? decision.offices : null,
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
      personDays: span(...twice(Math.round(way.personDays))),
      score: score(way.score),
      consequence: consequenceOf(way.id, missingDuties, decision),
    })),
    /** Today's level and that at the end, if all of it is done. */
    rise: [ways.at(0), ways.at(-1)].map((way) => score(way?.score ?? 0)).join(" → "),
  };
}

/** What there is to decide where the limits that are set allow no plan. @param missing what they lack; null where there is nobody to lack it. */
export function pointsWithoutPlan({ report, locale }: ViewInput, missing: string[] | null, now: DutyView[]): DecisionPoint[] {
  if (!missing) return [];
  const { decision } = locale.messages.papers;
  const text = decision.limitsText(decision.reporting[report.track], firstEnd(report, locale), missing.join(" "));
  return [{ title: decision.limitsTitle, text }, ...dutiesAndQuestions(report, now, locale)];
}

type DecisionPoint = { title: string; text: string };

/** What costs nothing to decide: that duties are met, and that what nobody knows is found out before money is spent, which it may change. */
function dutiesAndQuestions(report: ViewInput["report"], now: DutyView[], locale: ViewInput["locale"]): DecisionPoint[] {
  const { list } = locale;
  const { decision } = locale.messages.papers;
  const duties = now.filter(({ isMissing }) => isMissing).map(({ title }) => decision.quoted(title));
  const open = report.items.filter(({ level }) => level === null).length;
  const unclear = unclearDuties(report);
  const unsettled = [...(open > 0 ? [decision.openQuestions(open)] : []), ...(unclear > 0 ? [decision.unclearDuties(unclear)] : [])];
  return [
    ...(duties.length > 0 ? [{ title: decision.dutiesTitle, text: decision.dutiesText(list(duties), duties.length) }] : []),
    ...(unsettled.length > 0 ? [{ title: decision.openTitle, text: decision.openText(list(unsettled), firstEnd(report, locale)) }] : []),
  ];
}

const unclearDuties = ({ duties }: ViewInput["report"]) => duties.filter(({ state }) => state === "to-clarify").length;
const firstEnd = ({ plan }: ViewInput["report"], { date }: ViewInput["locale"]) => date(daysOf(plan.firstDay, 0, 1).end);
const twice = (value: number): [number, number] => [value, value];

type Words = ViewInput["locale"]["messages"]["papers"]["decision"];

function consequenceOf(way: "nothing" | "duties" | "all", missingDuties: number, { consequences }: Words): string {
  if (way === "nothing") return missingDuties > 0 ? consequences.dutiesOpen(missingDuties) : consequences.allStays;
  if (way === "duties") return missingDuties > 0 ? consequences.onlyDuties : consequences.noDuties;
  return consequences.all;
}
