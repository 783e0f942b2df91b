import type { AppLoadContext } from "@remix-run/node";
import type { MappeHead } from "../../components/mappe/mappe-frame";
import type { PortfolioRow } from "../../core/mappe/portfolio";
import type { Locale } from "../../i18n/index";
import type { MappeMember, OpenMappe } from "../access/held-mappe";

/** What the frame of each page of a Mappe shows. */
export const mappeHead = async ({ id, name, role, count }: OpenMappe): Promise<MappeHead> => ({ id, name, role, count: await count() });

/** Everything in a Mappe, one name each. */
export const mappeMembers = (mappe: OpenMappe, { content, environment }: Pick<AppLoadContext, "content" | "environment">) =>
  mappe.members(content, environment.TIME_ZONE);

/** Of all members those that are shared. */
export const sharedRows = (members: MappeMember[]): PortfolioRow[] => members.flatMap(({ row }) => row ?? []);

/** As people call an organisation. */
export const organisationName = ({ organisation, track }: Pick<PortfolioRow, "organisation" | "track">, { messages }: Locale): string =>
  organisation.name ?? messages.mappe.unnamed(messages.names.tracks[track]);

export const memberName = (member: Pick<MappeMember, "name" | "isWaiting" | "track">, { messages }: Locale): string =>
  member.isWaiting ? messages.mappe.unnamedWaiting : (member.name ?? messages.mappe.unnamed(messages.names.tracks[member.track]));
