import { answersBindingDuty, answersOpenDuty } from "../core/duties/find-duties";
import { entryOf } from "../core/entry-of";
import { daysOf } from "../core/plan/days";
import type { Frontier } from "../core/plan/frontier";
import { itemsToAnswer } from "../core/plan/items-to-answer";
import { budgetedYears } from "../core/plan/yearly";
import type { LeftOut, NoPlan, Plan, PlannedStep } from "../core/plan/plan";
import { isNothingFitting, isNothingLeft, isPlanOfNobody } from "../core/planned-steps";
import { isNoted, noStep, stepStatuses, type PlanLimits, type PlanStep } from "../core/plan/settings";
import type { Locale, Messages } from "../i18n/index";
import { entryView } from "./initiatives";
import { officesText } from "./offices";
import { missingText } from "./plan-missing";
import { planOfferView } from "./plan-offer";
import { numbered, type Names, type ViewInput } from "./view-input";

export type PlanView = ReturnType<typeof planView>;
export type PlannedView = ReturnType<typeof plannedView>;
export type FrontierView = NonNullable<PlannedView["frontier"]>;
export type StepView = PlannedView["steps"][number];

/** The one plan in words: steps, council's decision, calendar and tables take it from here. */
export function planView(input: ViewInput, names: Names) {
  const { report, added, locale } = input;
  const { plan } = report;
  const { messages } = locale;
  const isNobodys = isPlanOfNobody(report);
  const planned = plan.status === "planned" && !isNobodys ? plannedView(plan, plan.firstDay, input, names) : null;
  const nearest =
    plan.status === "impossible" && !isNobodys && plan.nearest ? plannedView(plan.nearest, plan.firstDay, input, names) : null;
  const steps = planned?.steps ?? [];
  const tracked = [
    ...steps.map(({ id, title, step }) => ({ id, title, ...step, toAnswer: [] })),
    ...[...added.steps]
      .filter(([id, step]) => isNoted(step) && !steps.some((one) => one.id === id) && isKnown(id, input))
      .map(([id, step]) => ({
        ...{ id, title: `${names.initiative(id)} (${whyTracked(step, messages)})`, ...step },
        toAnswer: step.status === "done" ? toAnswer(id, input, names) : [],
      })),
  ];
  return {
    suggested: plan.suggested && !isNobodys && !isNothingLeft(report),
    /** What stands in place of a plan that is nobody's, or of which nothing is left; null: there is one, or what is missing for it. */
    none: isNobodys ? messages.result.nextSteps.none : isNothingLeft(report) ? messages.result.nextSteps.noneLeft : null,
    /** That the limits of somebody hold nothing; null where they hold something. */
    empty: isNothingFitting(report) ? nothingFitsText(input, names) : null,
    limits: plan.limits,
    frame: frameText(plan.limits, input),
    /** The limits that are set now: those of the plan, unless it was taken under others. */
    setFrame: frameText(plan.offer?.plan.limits ?? plan.limits, input),
    offer: planOfferView(input, names),
    planned,
    /** Whose departments do what is named, where a municipality may have none of its own. */
    offices: planned && officesText(report, locale),
    nearest,
    /** What the press that takes the nearest plan changes; null: there is none to take. */
    nearestSets: nearest && plan.status === "impossible" ? nearestSetsText(plan, input, names) : null,
    impossible: plan.status === "impossible" && !isNobodys ? missingText(plan, locale, names) : null,
    /** What people keep track of: the planned steps, and what they have noted about others that an earlier plan had. */
    tracked,
    /** How many of them are where, in a line. */
    states: statesText(tracked, input),
  };
}

function statesText(tracked: readonly PlanStep[], { locale }: ViewInput): string {
  const { messages, list } = locale;
  const counted = stepStatuses.map((status) => ({ status, count: tracked.filter((step) => step.status === status).length }));
  return `${list(counted.filter(({ count }) => count > 0).map(({ status, count }) => `${count} ${messages.roadmap.statuses[status]}`))}.`;
}

