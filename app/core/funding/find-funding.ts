import type { Organisation } from "../assessment/assessment";
import type { Standings } from "../assessment/standing";
import { daysAfter, isOver, lastDayOf } from "../day";
import type { Land, Track } from "../vocabulary";
import type { Contact, Funding } from "./funding";

/** What the day of the report makes of a programme's status. */
export type FundingState = "open" | "ends-soon" | "opens" | "unclear";
/** Whether one can apply today. */
export const isUsable = (state: FundingState): boolean => state === "open" || state === "ends-soon";
export type FittingFunding = { programme: Funding; state: FundingState };

/** A programme that ends within so many days says so. */
const soonDays = 60;

/**
 * The programmes that this organisation may use, as the day finds them: never ended ones, and only where track, Land,
 * size, sector and ownership fit, and what it needs is there. What the organisation has not told excludes nothing but another Land's money.
 * In the given order, but last what is doubtful for the sector.
 * @param day ISO date. @param standings of the items, as far as there are answers.
 */
export function findFunding(
  programmes: readonly Funding[],
  track: Track,
  organisation: Organisation,
  day: string,
  standings: Standings = new Map(),
): FittingFunding[] {
  const isDoubtful = ({ programme }: FittingFunding) => programme.doubtfulFor.some((one) => one === organisation.sector);
  return programmes
    .flatMap((programme) => {
      const isThere = !programme.applies || standings.get(programme.applies) !== "na";
      const state = isThere && fits(programme, track, organisation) ? fundingStateOn(programme, day) : null;
      return state ? [{ programme, state }] : [];
    })
    .toSorted((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)));
}

function fits(programme: Funding, track: Track, organisation: Organisation): boolean {
  const { land, sizeClass, sector } = organisation;
  return (
    programme.tracks.includes(track) &&
    isIn(programme.laender, land) &&
    allows(programme.sizeClasses, sizeClass) &&
    allows(programme.sectors, sector) &&
    !programme.closedTo.some((one) => one === sector) &&
    !isClosed(programme, organisation)
  );
}

/** Whether it is not for companies in public ownership, or not for non-profit ones, and this is one. */
const isClosed = (
  it: Pick<Contact, "onlyForProfit"> & { ownership?: Funding["ownership"] | undefined },
  { name, ownership }: Organisation,
) => (it.ownership === "private-majority" && ownership === "public") || (it.onlyForProfit === true && isNonProfit(name ?? ""));

/** Whether the name says that this is a non-profit company, since nobody is asked: "Bildungswerk Beispiel gGmbH" (§ 4 GmbHG). */
const isNonProfit = (name: string): boolean => /(^|\s)g(GmbH|UG|AG)(\s|$)|gemeinnützig/u.test(name);

/** What is empty allows all; what nobody has told excludes nothing. */
const allows = <T>(list: readonly T[], own: T | undefined) => list.length === 0 || own === undefined || list.includes(own);

/** Without a Land, what all Länder offer would be noise: only what the Bund and the EU offer is left. */
const isIn = (laender: readonly Land[], land: Land | undefined) => laender.length === 0 || laender.some((one) => one === land);

/** @returns null where the programme is over. */
export function fundingStateOn(
  { status, opensOn, endsOn }: Pick<Funding, "status" | "opensOn" | "endsOn">,
  day: string,
): FundingState | null {
  if (status === "ended" || isOver(endsOn, day)) return null;
  if (status === "unclear" || status === "paused") return "unclear";
  // As text, a month or a year comes before each of its days.
  if (opensOn ? opensOn > day : status === "opens") return "opens";
  return endsSoon({ endsOn }, day) ? "ends-soon" : "open";
}

/** Whether the name says that this is a district, since nobody is asked: "Landkreis Beispiel", "Märkischer Kreis", "Region Beispiel". */
export const isDistrict = (name: string): boolean =>
  /^((?!arbeits|gesprächs)\S*kreis|\S+er kreis|kreisverwaltung|landratsamt|(städte)?region)(\s|$)/iu.test(name.trim());

/**
 * Those of the respondent's track, Land and, where they are known, size, sector and ownership who are still there on the day, those
 * first who are confirmed and stay, under the name that they have for the sector; for a district nobody who is there for towns only, and the other way round where there is a name.
 */
export function findContacts(contacts: readonly Contact[], track: Track, organisation: Organisation, day: string): Contact[] {
  const { name, land, sizeClass, sector } = organisation;
  return contacts
    .filter(
      (contact) =>
        contact.tracks.includes(track) &&
        isIn(contact.laender, land) &&
        allows(contact.sizeClasses ?? [], sizeClass) &&
        allows(contact.sectors ?? [], sector) &&
        !isClosed(contact, organisation) &&
        (!name || !contact.only || (contact.only === "districts") === isDistrict(name)) &&
        !isOver(contact.endsOn, day),
    )
    .map((contact) => calledFor(contact, sector))
    .toSorted((a, b) => rankOf(b, day) - rankOf(a, day));
}

function calledFor(contact: Contact, sector: Organisation["sector"]): Contact {
  if (!contact.nameFor || !sector || !contact.nameFor.sectors.includes(sector)) return contact;
  const { sectors: _sectors, ...name } = contact.nameFor;
  return { ...contact, name };
}

/** Whether the name is confirmed and nobody will soon be gone. */
export const isSure = (contact: Contact, day: string) => contact.confirmed && !endsSoon(contact, day);

export const endsSoon = ({ endsOn }: Pick<Contact, "endsOn">, day: string): boolean =>
  endsOn !== null && lastDayOf(endsOn) <= daysAfter(day, soonDays);

/** Staying outweighs being confirmed, and that being near. */
const rankOf = (contact: Contact, day: string) =>
  4 * Number(isSure(contact, day)) + 2 * Number(contact.confirmed) + Number(contact.laender.length > 0);

/** More than these nobody rings. */
const mostHelpers = 3;

/**
 * Whom an initiative names, nearest first: of the own Land and confirmed, then of every Land, then those who end soon or whose
 * name is not confirmed. Who helps everywhere is left out where two nearer ones stay.
 * @param found those who fit, see `findContacts`. @param ids as the initiative names them.
 */
export function nearestHelpers(found: readonly Contact[], ids: readonly string[], day: string): Contact[] {
  const named = ids.flatMap((id) => found.find((contact) => contact.id === id) ?? []);
  const sure = named.filter((contact) => isSure(contact, day));
  const near = sure.filter(({ laender }) => laender.length > 0);
  const everywhere = sure.filter(({ laender }) => laender.length === 0);
  const rest = near.length < 2 ? [...everywhere, ...named.filter((contact) => !isSure(contact, day))] : [];
  return [...near, ...rest].slice(0, mostHelpers);
}
