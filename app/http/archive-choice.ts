import type { LoaderFunctionArgs } from "@remix-run/node";
import { mostInArchive, type ArchiveMember } from "./document-archive";
import type { OpenMappe } from "./mappe-access";
import { mappeMembers, organisationName, sharedRows } from "./mappe-page";
import { localeFor } from "./request";

/** Of whom documents are wanted: everybody, or those that the address names; by name, a part of so many at a time. */
export async function archiveChoice(mappe: OpenMappe, { request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const locale = localeFor(request);
  const { searchParams } = new URL(request.url);
  const rows = sharedRows(await mappeMembers(mappe, context));
  const wanted = new Set(searchParams.getAll("with").filter(Boolean));
  const named = rows.filter(({ id }) => wanted.has(id));
  const those = searchParams.get("which") === "all" || named.length === 0 ? rows : named;
  const members: ArchiveMember[] = those
    .filter(({ summary }) => !searchParams.has("begun") || summary.answered > 0)
    .map((row) => ({ id: row.id, name: organisationName(row, locale) }))
    .sort((a, b) => locale.collator.compare(a.name, b.name));
  const parts = Math.max(1, Math.ceil(members.length / mostInArchive));
  const part = Math.min(parts, Math.max(1, Math.trunc(Number(searchParams.get("part"))) || 1));
  const from = (part - 1) * mostInArchive;
  return { all: rows.length, chosen: named.map(({ id }) => id), parts, members: members.slice(from, from + mostInArchive) };
}
