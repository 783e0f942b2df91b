import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { bandOf, overallBand } from "../core/benchmark/benchmark";
import { dimensionIds } from "../core/vocabulary";
import { speechOf } from "../server/request";

export const meta = pageTitle(({ words }) => words.regions.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const { say, score, language, words } = speechOf(request);
  const { regions, questionnaires } = context.content;
  const band = ([low, high]: readonly [number, number]) => `${score(low)}–${score(high)}`;
  return {
    regions: regions.map((region) => {
      const overall = overallBand(region);
      return {
        id: region.id,
        name: say(region.name),
        about: say(region.about),
        cells: region.cells.length,
        overall: overall && [score(overall[0]), score(overall[1])],
      };
    }),
    matrix: dimensionIds.map((dimension) => ({
      dimension,
      name: questionnaires.municipality.text[language].dimensions[dimension]?.name ?? dimension,
      cells: regions.map((region) => {
        const cell = region.cells.find((one) => one.dimension === dimension);
        return cell
          ? {
              band: band(bandOf(cell)),
              text: `${words.names.directions[cell.direction]}, ${cell.strength}`,
              speaksOf: cell.speaksOf.map((one) => words.names.subjects[one]).join(", "),
            }
          : null;
      }),
    })),
  };
}

export default function Regions() {
  const { regions, matrix } = useLoaderData<typeof loader>();
  const { words, href } = useSpeech();
  return (
    <div className="page prose">
      <h1>{words.regions.title}</h1>
      <p className="lead">{words.regions.lead}</p>
      <p className="alert">{words.regions.label}</p>
      <ul className="cards wide">
        {regions.map(({ id, name, about, cells, overall }) => (
          <li key={id}>
            <h2>
              <a href={href(`/regions/${id}`)}>{name}</a>
            </h2>
            <p>{about}</p>
            <p className="hint">
              {words.regions.cells(cells)}. {overall ? words.regions.overall(overall[0] ?? "", overall[1] ?? "") : words.regions.noOverall}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={href("/regions/coding-rules")}>{words.regions.codingRules}</a>
      </p>
      <h2>{words.regions.matrix}</h2>
      <div className="table-scroll wide" role="region" tabIndex={0} aria-label={words.regions.matrix}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.report.dimension}</th>
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
                {cells.map((cell, index) => (
                  <td key={regions[index]?.id}>
                    {cell ? (
                      <>
                        <a href={href(`/regions/${regions[index]?.id ?? ""}#${dimension}`)}>{cell.band}</a>
                        <br />
                        {cell.text}
                        <br />
                        <span className="hint">{cell.speaksOf}</span>
                      </>
                    ) : (
                      <span className="hint">{words.names.positions["no-evidence"]}</span>
                    )}
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
