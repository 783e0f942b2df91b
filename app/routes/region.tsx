import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { CitationList } from "../components/report/citation-list";
import { citeFinding, citeSource } from "../documents/citations";
import { bandOf, overallBand } from "../core/benchmark/benchmark";
import { dimensionIds } from "../core/vocabulary";
import { refusal, speechOf } from "../server/request";

export const meta = pageTitle<{ name: string }>((_speech, { name }) => name);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const region = context.content.regions.find(({ id }) => id === params.region);
  if (!region) throw refusal("not-found");
  const speech = speechOf(request);
  const { say, score, date, list, language, words } = speech;
  const overall = overallBand(region);
  return {
    name: say(region.name),
    about: say(region.about),
    document: citeSource(region.source, context.content, speech),
    warnings: region.warnings.map(say),
    overall: overall && words.regions.overall(score(overall[0]), score(overall[1])),
    dimensions: dimensionIds.map((id) => {
      const cell = region.cells.find(({ dimension }) => dimension === id);
      return {
        id,
        name: context.content.questionnaires.municipality.text[language].dimensions[id]?.name ?? id,
        cell: cell && {
          band: bandOf(cell).map(score).join("–"),
          direction: words.names.directions[cell.direction],
          strength: words.names.strengths[cell.strength],
          speaksOf: list(cell.speaksOf.map((subject) => words.names.subjects[subject])),
          note: cell.note ? say(cell.note) : null,
          ended: cell.ended ? words.report.ended(date(cell.ended)) : null,
          claims: cell.findings.map((finding) => citeFinding(finding, context.content, speech)),
        },
      };
    }),
  };
}

export default function RegionPage() {
  const { name, about, document, warnings, overall, dimensions } = useLoaderData<typeof loader>();
  const { words, href } = useSpeech();
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href("/regions")}>{words.regions.back}</a>
      </p>
      <h1>{name}</h1>
      <p className="lead">{about}</p>
      <p className="alert">{words.regions.label}</p>
      <h2>{words.regions.document}</h2>
      <p>{document.href ? <a href={document.href}>{document.text}</a> : document.text}</p>
      <p>{overall ?? words.regions.noOverall}</p>
      {warnings.length > 0 && (
        <>
          <h2>{words.regions.warnings}</h2>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.regions.evidence}</h2>
      {dimensions.map(({ id, name: dimension, cell }) => (
        <section key={id}>
          <h3 id={id}>{dimension}</h3>
          {cell ? (
            <>
              <dl className="facts">
                <dt>{words.report.band}</dt>
                <dd>
                  {cell.band} {cell.ended && <span className="badge badge-ended">{cell.ended}</span>}
                </dd>
                <dt>{words.regions.direction}</dt>
                <dd>{cell.direction}</dd>
                <dt>{words.report.strength}</dt>
                <dd>{cell.strength}</dd>
                <dt>{words.report.speaksOf}</dt>
                <dd>{cell.speaksOf}</dd>
              </dl>
              {cell.note && <p>{cell.note}</p>}
              <CitationList citations={cell.claims} />
            </>
          ) : (
            <p className="hint">{words.regions.noEvidence}</p>
          )}
        </section>
      ))}
    </div>
  );
}
