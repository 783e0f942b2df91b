import type { Organisation } from "../assessment/assessment";
import type { Track } from "../vocabulary";
import type { Contact, Funding } from "./funding";

/** What the day of the report makes of a programme's status. */
export type FundingState = "open" | "ends-soon" | "opens" | "unclear";
export type FittingFunding = { programme: Funding; state: FundingState };

/** A programme that ends within so many days says so. */
const soonDays = 60;

/**
 * The programmes that this organisation may use, as the day finds them: never ended ones, and only where track, Land,
 * size, sector and ownership fit. What the organisation has not told excludes nothing but another Land's money.
 * @param day ISO date.
 */
export function findFunding(programmes: readonly Funding[], track: Track, organisation: Organisation, day: string): FittingFunding[] {
  return programmes.flatMap((programme) => {
    const state = fits(programme, track, organisation) ? fundingStateOn(programme, day) : null;
    return state ? [{ programme, state }] : [];
  });
}

function fits(programme: Funding, track: Track, { land, sizeClass, sector, ownership }: Organisation): boolean {
  return (
    programme.tracks.includes(track) &&
    // Without a Land, the programmes of all Länder would be noise: only those of the Bund and the EU are left.
    (programme.laender.length === 0 || (land !== undefined && programme.laender.includes(land))) &&
    allows(programme.sizeClasses, sizeClass) &&
    allows(programme.sectors, sector) &&
    !(programme.ownership === "private-majority" && ownership === "public")
  );
}

/** What is empty allows all; what nobody has told excludes nothing. */
const allows = <T>(list: readonly T[], own: T | undefined) => list.length === 0 || own === undefined || list.includes(own);

/** @returns null where the programme is over. */
export function fundingStateOn(
  { status, opensOn, endsOn }: Pick<Funding, "status" | "opensOn" | "endsOn">,
  day: string,
): FundingState | null {
  const last = endsOn && lastDayOf(endsOn);
  if (status === "ended" || (last && last < day)) return null;
  if (status === "unclear" || status === "paused") return "unclear";
  if (opensOn ? firstDayOf(opensOn) > day : status === "opens") return "opens";
  return last && last <= addDays(day, soonDays) ? "ends-soon" : "open";
}

/** Those of the respondent's track, Land and, where it is known, sector who are still there on the day, the confirmed ones first. */
export function findContacts(contacts: readonly Contact[], track: Track, { land, sector }: Organisation, day: string): Contact[] {
  return contacts
    .filter(
      (contact) =>
        contact.tracks.includes(track) &&
        (contact.laender.length === 0 || (land !== undefined && contact.laender.includes(land))) &&
        allows(contact.sectors ?? [], sector) &&
        !(contact.endsOn && lastDayOf(contact.endsOn) < day),
    )
    .toSorted((a, b) => Number(b.confirmed) - Number(a.confirmed) || Number(b.laender.length > 0) - Number(a.laender.length > 0));
}

/** More than these nobody rings. */
const mostHelpers = 3;

/**
 * Whom an initiative names, nearest first: of the own Land and confirmed, then of every Land, then those who end soon or whose
 * name is not confirmed. Who helps everywhere is left out where two nearer ones stay.
 * @param found those who fit, see `findContacts`. @param ids as the initiative names them.
 */
export function nearestHelpers(found: readonly Contact[], ids: readonly string[], day: string): Contact[] {
  const named = ids.flatMap((id) => found.find((contact) => contact.id === id) ?? []);
  const isSure = ({ confirmed, endsOn }: Contact) => confirmed && (!endsOn || lastDayOf(endsOn) > addDays(day, soonDays));
  const near = named.filter((contact) => isSure(contact) && contact.laender.length > 0);
  const everywhere = named.filter((contact) => isSure(contact) && contact.laender.length === 0);
  const rest = near.length < 2 ? [...everywhere, ...named.filter((contact) => !isSure(contact))] : [];
  return [...near, ...rest].slice(0, mostHelpers);
}

const firstDayOf = (date: string) => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);

/** "2026" ends with its last day; a month with the 31st, which no shorter month has a day after. */
const lastDayOf = (date: string) => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
