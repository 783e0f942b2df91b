import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { citeFinding, citeSource } from "../views/citations";
import { bandOf, overallBand } from "../core/benchmark/benchmark";
import { dimensionIds } from "../core/vocabulary";
import { refusal, localeFor } from "../http/request";

export const meta = pageTitle<{ name: string }>((_speech, { name }) => name);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const region = context.content.regions.find(({ id }) => id === params.region);
  if (!region) throw refusal("not-found");
  const locale = localeFor(request);
  const { translate, score, date, list, language, messages } = locale;
  const overall = overallBand(region);
  return {
    name: translate(region.name),
    about: translate(region.about),
    document: citeSource(region.source, context.content, locale),
    warnings: region.warnings.map(translate),
    overall: overall && messages.regions.overall(score(overall[0]), score(overall[1])),
    dimensions: dimensionIds.map((id) => {
      const cell = region.cells.find(({ dimension }) => dimension === id);
      return {
        id,
        name: context.content.questionnaires.municipality.text[language].dimensions[id]?.name ?? id,
        cell: cell && {
          band: bandOf(cell).map(score).join("–"),
          direction: messages.names.directions[cell.direction],
          strength: messages.names.strengths[cell.strength],
          speaksOf: list(cell.speaksOf.map((subject) => messages.names.subjects[subject])),
          note: cell.note ? translate(cell.note) : null,
          ended: cell.ended ? messages.report.ended(date(cell.ended)) : null,
          claims: cell.findings.map((finding) => citeFinding(finding, context.content, locale)),
        },
      };
    }),
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
      <p>{overall ?? messages.regions.noOverall}</p>
      {warnings.length > 0 && (
        <>
          <h2>{messages.regions.warnings}</h2>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{messages.regions.evidence}</h2>
      {dimensions.map(({ id, name: dimension, cell }) => (
        <section key={id}>
          <h3 id={id}>{dimension}</h3>
          {cell ? (
            <>
              <dl className="facts">
                <dt>{messages.report.band}</dt>
                <dd>
                  {cell.band} {cell.ended && <span className="badge badge-ended">{cell.ended}</span>}
                </dd>
                <dt>{messages.regions.direction}</dt>
                <dd>{cell.direction}</dd>
                <dt>{messages.report.strength}</dt>
                <dd>{cell.strength}</dd>
                <dt>{messages.report.speaksOf}</dt>
                <dd>{cell.speaksOf}</dd>
              </dl>
              {cell.note && <p>{cell.note}</p>}
              <CitationList citations={cell.claims} />
            </>
          ) : (
            <p className="hint">{messages.regions.noEvidence}</p>
          )}
        </section>
      ))}
    </div>
  );
}
