import type { LoaderFunctionArgs } from "@remix-run/node";
import type { OpenMappe } from "../access/held-mappe";
import { localeFor } from "../request";

type Sheet = { id: string; name: string; link: string | null }[];

/** The links of the assessments that a Mappe has made, by name; null where the owner has made a new one. */
export async function linkSheet(
  { edit }: { edit: NonNullable<OpenMappe["edit"]> },
  { request, context }: Pick<LoaderFunctionArgs, "request" | "context">,
): Promise<Sheet> {
  const { messages, href, collator } = localeFor(request);
  const made = await edit.links(context.content.version);
  return made
    .map(({ id, name, track, key }) => ({
      ...{ id, name: name ?? messages.mappe.unnamed(messages.names.tracks[track]) },
      link: key === null ? null : `${context.origin}${href(`/open/${key}`)}`,
    }))
    .sort((a, b) => collator.compare(a.name, b.name));
}
