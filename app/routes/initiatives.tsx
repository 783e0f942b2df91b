import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select, TextInput } from "../components/form/field";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { InitiativeFigures } from "../components/report/initiative-details";
import { dimensionIds, tracks } from "../core/vocabulary";
import { initiativeView } from "../documents/report-view";
import { speechOf } from "../server/request";

export const meta = pageTitle(({ words }) => words.initiatives.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const speech = speechOf(request);
  const { content } = context;
  const filter = {
    track: searchParams.get("track") ?? "",
    dimension: searchParams.get("dimension") ?? "",
    search: (searchParams.get("search") ?? "").slice(0, 100),
  };
  const wanted = filter.search.trim().toLocaleLowerCase(speech.language);
  const initiatives = content.initiatives
    .filter(({ tracks: own }) => filter.track === "" || (own as string[]).includes(filter.track))
    .filter(({ dimension }) => filter.dimension === "" || dimension === filter.dimension)
    .filter(({ title, summary }) => `${speech.say(title)} ${speech.say(summary)}`.toLocaleLowerCase(speech.language).includes(wanted))
    .map((initiative) => ({ ...initiativeView(initiative, null, null, content, speech), tracks: initiative.tracks }))
    .sort((a, b) => dimensionIds.indexOf(a.dimension) - dimensionIds.indexOf(b.dimension) || speech.collator.compare(a.title, b.title));
  const names = content.questionnaires.municipality.text[speech.language].dimensions;
  return { filter, initiatives, dimensions: dimensionIds.map((id) => ({ value: id, label: names[id]?.name ?? id })) };
}

export default function Initiatives() {
  const { filter, initiatives, dimensions } = useLoaderData<typeof loader>();
  const { words, href } = useSpeech();
  return (
    <div className="page">
      <h1>{words.initiatives.title}</h1>
      <p className="lead">{words.initiatives.lead}</p>
      <form method="get" className="filters" role="search">
        <Select
          name="track"
          label={words.initiatives.track}
          value={filter.track}
          empty={words.initiatives.all}
          options={tracks.map((track) => ({ value: track, label: words.names.tracks[track] }))}
        />
        <Select
          name="dimension"
          label={words.initiatives.dimension}
          value={filter.dimension}
          empty={words.initiatives.all}
          options={dimensions}
        />
        <TextInput name="search" type="search" label={words.initiatives.search} value={filter.search} />
        <button className="button button-secondary">{words.initiatives.apply}</button>
      </form>
      <p role="status">
        {words.initiatives.count(initiatives.length)}{" "}
        {(filter.track || filter.dimension || filter.search) && <a href={href("/initiatives")}>{words.initiatives.reset}</a>}
      </p>
      <ul className="initiatives-list">
        {initiatives.map((initiative) => (
          <li key={initiative.id} className="initiative">
            <h2>
              <a href={href(`/initiatives/${initiative.id}`)}>{initiative.title}</a>{" "}
              {initiative.legalDuty && <span className="badge badge-duty">{words.names.legalDuty}</span>}
            </h2>
            <p className="hint">
              {initiative.tracks.map((track) => words.names.tracks[track]).join(", ")} · {initiative.dimensionName}
            </p>
            <p>{initiative.summary}</p>
            <InitiativeFigures initiative={initiative} />
          </li>
        ))}
      </ul>
    </div>
  );
}
