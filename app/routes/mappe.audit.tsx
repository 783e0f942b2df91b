import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { TurnPages } from "../components/layout/turn-pages";
import { MappeFrame } from "../components/mappe/mappe-frame";
import type { AuditFilter } from "../core/mappe/audit";
import { auditNames, isWhole } from "../http/mappe/audit-page";
import { mappeHead } from "../http/mappe/mappe-page";
import { localeFor, ownMappe } from "../http/request";
import { auditChoices, auditLine, readAuditFilter, type AuditLine } from "../views/audit";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.audit.title}: ${mappe.name}`);

/** Entries of a page. */
const perPage = 100;

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await ownMappe(args);
  const { content, environment } = args.context;
  const locale = localeFor(args.request);
  const { searchParams } = new URL(args.request.url);
  const names = await auditNames(mappe.own, content);
  const filter = readAuditFilter(searchParams, names);
  const count = await mappe.own.audit.count(filter);
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(pages, Math.max(1, Number(/^\d{1,6}$/.exec(searchParams.get("page") ?? "")?.[0] ?? 1)));
  const entries = await mappe.own.audit.list(filter, { offset: (page - 1) * perPage, limit: perPage });
  return {
    mappe: await mappeHead(mappe),
    ...{ filter, count, page, pages, months: environment.PEOPLE_RETENTION_MONTHS },
    choices: auditChoices(names, locale),
    days: byDay(entries.map((entry) => auditLine(entry, names, locale, environment.TIME_ZONE))),
  };
}

function byDay(lines: AuditLine[]): { day: string; lines: AuditLine[] }[] {
  const days: { day: string; lines: AuditLine[] }[] = [];
  for (const line of lines) {
    const last = days.at(-1);
    if (last?.day === line.day) last.lines.push(line);
    else days.push({ day: line.day, lines: [line] });
  }
  return days;
}

export default function Audit() {
  const { mappe, filter, count, page, pages, months, choices, days } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { audit } = messages;
  const asked = searchOf(filter);
  return (
    <MappeFrame mappe={mappe} current="settings" title={audit.title}>
      <div className="prose">
        <p className="lead">{audit.lead}</p>
        <p>{audit.once}</p>
        <p>{audit.kept(months)}</p>
      </div>
      <Filters filter={filter} choices={choices} mappeId={mappe.id} />
      <p role="status">{count === 0 ? audit.none : audit.count(count)}</p>
      {count > 0 && (
        <p className="no-print">
          <a
            className="button button-secondary"
            href={`${href(`/mappen/${mappe.id}/audit.csv`)}${asked === "" ? "" : `?${asked}`}`}
            download
          >
            {audit.csv}
          </a>
        </p>
      )}
      {days.map(({ day, lines }) => (
        <section key={day}>
          <h2>{day}</h2>
          <ul className="changes">
            {lines.map(({ time, what, about, by }, index) => (
              <li key={index}>
                <span className="change-time">{time}</span>
                <span>
                  {about === null ? what : `${what}: ${about}`} <span className="hint">· {by}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <TurnPages page={page} pages={pages} label={audit.pages} at={(to) => `?${[asked, `page=${to}`].filter(Boolean).join("&")}`} />
    </MappeFrame>
  );
}

const searchOf = (filter: AuditFilter): string =>
  String(new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))));

type FiltersProps = { filter: AuditFilter; choices: ReturnType<typeof auditChoices>; mappeId: string };

function Filters({ filter, choices, mappeId }: FiltersProps) {
  const { messages, href } = useLocale();
  const { audit } = messages;
  return (
    <details className="filter-fold no-print" open={!isWhole(filter) || undefined}>
      <summary>{audit.filters}</summary>
      <form method="get" className="filters" role="search">
        <Select name="actor" label={audit.actor} value={filter.actor ?? ""} empty={audit.all} options={choices.actors} />
        <Select name="group" label={audit.group} value={filter.group ?? ""} empty={audit.all} options={choices.groups} />
        <Select
          name="assessment"
          label={audit.assessment}
          value={filter.assessment ?? ""}
          empty={audit.all}
          options={choices.organisations}
        />
        <p className="form-actions">
          <button className="button button-secondary">{audit.apply}</button>
          <a href={href(`/mappen/${mappeId}/audit`)}>{audit.reset}</a>
        </p>
      </form>
    </details>
  );
}
