import type { Content } from "../../core/content";
import { wholeAudit, type AuditFilter } from "../../core/mappe/audit";
import type { Locale } from "../../i18n/index";
import { auditLine, type AuditLine, type AuditNames } from "../../views/audit";
import type { OpenMappe } from "../access/held-mappe";

type Own = NonNullable<OpenMappe["own"]>;

/** Names for all that the audit of a Mappe tells of. */
export async function auditNames(own: Own, content: Content): Promise<AuditNames> {
  return {
    people: new Map((await own.people()).map(({ id, name, role }) => [id, { name, role }])),
    programs: await own.audit.programs(),
    organisations: await own.audit.organisations(content.version),
  };
}

/** Entries that are read at a time. */
const batch = 1_000;

/** All of them, the latest first, as rows of a table with a line of headings. @param timeZone of the operator. */
export async function auditTable(
  { audit }: Own,
  filter: AuditFilter,
  names: AuditNames,
  locale: Locale,
  timeZone: string,
): Promise<string[][]> {
  const { columns, assessment } = locale.messages.audit;
  const rows = [[columns.day, columns.time, columns.by, columns.what, assessment]];
  for (let offset = 0; ; offset += batch) {
    const entries = await audit.list(filter, { offset, limit: batch });
    for (const entry of entries) rows.push(cells(auditLine(entry, names, locale, timeZone)));
    if (entries.length < batch) return rows;
  }
}

const cells = ({ day, time, by, what, about }: AuditLine): string[] => [day, time, by, what, about ?? ""];

/** As an address asks for it, without the page. */
export const isWhole = (filter: AuditFilter): boolean =>
  Object.entries(wholeAudit).every(([name, none]) => filter[name as keyof AuditFilter] === none);
