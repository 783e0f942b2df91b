import type { AppLoadContext } from "@remix-run/node";
import { fewestInReport, membersStanding, type MembersStanding, type PublishedRing } from "../../core/mappe/members-standing";
import type { RingRule } from "../../core/ring/ring";
import type { Language } from "../../core/vocabulary";
import { reportFileName } from "../../documents/file-name";
import { fileTypes } from "../../documents/make-document";
import type { MembersDocumentKind } from "../../documents/members/members-document-kinds";
import { localeOf } from "../../i18n/index";
import type { DocumentFile } from "../assessment/document-of";
import type { MappeMember, OpenMappe } from "../access/held-mappe";
import { sharedRows } from "./mappe-page";

type Context = Pick<AppLoadContext, "content" | "today"> & {
  documents: Pick<AppLoadContext["documents"], "membersReport">;
  /** Of the operator. */
  timeZone: string;
};

export const isEnoughForReport = (members: MappeMember[]): boolean =>
  sharedRows(members).filter(({ summary }) => summary.answered > 0).length >= fewestInReport;

/** Where all in a Mappe stand together, in the look of the Mappe; null where too few have begun. */
export async function membersReportFile(
  mappe: OpenMappe,
  { kind, language }: { kind: MembersDocumentKind; language: Language },
  context: Context,
): Promise<DocumentFile | null> {
  const told = await membersReportOf(mappe, context);
  if (!told) return null;
  const brand = await mappe.brand();
  const bytes = await context.documents.membersReport({ ...told, mappeName: mappe.name, kind, language, ...(brand && { brand }) });
  const { type, ending } = fileTypes[kind];
  return { bytes, type, name: reportFileName(localeOf(language).messages.membersReport.fileName, mappe.name, context.today, ending) };
}

/** What the report on all is made from; null where too few have begun. Of a ring that somebody has joined, only what it has published. */
async function membersReportOf(mappe: OpenMappe, context: Context): Promise<{ standing: MembersStanding; ring: RingRule | null } | null> {
  const members = await mappe.members(context.content, context.timeZone);
  if (!isEnoughForReport(members)) return null;
  const ring = await publishedRing(mappe, context);
  const standing = membersStanding({ rows: sharedRows(members), ring, today: context.today }, context.content);
  return { standing, ring: ring?.setting.rule ?? null };
}

async function publishedRing(mappe: OpenMappe, context: Context): Promise<PublishedRing | null> {
  const ring = await mappe.ring(context);
  if (!ring?.members.some(({ state }) => state === "joined")) return null;
  const { setting, figures, publishedOn } = ring;
  return { setting, figures, publishedOn, count: figures.overall?.n ?? 0 };
}
