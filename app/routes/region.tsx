import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { citeSource } from "../views/citations";
import { evidenceView, type EvidenceView } from "../views/comparison";
import { valueUnder } from "../core/entry-of";
import { overallBand } from "../core/benchmark/benchmark";
import { dimensionIds, tracks } from "../core/vocabulary";
import { refusal, localeFor } from "../http/request";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle<{ name: string }>((_speech, { name }) => name);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const region = context.content.regions.find(({ id }) => id === params.region);
  if (!region) throw refusal("not-found");
  const locale = localeFor(request);
  const { translate, score, language, messages } = locale;
  return {
    name: translate(region.name),
    about: translate(region.about),
    document: citeSource(region.source, context.content, locale),
    warnings: region.warnings.map(translate),
    overall: tracks.flatMap((track) => {
      const band = overallBand(region, track);
      return band ? [`${messages.names.tracks[track]}: ${messages.regions.overall(score(band[0]), score(band[1]))}`] : [];
    }),
    dimensions: dimensionIds.map((id) => ({
      id,
      name: valueUnder(context.content.questionnaires.municipality.text[language].dimensions, id).name,
      cells: region.cells
        .filter(({ dimension }) => dimension === id)
        .map((cell) => evidenceView(cell, { content: context.content, locale })),
    })),
  };
}

export default function RegionPage() {
  const { name, about, document, warnings, overall, dimensions } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href("/regions")}>{messages.regions.back}</a>
      </p>
      <h1>{name}</h1>
      <p className="lead">{about}</p>
      <p className="alert">{messages.regions.label}</p>
      <h2>{messages.regions.document}</h2>
      <p>{document.href ? <a href={document.href}>{document.text}</a> : document.text}</p>
      <p>{overall.length > 0 ? overall.join(" ") : messages.regions.noOverall}</p>
      {warnings.length > 0 && (
        <>
          <h2>{messages.regions.warnings}</h2>
          <TextList texts={warnings} />
        </>
      )}
      <h2>{messages.regions.evidence}</h2>
      {dimensions.map(({ id, name: dimension, cells }) => (
        <section key={id}>
          <h3 id={id}>{dimension}</h3>
          {cells.length === 0 && <p className="hint">{messages.regions.noEvidence}</p>}
          {cells.map((cell) => (
            <Evidence key={cell.speaksOf} cell={cell} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Evidence({ cell }: { cell: EvidenceView }) {
  const { messages } = useLocale();
  return (
    <>
      <dl className="facts">
        <dt>{messages.report.speaksOf}</dt>
        <dd>{cell.speaksOf}</dd>
        <dt>{messages.report.band}</dt>
        <dd>
          {cell.band} {cell.ended && <span className="badge badge-ended">{cell.ended}</span>}
        </dd>
        <dt>{messages.regions.direction}</dt>
        <dd>{cell.direction}</dd>
        <dt>{messages.report.strength}</dt>
        <dd>{cell.strength}</dd>
      </dl>
      {cell.note && <p>{cell.note}</p>}
      <CitationList citations={cell.claims} />
    </>
  );
}
