import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select, TextInput } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { citeSource } from "../views/citations";
import { laender, tracks } from "../core/vocabulary";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.funding.title);

const order = { open: 0, unclear: 1, ended: 2 };

export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const locale = localeFor(request);
  const { translate, messages, date, list, collator, language } = locale;
  const filter = {
    track: searchParams.get("track") ?? "",
    land: searchParams.get("land") ?? "",
    search: (searchParams.get("search") ?? "").slice(0, 100),
  };
  const wanted = filter.search.trim().toLocaleLowerCase(language);
  const programmes = context.content.funding
    .filter(({ tracks: own }) => filter.track === "" || (own as string[]).includes(filter.track))
    .filter(({ laender: own }) => filter.land === "" || own.length === 0 || (own as string[]).includes(filter.land))
    .filter(({ name, purpose, funder }) => [name, purpose, funder].map(translate).join(" ").toLocaleLowerCase(language).includes(wanted))
    .sort((a, b) => order[a.status] - order[b.status] || collator.compare(translate(a.name), translate(b.name)))
    .map((programme) => ({
      id: programme.id,
      name: translate(programme.name),
      status: programme.status,
      purpose: translate(programme.purpose),
      facts: [
        [messages.funding.status, `${messages.funding.statuses[programme.status]} (${messages.names.asOf(date(programme.asOf))})`],
        [messages.funding.kind, messages.funding.kinds[programme.kind]],
        [messages.funding.amount, translate(programme.amount)],
        [
          messages.funding.who,
          [
            ...programme.tracks.map((track) => messages.names.tracks[track]),
            ...programme.sizeClasses.map((size) => messages.names.sizeClasses[size]),
            ...(programme.ownership === "private-majority" ? [messages.funding.privateOnly] : []),
          ].join(", "),
        ],
        [
          messages.funding.where,
          programme.laender.length === 0
            ? messages.funding.everywhere
            : list(programme.laender.map((land) => messages.names.laender[land])),
        ],
        [messages.funding.funder, translate(programme.funder)],
      ] as [string, string][],
      statusNote: translate(programme.statusNote),
      sources: programme.sources.map((source) => citeSource(source, context.content, locale)),
    }));
  return { filter, programmes };
}

export default function FundingPage() {
  const { filter, programmes } = useLoaderData<typeof loader>();
  const { messages, href, collator } = useLocale();
  const { funding, initiatives } = messages;
  return (
    <div className="page">
      <h1>{funding.title}</h1>
      <p className="lead">{funding.lead}</p>
      <form method="get" className="filters" role="search">
        <Select
          name="track"
          label={funding.who}
          value={filter.track}
          empty={initiatives.all}
          options={tracks.map((track) => ({ value: track, label: messages.names.tracks[track] }))}
        />
        <Select
          name="land"
          label={funding.land}
          value={filter.land}
          empty={initiatives.all}
          options={laender
            .map((land) => ({ value: land, label: messages.names.laender[land] }))
            .sort((a, b) => collator.compare(a.label, b.label))}
        />
        <TextInput name="search" type="search" label={initiatives.search} value={filter.search} />
        <button className="button button-secondary">{initiatives.apply}</button>
      </form>
      <p role="status">
        {funding.count(programmes.length)}{" "}
        {(filter.track || filter.land || filter.search) && <a href={href("/funding")}>{initiatives.reset}</a>}
      </p>
      <ul className="initiatives-list">
        {programmes.map(({ id, name, status, purpose, facts, statusNote, sources }) => (
          <li key={id} className="initiative" id={id}>
            <h2>
              {name} <span className={`badge badge-${status === "open" ? "done" : "ended"}`}>{funding.statuses[status]}</span>
            </h2>
            <p>{purpose}</p>
            <dl className="facts">
              {facts.map(([term, value]) => (
                <div className="fact" key={term}>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p>{statusNote}</p>
            <details>
              <summary>
                {messages.form.sources}
                <span className="visually-hidden">: {name}</span>
              </summary>
              <CitationList citations={sources} />
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
