import type { Content } from "../core/content";
import { isSure, isUsable, type FittingFunding } from "../core/funding/find-funding";
import { entryOf } from "../core/entry-of";
import type { Contact } from "../core/funding/funding";
import type { LandText } from "../core/land-text";
import { plannedSteps } from "../core/planned-steps";
import type { Locale } from "../i18n/index";
import { citeSource } from "./citations";
import { landText } from "./land-text";
import type { Names, ViewInput } from "./view-input";

export type FundingView = ReturnType<typeof fundingView>;
export type ContactView = ReturnType<typeof contactView>;

/**
 * A programme in words, as the day of the report finds it.
 * @param report whose it is: of those one asks there, those of one's size, sector and Land are named, or all where nobody is, and of
 *   the rules only those of one's Land; null: a page for everybody.
 */
export function fundingView(
  { programme, state }: FittingFunding,
  content: Content,
  locale: Locale,
  report: Pick<ViewInput["report"], "contacts" | "organisation"> | null,
) {
  const own = programme.contacts.filter((id) => report?.contacts.some((contact) => contact.id === id));
  const { messages, translate, date, href } = locale;
  const { funding } = messages.result;
  const inLand = (text: LandText) => landText(text, report ? report.organisation.land : "every", locale);
  const when =
    state === "opens" && programme.opensOn ? funding.fromDay(date(programme.opensOn))
    : programme.endsOn && state !== "unclear" ? funding.until(date(programme.endsOn))
    : null; // prettier-ignore
  return {
    id: programme.id,
    name: translate(programme.name),
    funder: translate(programme.funder),
    kind: messages.funding.kinds[programme.kind],
    state: funding.states[state],
    isUsable: isUsable(state),
    when,
    endsSoon: state === "ends-soon",
    purpose: translate(programme.purpose),
    notPaidFor: programme.notPaidFor && inLand(programme.notPaidFor),
    amount: inLand(programme.amount),
    statusNote: inLand(programme.statusNote),
    contacts: (own.length > 0 ? own : programme.contacts).map((id) => contactView(entryOf(content.contacts, id), locale)),
    asOf: messages.names.asOf(date(programme.asOf)),
    href: href(`/funding#${programme.id}`),
    sources: programme.sources.map((source) => citeSource(source, content, locale)),
  };
}

export function contactView(contact: Contact, { messages, translate, date }: Locale) {
  const { funding } = messages.result;
  return {
    id: contact.id,
    name: translate(contact.name),
    offers: translate(contact.offers),
    phone: contact.phone,
    email: contact.email,
    url: contact.url,
    remark: [
      ...(contact.endsOn ? [funding.endsOn(date(contact.endsOn))] : []),
      ...(contact.confirmed ? [] : [funding.unconfirmed]),
      messages.names.asOf(date(contact.asOf)),
    ].join(", "),
  };
}

/** "Ihr Geld auf einen Blick": what is open, what it could pay for in the plan, who advises for free. */
export function moneyView({ report, content, locale }: Omit<ViewInput, "added">, names: Names) {
  const { messages, euros, list } = locale;
  const { funding: words } = messages.result;
  const { land, ownership, sizeClass } = report.organisation;
  const hints = [
    ...(land ? [] : [words.withoutLand]),
    ...(ownership === "public" ? [words.publicOwner] : []),
    // The largest class that is asked about: who has more people than it says stands in it, too.
    ...(sizeClass === "employees-50-249" ? [words.largestSize] : []),
  ];
  const all = report.funding.map((fitting) => fundingView(fitting, content, locale, report));
  const grants = report.grants.map(({ programme, steps, euro }) => ({
    id: programme,
    name: locale.translate(entryOf(content.funding, programme).name),
    text: words.couldPay(euros(euro), list(steps.map((id) => names.initiative(id)))),
    euro,
  }));
  const total = grants.reduce((sum, { euro }) => sum + euro, 0);
  const cost = Math.round(plannedSteps(report).reduce((sum, { costEuro }) => sum + costEuro, 0));
  const useful = new Set(report.list.entries.flatMap(({ initiative }) => initiative.funding));
  const relevant = (view: FundingView) => useful.has(view.id);
  const isLoan = ({ id }: FundingView) => entryOf(content.funding, id).kind === "loan";
  // Nobody borrows for what costs little before they have asked who gives.
  const rankOf = (view: FundingView) => 2 * Number(isLoan(view)) + Number(!relevant(view));
  const open = all.filter(({ isUsable }) => isUsable).toSorted((a, b) => rankOf(a) - rankOf(b));
  return {
    open,
    later: all.filter((_, index) => report.funding[index]?.state === "opens"),
    unclear: all.filter((_, index) => report.funding[index]?.state === "unclear"),
    grants,
    /** Whether the plan asks for money. */
    isNeeded: cost > 0,
    total:
      grants.length > 0 ? words.total(euros(total), euros(cost))
      : cost > 0 && open.length > 0 ? words.noGrant
      : null, // prettier-ignore
    contacts: mostNamed(report, content).map((contact) => contactView(contact, locale)),
    hint: hints.join(" ") || null,
  };
}

/** Of those who are sure to help, those first whom steps of the plan name: the near ones, then whom most of them name. */
function mostNamed(report: ViewInput["report"], content: Content): Contact[] {
  const { contacts, date } = report;
  const named = plannedSteps(report).flatMap(({ id }) => entryOf(content.initiatives, id).contacts);
  const rankOf = (contact: Contact) => {
    const count = named.filter((id) => id === contact.id).length;
    if (!isSure(contact, date)) return -1;
    return count > 0 && contact.laender.length > 0 ? count + named.length : count;
  };
  return contacts.toSorted((a, b) => rankOf(b) - rankOf(a));
}
