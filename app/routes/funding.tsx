import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select, TextInput } from "../components/form/field";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { CitationList } from "../components/report/citation-list";
import { citeSource } from "../documents/citations";
import { laender, tracks } from "../core/vocabulary";
import { speechOf } from "../server/request";

export const meta = pageTitle(({ words }) => words.funding.title);

const order = { open: 0, unclear: 1, ended: 2 };

export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const speech = speechOf(request);
  const { say, words, date, list, collator, language } = speech;
  const filter = {
    track: searchParams.get("track") ?? "",
    land: searchParams.get("land") ?? "",
    search: (searchParams.get("search") ?? "").slice(0, 100),
  };
  const wanted = filter.search.trim().toLocaleLowerCase(language);
  const programmes = context.content.funding
    .filter(({ tracks: own }) => filter.track === "" || (own as string[]).includes(filter.track))
    .filter(({ laender: own }) => filter.land === "" || own.length === 0 || (own as string[]).includes(filter.land))
    .filter(({ name, purpose, funder }) => [name, purpose, funder].map(say).join(" ").toLocaleLowerCase(language).includes(wanted))
    .sort((a, b) => order[a.status] - order[b.status] || collator.compare(say(a.name), say(b.name)))
    .map((programme) => ({
      id: programme.id,
      name: say(programme.name),
      status: programme.status,
      purpose: say(programme.purpose),
      facts: [
        [words.funding.status, `${words.funding.statuses[programme.status]} (${words.names.asOf(date(programme.asOf))})`],
        [words.funding.kind, words.funding.kinds[programme.kind]],
        [words.funding.amount, say(programme.amount)],
        [
          words.funding.who,
          [
            ...programme.tracks.map((track) => words.names.tracks[track]),
            ...programme.sizeClasses.map((size) => words.names.sizeClasses[size]),
            ...(programme.ownership === "private-majority" ? [words.funding.privateOnly] : []),
          ].join(", "),
        ],
        [
          words.funding.where,
          programme.laender.length === 0 ? words.funding.everywhere : list(programme.laender.map((land) => words.names.laender[land])),
        ],
        [words.funding.funder, say(programme.funder)],
      ] as [string, string][],
      statusNote: say(programme.statusNote),
      sources: programme.sources.map((source) => citeSource(source, context.content, speech)),
    }));
  return { filter, programmes };
}

export default function FundingPage() {
  const { filter, programmes } = useLoaderData<typeof loader>();
  const { words, href, collator } = useSpeech();
  const { funding, initiatives } = words;
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
          options={tracks.map((track) => ({ value: track, label: words.names.tracks[track] }))}
        />
        <Select
          name="land"
          label={funding.land}
          value={filter.land}
          empty={initiatives.all}
          options={laender
            .map((land) => ({ value: land, label: words.names.laender[land] }))
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
                {words.form.sources}
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