const whyTracked = ({ status }: PlanStep, { roadmap }: Messages) => (status === "done" ? roadmap.statuses.done : roadmap.notPlanned);

/** What is done has left the plan, and offers its items for a new answer. */
function toAnswer(id: string, { report, content, locale }: ViewInput, names: Names) {
  const items = itemsToAnswer(entryOf(content.initiatives, id), report.items);
  return items.map((item) => ({ id: item.id, dimension: item.dimension, text: numbered(names, item.id, locale) }));
}

const isKnown = (id: string, { content }: ViewInput) => content.initiatives.some((one) => one.id === id);

function frameText({ budgetEuro, personDaysPerQuarter, quarters, cautious = false }: PlanLimits, { locale }: ViewInput): string {
  const { messages, euros, personDays } = locale;
  return messages.document.frame(euros(budgetEuro), personDays(personDaysPerQuarter), messages.roadmap.quartersOf(quarters), cautious);
}

/** That the limits hold nothing, and what comes first all the same. */
function nothingFitsText(input: ViewInput, names: Names): string {
  const { messages } = input.locale;
  const [first] = input.report.list.entries;
  return messages.result.nextSteps.nothingFits(
    frameText(input.report.plan.limits, input),
    first ? messages.names.quoted(names.initiative(first.initiative.id)) : "",
  );
}

function nearestSetsText({ nearest, reasons }: NoPlan, input: ViewInput, names: Names): string {
  const { messages, list, euros, personDays } = input.locale;
  const { roadmap } = messages;
  const { budgetEuro, personDaysPerQuarter, quarters } = nearest.limits;
  const released = reasons.map(({ id }) => messages.names.quoted(names.initiative(id)));
  return [
    roadmap.nearestSets(euros(budgetEuro), personDays(personDaysPerQuarter), roadmap.quartersOf(quarters)),
    ...(released.length > 0 ? [roadmap.nearestReleases(list(released))] : []),
  ].join(" ");
}

