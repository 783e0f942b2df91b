import type { Content } from "../core/content";
import { isOver } from "../core/day";
import { entryOf } from "../core/entry-of";
import { endsSoon, nearestHelpers, type FittingFunding } from "../core/funding/find-funding";
import type { Initiative, Range } from "../core/initiatives/initiative";
import { rangeFor, type When } from "../core/initiatives/middle";
import type { LiftedItem, ListEntry } from "../core/initiatives/order";
import { plannedSteps } from "../core/planned-steps";
import type { SizeClass, Track } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import { citeFinding, citeLaw, citeSource } from "./citations";
import { fundingView } from "./funding";
import { numbered, type Names, type ViewInput } from "./view-input";

export type InitiativeView = ReturnType<typeof initiativeView>;
export type EntryView = ReturnType<typeof entryView>;

/** An initiative in words; cost and effort for the size class, or the mean over those of the track where it is not known. */
export function initiativeView(initiative: Initiative, track: Track, sizeClass: SizeClass | null, content: Content, locale: Locale) {
  const { messages, translate, euros, span, personDays, language } = locale;
  const { result, names } = messages;
  const questionnaire = content.questionnaires[track];
  const cost = (when: When) => rangeFor(initiative.costEuro, when, track, sizeClass);
  const effort = (when: When) => rangeFor(initiative.effortPersonDays, when, track, sizeClass);
  const isSomething = ([, high]: Range) => high > 0;
  const whole = ([low, high]: Range): [number, number] => [Math.round(low), Math.round(high)];
  const yearly = [
    ...(isSomething(cost("yearly")) ? [euros(...whole(cost("yearly")))] : []),
    ...(isSomething(effort("yearly")) ? [personDays(...effort("yearly"))] : []),
  ];
  return {
    id: initiative.id,
    kind: initiative.kind,
    kindName: result.kinds[initiative.kind],
    dimension: initiative.dimension,
    dimensionName: questionnaire.text[language].dimensions[initiative.dimension]?.name ?? "",
    title: translate(initiative.title),
    summary: translate(initiative.summary),
    /** Ranges in euros and person-days. */
    values: { cost: cost("once"), yearly: cost("yearly"), effort: effort("once"), yearlyEffort: effort("yearly") },
    cost: euros(...whole(cost("once"))),
    /** Whether it may take any money, at once or every year. */
    isPaid: isSomething(cost("once")) || isSomething(cost("yearly")),
    effort: personDays(...effort("once")),
    yearly: yearly.length > 0 ? `${result.list.yearly} ${yearly.join(", ")}` : null,
    duration: `${span(...initiative.durationMonths)} ${names.months}`,
    estimateBasis: translate(initiative.estimateBasis),
    owner: translate(initiative.owner),
    firstHalfHour: translate(initiative.firstHalfHour),
    firstSteps: initiative.firstSteps[language],
    brings: initiative.brings.map(({ kind, text, basis }) => ({
      kind: result.brings[kind],
      text: translate(text),
      basis: translate(basis),
    })),
    success: translate(initiative.success),
    risks: initiative.risks[language],
    requires: initiative.requires.initiatives.map((id) => ({ id, title: translate(entryOf(content.initiatives, id).title) })),
    duties: initiative.duties.map((id) => ({ id, title: translate(entryOf(content.duties, id).title) })),
    law: initiative.law.map((id) => citeLaw(id, content, locale)),
    references: initiative.references.map((reference) => ({
      place: placeText(reference, locale),
      size: reference.size && translate(reference.size),
      state: result.list.referenceStates[reference.state],
      since: reference.since && locale.date(reference.since),
      what: [reference.what, reference.price, reference.result].flatMap((text) => (text ? asSentence(translate(text)) : [])).join(" "),
      source: citeSource(reference.source, content, locale),
    })),
    findings: initiative.findings.map((id) => citeFinding(id, content, locale)),
    sources: initiative.sources.map((source) => citeSource(source, content, locale)),
  };
}

/** Where something has been done. */
export const placeText = ({ place }: Initiative["references"][number], { translate }: Locale): string =>
  typeof place === "string" ? place : translate(place);

/** A few words, such as a price, as what stands between sentences. */
const asSentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");

/**
 * An entry of the list at its place, with who pays and who helps for free.
 * @param start ISO day on which it begins in the plan: who is gone by then neither pays nor helps.
 */
