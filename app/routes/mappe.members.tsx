import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { AddOrganisations } from "../components/mappe/add-organisations";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { DataTable } from "../components/report/data-table";
import { mappeHead, mappeMembers, memberNames } from "../http/mappe/mappe-page";
import { localeFor, openMappe } from "../http/request";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.pages.members}: ${mappe.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const locale = localeFor(args.request);
  const { searchParams } = new URL(args.request.url);
  const members = await mappeMembers(mappe, args.context);
  const names = memberNames(members, locale);
  const countIn = (name: string) => Number(/^\d{1,4}$/.exec(searchParams.get(name) ?? "")?.[0] ?? 0) || null;
  return {
    mappe: await mappeHead(mappe),
    mayEdit: mappe.edit !== null,
    added: countIn("added"),
    left: countIn("left"),
    own: /^[A-Z]{1,3}(?:-[A-Z]{1,3}){0,99}$/.exec(searchParams.get("own") ?? "")?.[0].split("-") ?? [],
    waits: searchParams.has("waits"),
    hasLinks: mappe.edit !== null && members.some(({ linkVersion }) => linkVersion !== null),
    members: members
      .map((member) => ({
        ...{ id: member.id, name: names.get(member.id) ?? "", isWaiting: member.isWaiting, sharing: member.sharing },
        clientKey: member.clientKey,
        isMade: member.linkVersion !== null,
        state: member.row?.state ?? null,
        progress: member.row ? locale.messages.form.progress(member.row.summary.answered, member.row.summary.asked) : null,
      }))
      .sort((a, b) => locale.collator.compare(a.name, b.name)),
  };
}

export default function Members() {
  const { mappe, mayEdit, added, left, own: ownColumns, waits, hasLinks, members } = useLoaderData<typeof loader>();
  const { messages, href, list } = useLocale();
  const words = messages.mappe;
  const { members: own } = words;
  const base = `/mappen/${mappe.id}`;
  const hasKeys = members.some(({ clientKey }) => clientKey !== null);
  return (
    <MappeFrame mappe={mappe} current="members" title={own.title}>
      {(added !== null || waits) && (
        <p className="alert alert-success" role="status">
          {waits ? own.waits : own.added(added ?? 0)} {left !== null && own.left(left)}{" "}
          {ownColumns.length > 0 && own.ownColumns(ownColumns.length, list(ownColumns))}
        </p>
      )}
      <p className="lead">{own.lead}</p>
      <AddOrganisations mappe={mappe}>
        {hasLinks && (
          <a className="button button-secondary" href={href(`${base}/links`)}>
            {own.links}
          </a>
        )}
      </AddOrganisations>
      {members.length === 0 ? (
        <p>{words.overview.empty}</p>
      ) : (
        <DataTable
          label={own.table}
          columns={[own.name, ...(hasKeys ? [own.key] : []), own.state, own.access, ...(mayEdit ? [own.action] : [])]}
          numbers={[]}
          rows={members.map(({ id, name, clientKey, isWaiting, sharing, isMade, state, progress }) => ({
            key: id,
            cells: [
              state === null ? name : <a href={href(`/assessments/${id}${sharing === "edit" && mayEdit ? "" : "/report"}`)}>{name}</a>,
              ...(hasKeys ? [clientKey ?? "–"] : []),
              state === null ? (isWaiting ? words.waiting : "–") : `${words.states[state]}${progress ? ` (${progress})` : ""}`,
              [words.sharing[sharing], isMade && own.made].filter(Boolean).join(", "),
              ...(mayEdit
                ? [
                    <a href={href(`${base}/members/${id}`)} aria-label={own.hand(name)}>
                      {own.handShort}
                    </a>,
                  ]
                : []),
            ],
          }))}
        />
      )}
    </MappeFrame>
  );
}