function plannedView(plan: Plan, firstDay: string, input: ViewInput, names: Names) {
  const { report, locale } = input;
  const { messages, score, euros, span, date } = locale;
  const { plan: words } = messages.result;
  const money = (value: number) => euros(Math.round(value));
  const rounded = (value: number) => Math.round(value * 10) / 10;
  const days = (value: number) => span(rounded(value));
  const isOpenDuty = (id: string) => answersOpenDuty(report.duties, entryOf(input.content.initiatives, id));
  const unserved = report.duties.filter(({ duty }) => !plan.steps.some(({ duties }) => duties.includes(duty.id)));
  const isBindingDuty = (id: string) => answersBindingDuty(unserved, entryOf(input.content.initiatives, id));
  const reasonText = ({ id, reason }: LeftOut) => {
    const isUseless = useless.includes(reason);
    if (isUseless && isBindingDuty(id)) return messages.roadmap.servesDuty;
    if (isUseless && isOpenDuty(id)) return messages.roadmap.clarifiesDuty;
    // Of a suggestion nobody has set the limits.
    const isTooMuch = reason === "over-budget" || reason === "over-capacity" || reason === "no-room";
    return report.plan.suggested && isTooMuch ? messages.roadmap.beyondSuggestion : messages.roadmap.reasons[reason];
  };
  const isOpen = (id: string) => report.items.some(({ dimension, level }) => dimension === id && level === null);
  const running = plan.steps.reduce((sum, { yearlyEuro }) => sum + yearlyEuro, 0);
  const { end } = daysOf(firstDay, 0, plan.limits.quarters);
  return {
    values: { before: plan.score.before, after: plan.score.after, costEuro: plan.costEuro, runningEuro: running },
    score: words.score(score(plan.score.before), score(plan.score.after)),
    secured:
      plan.securedStage.before === plan.securedStage.after || report.depth === "quick"
        ? null
        : words.secured(String(plan.securedStage.before), String(plan.securedStage.after)),
    used: words.used(money(plan.costEuro), locale.personDays(rounded(plan.personDays))),
    cost: money(plan.costEuro),
    cautious: words.cautious(money(plan.cautiousEuro)),
    running: running > 0 ? words.running(money(running)) : null,
    frame: messages.papers.decision.frame(money(plan.limits.budgetEuro), locale.personDays(plan.limits.personDaysPerQuarter)),
    // Of nothing there is nothing to be said.
    risk: plan.steps.length > 0 ? riskTexts(plan, locale) : [],
    // What was proven of the answers of then says nothing of today's.
    proof:
      report.plan.offer && report.plan.kept ? words.solvedOn(date(report.plan.kept.on)) : proofText(plan, input.frontier ?? null, locale),
    yearTitle: words.year[report.track],
    years: budgetedYears(plan.yearly).map(({ year, onceEuro, runningEuro }) => ({
      // Money for the rest of it is not in its row.
      year: end.startsWith(`${year}`) && !end.endsWith("-12-31") ? words.partOfYear(String(year), locale.shortDate(end)) : String(year),
      once: money(onceEuro),
      running: money(runningEuro),
    })),
    steps: plan.steps.map((step) => stepView(step, firstDay, input, names)),
    // Nine answers carry no value of a topic.
    dimensions: (report.depth === "quick" ? [] : plan.dimensions).map(({ id, before, after }) => ({
      id,
      name: names.dimension(id).name,
      before: isOpen(id) ? messages.result.value.least(score(before)) : score(before),
      after: isOpen(id) ? messages.result.value.least(score(after)) : score(after),
    })),
    // Those after the last step are empty.
    quarters: plan.quarters.slice(0, Math.max(0, ...plan.steps.map(({ start, quarters }) => start + quarters))).map((quarter, index) => ({
      name: messages.roadmap.quarter(index + 1),
      from: date(daysOf(firstDay, index, 1).start),
      initiatives: quarter.initiatives.map(names.initiative),
      personDays: days(quarter.personDays),
    })),
    leftOut: plan.leftOut.map((one) => ({
      id: one.id,
      title: names.initiative(one.id),
      reason: reasonText(one),
      /** It would help, and people could decide for it: with other limits, or by taking it in again. */
      isChoice: choices.includes(one.reason),
    })),
    frontier: frontierView(input.frontier ?? null, plan.limits.cautious ?? false, locale),
  };
}

/** Euros: a sum that leads to a level is an estimate. */
const roundTo = 50;

/** What more money would bring; null where nobody asked, or where money makes no difference. */
function frontierView(frontier: Frontier | null, cautious: boolean, { messages, score, euros }: Locale) {
  if (!frontier || frontier.points.length <= 1) return null;
  const money = (value: number) => euros(Math.round(value));
  const short = frontier.points.findLast((point) => point.score === null);
  const points = frontier.points.flatMap(({ budgetEuro: budget, score: reachable }) =>
    reachable === null
      ? []
      : [{ values: { budget, score: reachable }, budget: money(Math.ceil(budget / roundTo - 1e-9) * roundTo), score: score(reachable) }],
  );
  if (points.length === 0) return null;
  return {
    lead: messages.roadmap.frontierLead(cautious),
    points,
    /** What of them is told in a row: the least money for each level, rounded up. */
    rows: points.filter((point, index) => point.score !== points[index - 1]?.score),
    /** Below which money there is no plan, and why more brings nothing in the end. */
    text: [
      short && messages.roadmap.frontierShort(money(Math.floor(short.budgetEuro / roundTo) * roundTo)),
      messages.result.plan.frontierEnds[frontier.binds],
    ]
      .filter(Boolean)
      .join(" "),
  };
}

const useless: readonly LeftOut["reason"][] = ["no-gain", "not-worth-it", "not-applicable", "not-asked"];
const choices: readonly LeftOut["reason"][] = ["excluded", "over-budget", "over-capacity", "does-not-fit"];