export function entryView(entry: ListEntry, { report, content, locale }: Omit<ViewInput, "added">, names: Names, start = report.date) {
  const { messages, translate, points, percent } = locale;
  const { list: words } = messages.result;
  const { initiative, rise, lifts, prerequisiteFor, duties } = entry;
  const open = lifts.filter((lift) => lift.open).map(({ item }) => numbered(names, item, locale));
  const share = report.stability.find(({ id }) => id === initiative.id)?.share ?? 0;
  const paying = report.funding.filter(
    // Free advice and free tools help, but pay for nothing.
    ({ programme: { id, kind, endsOn } }) => initiative.funding.includes(id) && kind !== "service" && !isOver(endsOn, start),
  );
  const reachable = report.contacts.filter(({ endsOn }) => !isOver(endsOn, start));
  const helping = nearestHelpers(reachable, initiative.contacts, report.date);
  const view = initiativeView(initiative, report.track, report.organisation.sizeClass ?? null, content, locale);
  const isForOthers = (id: string) => report.duties.some(({ duty, state }) => duty.id === id && state === "does-not-apply");
  return {
    ...view,
    duties: view.duties.filter(({ id }) => !isForOthers(id)),
    rise: rise <= 1e-9 ? words.noRise : (open.length > 0 ? words.riseUpTo : words.rise)(points(rise)),
    riseValue: rise,
    why: lifts.map((lift) => liftText(lift, names, messages)),
    clarifyFirst: open.length > 0 ? words.clarifyFirst(locale.names(open)) : null,
    prerequisiteFor: prerequisiteFor && words.prerequisiteFor(names.initiative(prerequisiteFor)),
    answersDuties: duties.map((id) => translate(entryOf(content.duties, id).title)),
    stability: share >= shownStability ? words.stability(percent(share)) : null,
    lifted: [...new Set(lifts.flatMap(({ item }) => report.items.filter(({ id }) => id === item).map(({ dimension }) => dimension)))],
    funding: paying.map((programme: FittingFunding) => fundingView(programme, content, locale, report)),
    help: (helping.length > 0 ? helping : reachable.slice(0, 1)).map((contact) => ({
      name: translate(contact.name),
      phone: contact.phone,
      url: contact.url,
      ends: contact.endsOn && endsSoon(contact, report.date) ? messages.result.funding.endsOn(locale.date(contact.endsOn)) : null,
    })),
  };
}

/** A share below this says nothing worth printing beside an initiative. */
const shownStability = 0.05;

function liftText({ item, from, to, open }: LiftedItem, names: Names, { result }: Locale["messages"]): string {
  const [{ short }, number] = [names.item(item), names.number(item)];
  return open ? result.list.liftsOpen(short, number, to) : result.list.lifts(short, number, from, to);
}

/** Of those that do the same, so many are named; the others are counted. */
const toldOthers = 2;

/** The whole list, with what could be done instead and what has to wait, but for what the plan has of these. */
export function listView(input: Omit<ViewInput, "added">, names: Names) {
  const { report, locale } = input;
  const { messages, translate, list } = locale;
  const { list: words } = messages.result;
  const namedOf = (titles: string[]) =>
    titles.length <= toldOthers + 1 ? titles : [...titles.slice(0, toldOthers), words.moreOthers(titles.length - toldOthers)];
  const planned = plannedSteps(report).map(({ id }) => id);
  const isUnplanned = ({ initiative }: { initiative: Initiative }) => !planned.includes(initiative.id);
  return {
    entries: report.list.entries.map((entry) => entryView(entry, input, names)),
    instead: report.list.instead.filter(isUnplanned).map(({ initiative, by }) => ({
      id: initiative.id,
      title: translate(initiative.title),
      text: words.insteadOf(list(namedOf(by.map((id) => messages.names.quoted(names.initiative(id)))))),
    })),
    later: report.list.later.filter(isUnplanned).map(({ initiative, stages, items, initiatives }) => ({
      id: initiative.id,
      title: translate(initiative.title),
      text: list([
        ...stages.map(({ dimension, stage }) => words.needsStage(names.dimension(dimension).name, stage)),
        ...items.map(({ item, level }) => words.needsItem(numbered(names, item, locale), level)),
        ...initiatives.map((id) => messages.names.quoted(names.initiative(id))),
      ]),
    })),
  };
}
