import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select, TextInput } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { citeSource } from "../views/citations";
import { entryOf } from "../core/entry-of";
import { findContacts, fundingStateOn } from "../core/funding/find-funding";
import type { Contact, Funding } from "../core/funding/funding";
import { laender, landSchema, trackSchema, tracks, type Localized } from "../core/vocabulary";
import { ContactList } from "../components/report/funding-list";
import { contactView } from "../views/funding";
import { landText } from "../views/land-text";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.funding.title);

const order = { open: 0, opens: 1, paused: 2, unclear: 3, ended: 4 };

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
  const statusOf = (programme: Funding): Funding["status"] => {
    const state = fundingStateOn(programme, context.today);
    return state === null ? "ended" : state === "opens" ? "opens" : state === "unclear" ? programme.status : "open";
  };
  const land = landSchema.safeParse(filter.land).data;
  const programmes = context.content.funding
    .filter(({ tracks: own }) => filter.track === "" || (own as string[]).includes(filter.track))
    .filter(({ laender: own }) => filter.land === "" || own.length === 0 || (own as string[]).includes(filter.land))
    .filter(({ name, purpose, funder }) => [name, purpose, funder].map(translate).join(" ").toLocaleLowerCase(language).includes(wanted))
    .sort((a, b) => order[statusOf(a)] - order[statusOf(b)] || collator.compare(translate(a.name), translate(b.name)))
    .map((programme) => ({
      id: programme.id,
      name: translate(programme.name),
      status: statusOf(programme),
      purpose: translate(programme.purpose),
      facts: [
        [messages.funding.status, `${messages.funding.statuses[statusOf(programme)]} (${messages.names.asOf(date(programme.asOf))})`],
        [messages.funding.kind, messages.funding.kinds[programme.kind]],
        [messages.funding.amount, landText(programme.amount, land ?? "every", locale)],
        ...(programme.notPaidFor ? [[messages.result.funding.notPaidFor, landText(programme.notPaidFor, land ?? "every", locale)]] : []),
        ...(programme.endsOn ? [[messages.funding.ends, date(programme.endsOn)]] : []),
        [
          messages.funding.who,
          [
            ...programme.tracks.map((track) => messages.names.tracks[track]),
            ...programme.sizeClasses.map((size) => messages.names.sizeClasses[size]),
            ...programme.sectors.map((sector) => messages.names.sectors[sector]),
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
        ...(programme.contacts.length > 0
          ? [
              [
                messages.result.funding.whom,
                programme.contacts.map((id) => contactText(entryOf(context.content.contacts, id), translate)).join("; "),
              ],
            ]
          : []),
      ] as [string, string][],
      statusNote: landText(programme.statusNote, land ?? "every", locale),
      sources: programme.sources.map((source) => citeSource(source, context.content, locale)),
    }));
  // Every page of money has somebody to ask who does not hang on one programme.
  const chosen = { track: trackSchema.safeParse(filter.track).data, land };
  const contacts = (chosen.track ? [chosen.track] : tracks)
    .flatMap((track) => findContacts(context.content.contacts, track, chosen.land ? { land: chosen.land } : {}, context.today))
    .filter((contact, index, all) => all.indexOf(contact) === index);
  return { filter, programmes, contacts: contacts.map((contact) => contactView(contact, locale)) };
}

function contactText({ name, phone }: Contact, translate: (text: Localized) => string): string {
  return phone ? `${translate(name)}, ${phone}` : translate(name);
}

export default function FundingPage() {
  const { filter, programmes, contacts } = useLoaderData<typeof loader>();
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
      <section aria-labelledby="contacts">
        <h2 id="contacts">{messages.result.funding.contacts}</h2>
        <ContactList contacts={contacts} />
      </section>
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
                {messages.report.sourcesTitle}
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
