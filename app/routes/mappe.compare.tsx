import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Option } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { AddOrganisations } from "../components/mappe/add-organisations";
import { Heat, HeatLegend } from "../components/mappe/heat-table";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { isComparable, largestDifferences } from "../core/mappe/compare";
import { dimensionIds } from "../core/vocabulary";
import { mappeHead, mappeMembers, memberNames, sharedRows } from "../http/mappe/mappe-page";
import { localeFor, openMappe } from "../http/request";
import { portfolioLine, topicNames } from "../views/portfolio";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.compare.title}: ${mappe.name}`);

/** As many as stand beside each other on a page. */
const most = 3;

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const locale = localeFor(args.request);
  const members = await mappeMembers(mappe, args.context);
  const [rows, names] = [sharedRows(members), memberNames(members, locale)];
  const nameOf = ({ id }: { id: string }) => names.get(id) ?? "";
  const wanted = [...new Set(new URL(args.request.url).searchParams.getAll("with"))];
  const chosen = wanted.flatMap((id) => rows.find((row) => row.id === id) ?? []).slice(0, most);
  const topics = topicNames(chosen, args.context.content, locale);
  const differences = largestDifferences(chosen);
  const options = rows.map((row) => ({ value: row.id, label: nameOf(row) }));
  return {
    mappe: await mappeHead(mappe),
    chosen: chosen.map((row) => portfolioLine(row, nameOf(row), locale)),
    isComparable: isComparable(chosen),
    topics: dimensionIds.map((id) => ({
      name: topics[id]?.name ?? id,
      difference: differences.get(id) ?? null,
    })),
    options: options.sort((a, b) => locale.collator.compare(a.label, b.label)),
  };
}

export default function Compare() {
  const { mappe, chosen, isComparable: comparable, topics, options } = useLoaderData<typeof loader>();
  const { messages, href, score } = useLocale();
  const { compare, states } = messages.mappe;
  const facts: [string, (line: (typeof chosen)[number]) => string][] = [
    [compare.profile, ({ profile }) => profile || "–"],
    [compare.state, ({ state, progress }) => `${states[state]} (${progress})`],
  ];
  return (
    <MappeFrame mappe={mappe} current="overview" title={compare.title}>
      <p className="lead">{compare.lead}</p>
      {options.length < 2 ? (
        <>
          <p>{compare.tooFew}</p>
          <AddOrganisations mappe={mappe} />
        </>
      ) : (
        <Picks chosen={chosen.map(({ id }) => id)} options={options} />
      )}
      {chosen.length < 2 ? (
        options.length > 1 && <p role="status">{compare.choose}</p>
      ) : (
        <>
          {!comparable && <p className="alert alert-warning">{compare.models}</p>}
          <div className="table-scroll" role="region" tabIndex={0} aria-label={compare.title}>
            <table className="heat">
              <thead>
                <tr>
                  <th scope="col">{compare.topic}</th>
                  {chosen.map(({ id, name }) => (
                    <th scope="col" key={id} className="heat-head">
                      <a href={href(`/assessments/${id}/report`)}>{name}</a>
                    </th>
                  ))}
                  {comparable && (
                    <th scope="col" className="number">
                      {compare.difference}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {topics.map(({ name, difference }, index) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {chosen.map(({ id, topics: cells }) => {
                      const cell = cells[index];
                      return cell ? <Heat key={id} cell={cell} /> : <td key={id} />;
                    })}
                    {comparable && <td className="number">{difference === null ? "–" : compare.points(score(difference))}</td>}
                  </tr>
                ))}
                <tr>
                  <th scope="row">{compare.overall}</th>
                  {chosen.map(({ id, overall }) => (
                    <Heat key={id} cell={overall} />
                  ))}
                  {comparable && <td />}
                </tr>
                <tr>
                  <th scope="row">{compare.securedStage}</th>
                  {chosen.map(({ id, secured }) => (
                    <td key={id} className="heat-word">
                      {secured}
                    </td>
                  ))}
                  {comparable && <td />}
                </tr>
                {facts.map(([title, say]) => (
                  <tr key={title}>
                    <th scope="row">{title}</th>
                    {chosen.map((line) => (
                      <td key={line.id} className="heat-word">
                        {say(line)}
                      </td>
                    ))}
                    {comparable && <td />}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <HeatLegend />
        </>
      )}
    </MappeFrame>
  );
}

function Picks({ chosen, options }: { chosen: string[]; options: Option[] }) {
  const { compare } = useLocale().messages.mappe;
  return (
    <form method="get" className="filters">
      {Array.from({ length: most }, (_, index) => (
        <div className="field" key={index}>
          <label htmlFor={`with-${index}`}>{compare.pick(index + 1)}</label>
          <select id={`with-${index}`} name="with" defaultValue={chosen[index] ?? ""} autoComplete="off">
            <option value="">{compare.none}</option>
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button className="button button-secondary">{compare.submit}</button>
    </form>
  );
}
