import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { bandOf, overallBand } from "../core/benchmark/benchmark";
import { dimensionIds } from "../core/vocabulary";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.regions.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const { translate, score, language, messages } = localeFor(request);
  const { regions, questionnaires } = context.content;
  const band = ([low, high]: readonly [number, number]) => `${score(low)}–${score(high)}`;
  return {
    regions: regions.map((region) => {
      const overall = overallBand(region);
      return {
        id: region.id,
        name: translate(region.name),
        about: translate(region.about),
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
              text: `${messages.names.directions[cell.direction]}, ${cell.strength}`,
              speaksOf: cell.speaksOf.map((one) => messages.names.subjects[one]).join(", "),
            }
          : null;
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
              {messages.regions.cells(cells)}.{" "}
              {overall ? messages.regions.overall(overall[0] ?? "", overall[1] ?? "") : messages.regions.noOverall}
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
                      <span className="hint">{messages.names.positions["no-evidence"]}</span>
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