/** How good the plan is within its limits; and what the same money could bring if nothing but points counted, where that is more. */
function proofText({ steps, limits, gap, score: { after } }: Plan, frontier: Frontier | null, { messages, score, points }: Locale): string {
  const { optimal, gap: below, byPoints } = messages.result.plan;
  const affordable = (frontier?.points ?? []).filter(({ budgetEuro }) => budgetEuro <= limits.budgetEuro);
  const most = Math.max(after, ...affordable.map((point) => point.score ?? 0));
  const holds = {
    use: steps.some(({ kind }) => kind === "use"),
    duties: limits.forceDuties && steps.some(({ duties }) => duties.length > 0),
  };
  const isMore = score(most) !== score(after) && (holds.use || holds.duties);
  return [gap < 0.005 ? optimal : below(points(gap)), isMore && byPoints(score(most), holds)].filter(Boolean).join(" ");
}

/** In how many of a hundred cases money and time of the limits are enough; where it is fewer than nine of ten, with how much they would be. */
function riskTexts({ costEuro, risk, limits: { budgetEuro, personDaysPerQuarter } }: Plan, { messages, euros, span }: Locale): string[] {
  const { plan: words } = messages.result;
  const of100 = (share: number) => String(Math.round(100 * share));
  const isSafe = (share: number) => share >= 0.9 - 1e-9;
  const roundUp = (amount: number, step: number) => Math.ceil(amount / step - 1e-9) * step;
  const [money, days] = [euros(budgetEuro), span(personDaysPerQuarter)];
  return [
    costEuro === 0
      ? words.noMoney
      : isSafe(risk.budget)
        ? words.risk(of100(risk.budget), money)
        : words.riskShort(of100(risk.budget), money, euros(roundUp(risk.safeEuro, 100)), risk.budget < 1 / 2),
    isSafe(risk.quarters)
      ? words.riskDays(of100(risk.quarters), days)
      : words.riskDaysShort(of100(risk.quarters), days, span(roundUp(risk.safePersonDays, 1)), risk.quarters < 1 / 2),
  ];
}

function stepView(planned: PlannedStep, firstDay: string, input: ViewInput, names: Names) {
  const { added, content, locale } = input;
  const { messages, translate, points, euros, span, date } = locale;
  const initiative = entryOf(content.initiatives, planned.id);
  const { start, end } = daysOf(firstDay, planned.start, planned.quarters);
  // As it is in the plan: in the list it may stand after what the plan leaves out.
  const { rise, lifts, duties } = planned;
  const entry = { initiative, rise, lifts, prerequisiteFor: planned.prerequisiteFor[0] ?? null, duties };
  const money = (value: number) => euros(Math.round(value));
  const step = added.steps.get(planned.id) ?? noStep;
  const days = Math.round(planned.personDays * 10) / 10;
  return {
    ...entryView(entry, input, names, start),
    quarter: planned.start + 1,
    plannedValues: {
      start: planned.start,
      quarters: planned.quarters,
      costEuro: planned.costEuro,
      yearlyEuro: planned.yearlyEuro,
      personDays: planned.personDays,
    },
    days: { start, end },
    startText: `${messages.roadmap.quarter(planned.start + 1)} (${date(start)})`,
    endText: date(end),
    /** The day that people have set, else the last of its quarters. */
    untilText: date(step.due || end),
    /** The quarters it runs in. */
    span:
      planned.quarters === 1
        ? messages.roadmap.quarter(planned.start + 1)
        : messages.roadmap.quarterSpan(planned.start + 1, planned.start + planned.quarters),
    plannedCost: money(planned.costEuro),
    plannedYearly: planned.yearlyEuro > 0 ? money(planned.yearlyEuro) : null,
    plannedEffort: span(days),
    plannedDays: locale.personDays(days),
    plannedRise: rise <= 1e-9 ? messages.result.list.noRise : messages.result.list.rise(points(rise)),
    canBegin: planned.canBegin,
    isDuty: planned.duties.length > 0,
    neededFor: planned.prerequisiteFor.map((id) => names.initiative(id)),
    /** Whoever people have entered, else the role that usually does it. */
    responsible: step.owner || translate(initiative.owner),
    step,
  };
}
