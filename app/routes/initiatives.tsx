import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select, TextInput } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { InitiativeFigures } from "../components/report/initiative-details";
import { valueUnder } from "../core/entry-of";
import { dimensionIds, tracks } from "../core/vocabulary";
import { initiativeView } from "../views/initiatives";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.initiatives.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const locale = localeFor(request);
  const { content } = context;
  const filter = {
    track: searchParams.get("track") ?? "",
    dimension: searchParams.get("dimension") ?? "",
    search: (searchParams.get("search") ?? "").slice(0, 100),
  };
  const wanted = filter.search.trim().toLocaleLowerCase(locale.language);
  const initiatives = content.initiatives
    .filter(({ tracks: own }) => filter.track === "" || (own as string[]).includes(filter.track))
    .filter(({ dimension }) => filter.dimension === "" || dimension === filter.dimension)
    .filter(({ title, summary }) =>
      `${locale.translate(title)} ${locale.translate(summary)}`.toLocaleLowerCase(locale.language).includes(wanted),
    )
    .map((initiative) => ({
      ...initiativeView(initiative, initiative.tracks[0] ?? "municipality", null, content, locale),
      tracks: initiative.tracks,
    }))
    .sort((a, b) => dimensionIds.indexOf(a.dimension) - dimensionIds.indexOf(b.dimension) || locale.collator.compare(a.title, b.title));
  const names = content.questionnaires.municipality.text[locale.language].dimensions;
  return { filter, initiatives, dimensions: dimensionIds.map((id) => ({ value: id, label: valueUnder(names, id).name })) };
}

export default function Initiatives() {
  const { filter, initiatives, dimensions } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  return (
    <div className="page">
      <h1>{messages.initiatives.title}</h1>
      <p className="lead">{messages.initiatives.lead}</p>
      <form method="get" className="filters" role="search">
        <Select
          name="track"
          label={messages.initiatives.track}
          value={filter.track}
          empty={messages.initiatives.all}
          options={tracks.map((track) => ({ value: track, label: messages.names.tracks[track] }))}
        />
        <Select
          name="dimension"
          label={messages.initiatives.dimension}
          value={filter.dimension}
          empty={messages.initiatives.all}
          options={dimensions}
        />
        <TextInput name="search" type="search" label={messages.initiatives.search} value={filter.search} />
        <button className="button button-secondary">{messages.initiatives.apply}</button>
      </form>
      <p role="status">
        {messages.initiatives.count(initiatives.length)}{" "}
        {(filter.track || filter.dimension || filter.search) && <a href={href("/initiatives")}>{messages.initiatives.reset}</a>}
      </p>
      <ul className="initiatives-list">
        {initiatives.map((initiative) => (
          <li key={initiative.id} className="initiative">
            <h2>
              <a href={href(`/initiatives/${initiative.id}`)}>{initiative.title}</a>
            </h2>
            <p className="hint">
              {initiative.tracks.map((track) => messages.names.tracks[track]).join(", ")} · {initiative.dimensionName} ·{" "}
              {initiative.kindName}
            </p>
            <p>{initiative.summary}</p>
            <InitiativeFigures initiative={initiative} />
          </li>
        ))}
      </ul>
    </div>
  );
}
