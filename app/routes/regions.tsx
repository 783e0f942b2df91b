import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { bandOf, overallBand } from "../core/benchmark/benchmark";
import { valueUnder } from "../core/entry-of";
import { dimensionIds, tracks } from "../core/vocabulary";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.regions.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const { translate, score, language, messages } = localeFor(request);
  const { regions, questionnaires } = context.content;
  const band = ([low, high]: readonly [number, number]) => `${score(low)}–${score(high)}`;
  return {
    regions: regions.map((region) => {
      const overall = tracks.flatMap((track) => {
        const own = overallBand(region, track);
        return own ? [`${messages.names.tracks[track]}: ${messages.regions.overall(score(own[0]), score(own[1]))}`] : [];
      });
      return {
        id: region.id,
        name: translate(region.name),
        about: translate(region.about),
        cells: region.cells.length,
        overall,
      };
    }),
    matrix: dimensionIds.map((dimension) => ({
      dimension,
      name: valueUnder(questionnaires.municipality.text[language].dimensions, dimension).name,
      cells: regions.map((region) => {
        return region.cells
          .filter((one) => one.dimension === dimension)
          .map((cell) => ({
            band: band(bandOf(cell)),
            text: `${messages.names.directions[cell.direction]}, ${cell.strength}`,
            speaksOf: messages.names.subjects[cell.speaksOf],
          }));
      }),
    })),
  };
}

export default function Regions() {
  const { regions, matrix } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  return (
    <div className="page prose">
      <h1>{messages.regions.title}</h1>
      <p className="lead">{messages.regions.lead}</p>
      <p className="alert">{messages.regions.label}</p>
      <ul className="cards wide">
        {regions.map(({ id, name, about, cells, overall }) => (
          <li key={id}>
            <h2>
              <a href={href(`/regions/${id}`)}>{name}</a>
            </h2>
            <p>{about}</p>
            <p className="hint">
              {messages.regions.cells(cells)}. {overall.length > 0 ? overall.join(" ") : messages.regions.noOverall}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={href("/regions/coding-rules")}>{messages.regions.codingRules}</a>
      </p>
      <h2>{messages.regions.matrix}</h2>
      <div className="table-scroll wide" role="region" tabIndex={0} aria-label={messages.regions.matrix}>
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.report.dimension}</th>
              {regions.map(({ id, name }) => (
                <th scope="col" key={id}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map(({ dimension, name, cells }) => (
              <tr key={dimension}>
                <th scope="row">{name}</th>
                {cells.map((own, index) => (
                  <td key={regions[index]?.id}>
                    {own.length === 0 && <span className="hint">{messages.result.comparison.positions["no-evidence"]}</span>}
                    {own.map((cell) => (
                      <div key={cell.speaksOf}>
                        <a href={href(`/regions/${regions[index]?.id ?? ""}#${dimension}`)}>{cell.band}</a>
                        <br />
                        {cell.text}
                        <br />
                        <span className="hint">{cell.speaksOf}</span>
                      </div>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
