import type { AppLoadContext } from "@remix-run/node";
import type { MappeHead } from "../../components/mappe/mappe-frame";
import { distinctNames, type Named } from "../../core/mappe/distinct-names";
import type { PortfolioRow } from "../../core/mappe/portfolio";
import type { Locale } from "../../i18n/index";
import { nameOrKind, organisationName } from "../../views/organisation-name";
import type { BatchItem } from "../../../db/batches";
import type { MappeMember, OpenMappe } from "../access/held-mappe";

/** What the frame of each page of a Mappe shows. */
export const mappeHead = async ({ id, name, role, count }: OpenMappe): Promise<MappeHead> => ({ id, name, role, count: await count() });

/** Everything in a Mappe, one name each. */
export const mappeMembers = (mappe: OpenMappe, { content, environment }: Pick<AppLoadContext, "content" | "environment">) =>
  mappe.members(content, environment.TIME_ZONE);

/** Of all members those that are shared. */
export const sharedRows = (members: MappeMember[]): PortfolioRow[] => members.flatMap(({ row }) => row ?? []);

/** As people call each in a Mappe, by id: those of one name with what tells them apart. */
export function memberNames(members: readonly MappeMember[], locale: Locale): ReadonlyMap<string, string> {
  const called = members.map((member) => ({
    name: member.isWaiting ? locale.messages.mappe.unnamedWaiting : nameOrKind(member, locale),
    marks: marksOf({ ...member, organisation: member.row?.organisation ?? {} }, locale),
  }));
  return byId(members, called);
}

/** The same of those of a batch. */
export function itemNames(items: readonly BatchItem[], locale: Locale): ReadonlyMap<string, string> {
  const called = items.map((item) => ({ name: organisationName(item, locale), marks: marksOf(item, locale) }));
  return byId(items.map(({ assessmentId }) => ({ id: assessmentId })), called); // prettier-ignore
}

const byId = (all: readonly { id: string }[], called: readonly Named[]) =>
  new Map(distinctNames(called).map((name, index) => [all[index]?.id ?? "", name]));

type Marked = Pick<BatchItem, "clientKey" | "organisation" | "track">;

const marksOf = ({ clientKey, organisation: { land, sizeClass }, track }: Marked, { messages: { names } }: Locale) => [
  clientKey,
  land ? names.laender[land] : null,
  sizeClass ? names.sizeClasses[sizeClass] : null,
  names.tracks[track],
];
