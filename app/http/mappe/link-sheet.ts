import type { LoaderFunctionArgs } from "@remix-run/node";
import type { OpenMappe } from "../access/held-mappe";
import { localeFor } from "../request";
import { mappeMembers, memberNames } from "./mappe-page";

type Sheet = { id: string; name: string; link: string | null }[];

/** The links of the assessments that a Mappe has made, by name; null where the owner has made a new one. */
export async function linkSheet(
  mappe: OpenMappe & { edit: NonNullable<OpenMappe["edit"]> },
  { request, context }: Pick<LoaderFunctionArgs, "request" | "context">,
): Promise<Sheet> {
  const locale = localeFor(request);
  const names = memberNames(await mappeMembers(mappe, context), locale);
  const made = await mappe.edit.links(context.content.version);
  return made
    .map(({ id, key }) => ({
      ...{ id, name: names.get(id) ?? "" },
      link: key === null ? null : `${context.origin}${locale.href(`/open/${key}`)}`,
    }))
    .sort((a, b) => locale.collator.compare(a.name, b.name));
}
