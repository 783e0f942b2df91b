import { entryOf } from "../core/entry-of";
import { askedFacts, inOrderOfConcern, isDue, type ApplicableDuty, type DutyState, type OpenFact } from "../core/duties/find-duties";
import { daysOf } from "../core/plan/days";
import type { PlannedStep } from "../core/plan/plan";
import type { Report } from "../core/report";
import { plannedSteps } from "../core/planned-steps";
import { citeLaw, lawAsOf } from "./citations";
import type { Locale } from "../i18n/index";
import { landText } from "./land-text";
import { numbered, type Names, type ViewInput } from "./view-input";

export type DutyView = ReturnType<typeof dutyView>;
const shown = ["now", "from-date", "to-clarify", "as-soon-as", "does-not-apply"] as const satisfies DutyState[];

/** The duties in groups, those that bind now first; what does not apply is left out, unless somebody has said so. */
export function dutiesView(input: ViewInput, names: Names) {
  const { report, content, locale } = input;
  const groups = shown.map((state) => ({
    state,
    title: locale.messages.result.duties.groups[state],
    duties: ofState(report, state).map((duty) => dutyView(duty, input, names)),
  }));
  return {
    groups: groups.filter(({ duties }) => duties.length > 0),
    none: noDutyText(report, locale),
    /** How many facts are still to be told, and whether any was. */
    facts: { open: openFacts(report.duties, report.date), isAnyTold: report.duties.some(({ told }) => told.length > 0) },
    date: locale.messages.result.duties.lawDate(locale.date(lawAsOf(content, report.date))),
  };
}

/** Those of one state, as they are told. */
export const dutiesIn = ({ groups }: ReturnType<typeof dutiesView>, state: DutyState): DutyView[] =>
  groups.find((group) => group.state === state)?.duties ?? [];

/** That none binds now, or that nobody knows it yet; null where one does. */
export function noDutyText(report: Pick<Report, "duties" | "date">, { messages }: Locale): string | null {
  const count = (state: DutyState) => ofState(report, state).length;
  return count("now") > 0 ? null : messages.result.duties.none(count("to-clarify"));
}

function ofState({ duties, date }: Pick<Report, "duties" | "date">, state: DutyState): ApplicableDuty[] {
  const own = duties.filter((duty) => duty.state === state && (state !== "does-not-apply" || isDenied(duty)));
  return state === "now" || state === "to-clarify" ? inOrderOfConcern(own, date) : own;
}

/** Whether somebody has said that something is not so which it depends on. */
const isDenied = ({ told }: ApplicableDuty) => told.some(({ holds }) => !holds);

/** How many facts somebody would still have to tell. */
export const openFacts = (duties: readonly ApplicableDuty[], day: string): number =>
  askedFacts(duties, day).filter(({ holds }) => holds === null).length;

function dutyView(applicable: ApplicableDuty, { report, added, content, locale }: ViewInput, names: Names) {
  const { messages, translate, date } = locale;
  const { duties } = messages.result;
  const { duty, state, fulfilment } = applicable;
  const answering = content.initiatives.filter((one) => one.duties.includes(duty.id) && one.tracks.includes(report.track));
  const planned = plannedSteps(report).find(({ id }) => answering.some((one) => one.id === id));
  const step = planned && added.steps.get(planned.id);
  const endOf = ({ start, quarters }: PlannedStep) => daysOf(report.plan.firstDay, start, quarters).end;
  return {
    id: duty.id,
    title: translate(duty.title),
    what: translate(duty.what),
    state: duties.states[state],
    norm: citeLaw(duty.law[0] ?? "", content, locale),
    /** Those in force on the day. */
    law: duty.law.filter((id) => (entryOf(content.law, id).appliesFrom ?? "") <= report.date).map((id) => citeLaw(id, content, locale)),
    since:
      duty.appliesFrom && (duty.appliesFrom > report.date ? duties.from(date(duty.appliesFrom)) : duties.since(date(duty.appliesFrom))),
    why: whyText(applicable, report, names, locale),
    fulfilment: duties.fulfilments[fulfilment],
    isMissing: isDue(applicable),
    isUnasked: state === "now" && fulfilment === "not-asked",
    owner: step?.owner || translate(duty.owner),
    /** What binds already is due at once, whenever the plan will be through with it. */
    until: isDue(applicable) ? (step?.due ? date(step.due) : planned ? duties.atOnceInPlan(date(endOf(planned))) : duties.atOnce) : null,
    /** ISO day; null: at once, or never. */
    untilDay: isDue(applicable) ? step?.due || null : null,
    caveat: duty.caveat && landText(duty.caveat, report.organisation.land, locale),
    initiatives: answering.map(({ id }) => ({ id, title: translate(entryOf(content.initiatives, id).title) })),
  };
}

function whyText(
  { state, because, becauseOfUse, asSoonAs, open, told }: ApplicableDuty,
  { aiUse, items }: Pick<Report, "aiUse" | "items">,
  names: Names,
  locale: ViewInput["locale"],
): string {
  const { messages, translate, list } = locale;
  const { duties, aiUse: use } = messages.result;
  if (state === "as-soon-as") return asSoonAs.map(translate).join("; ");
  if (state === "to-clarify") return open.map((fact) => factText(fact, items, names, locale)).join(" ");
  if (state === "does-not-apply")
    return told
      .filter(({ holds }) => !holds)
      .map(({ ask }) => duties.becauseDenied(translate(ask)))
      .join(" ");
  const isTold = told.some(({ holds }) => holds);
  const reasons = [
    ...(becauseOfUse && !isTold ? [duties.becauseOfUse(use.choices[aiUse])] : []),
    ...(because.length > 0
      ? [duties.becauseOfAnswers(list(because.map((item) => messages.names.quoted(numbered(names, item, locale)))))]
      : []),
    ...(isTold ? [duties.becauseTold] : []),
  ];
  return reasons.length > 0 ? reasons.join("; ") : duties.becauseOfKind;
}

function factText(fact: OpenFact, items: Report["items"], names: Names, { messages, translate }: ViewInput["locale"]): string {
  const { duties } = messages.result;
  if ("item" in fact) {
    const isAsked = items.some(({ id }) => id === fact.item);
    return (isAsked ? duties.clarifyItem : duties.clarifyInFull)(names.item(fact.item).question);
  }
  return "profile" in fact ? duties.clarifyProfile[fact.profile] : translate(fact.ask);
}
