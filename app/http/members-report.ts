import type { AppLoadContext } from "@remix-run/node";
import { fewestInReport, membersStanding, type MembersStanding, type PublishedRing } from "../core/mappe/members-standing";
import type { RingRule } from "../core/ring/ring";
import type { MappeMember, OpenMappe } from "./mappe-access";
import { mappeMembers, sharedRows } from "./mappe-page";
import { ringContext } from "./ring-page";

type Context = Pick<AppLoadContext, "content" | "environment" | "today">;

export const isEnoughForReport = (members: MappeMember[]): boolean =>
  sharedRows(members).filter(({ summary }) => summary.answered > 0).length >= fewestInReport;

/** What the report on all is made from; null where too few have begun. Of a ring that somebody has joined, only what it has published. */
export async function membersReportOf(
  mappe: OpenMappe,
  context: Context,
): Promise<{ standing: MembersStanding; ring: RingRule | null } | null> {
  const members = await mappeMembers(mappe, context);
  if (!isEnoughForReport(members)) return null;
  const ring = await publishedRing(mappe, context);
  const standing = membersStanding({ rows: sharedRows(members), ring, today: context.today }, context.content);
  return { standing, ring: ring?.setting.rule ?? null };
}

async function publishedRing(mappe: OpenMappe, context: Context): Promise<PublishedRing | null> {
  const ring = await mappe.ring(ringContext(context));
  if (!ring?.members.some(({ state }) => state === "joined")) return null;
  const { setting, figures, publishedOn } = ring;
  return { setting, figures, publishedOn, count: figures.overall?.n ?? 0 };
}
