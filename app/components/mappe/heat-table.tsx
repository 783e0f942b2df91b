import type { ColumnGroup } from "../../views/portfolio-search";
import type { HeatCell, PortfolioLine } from "../../views/portfolio";
import { useLocale } from "../layout/locale";

type Props = {
  lines: PortfolioLine[];
  /** A row for each questionnaire. */
  medians: { name: string; overall: HeatCell; topics: HeatCell[]; count: string }[];
  topics: string[];
  columns: ColumnGroup[];
};

/** Organisations × topics. A stage is a number, a colour and, for those who listen, a word. Stands in a form: rows can be chosen. */
export function HeatTable({ lines, medians, topics, columns }: Props) {
  const { messages, href } = useLocale();
  const { overview, states } = messages.mappe;
  const has = (group: ColumnGroup) => columns.includes(group);
  return (
    <div className="table-scroll heat-scroll" role="region" tabIndex={0} aria-label={overview.table}>
      <table className="heat">
        <thead>
          <tr>
            <th scope="col" className="heat-choice">
              <span className="visually-hidden">{overview.chosen}</span>
            </th>
            <th scope="col">{overview.name}</th>
            {has("profile") && <th scope="col">{overview.columnNames.profile}</th>}
            {has("topics") &&
              topics.map((topic) => (
                <th scope="col" key={topic} className="heat-head">
                  {withBreaks(topic, overview.breaks)}
                </th>
              ))}
            {has("overall") && (
              <>
                <th scope="col" className="heat-head">
                  {overview.overall}
                </th>
                <th scope="col">{overview.securedStage}</th>
              </>
            )}
            {has("progress") && (
              <>
                <th scope="col" className="number">
                  {overview.round}
                </th>
                <th scope="col">{overview.state}</th>
              </>
            )}
          </tr>
          {medians.map(({ name, overall, topics: cells, count }) => (
            <tr className="heat-median" key={name}>
              <td className="heat-choice" />
              <th scope="row">{name}</th>
              {has("profile") && <td />}
              {has("topics") && cells.map((cell, index) => <Heat key={index} cell={cell} />)}
              {has("overall") && (
                <>
                  <Heat cell={overall} />
                  <td>{count}</td>
                </>
              )}
              {has("progress") && (
                <>
                  <td />
                  <td />
                </>
              )}
            </tr>
          ))}
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="heat-choice">
                <input type="checkbox" name="with" value={line.id} aria-label={overview.choose(line.name)} autoComplete="off" />
              </td>
              <th scope="row">
                <a href={href(`/assessments/${line.id}/report`)}>{line.name}</a>
              </th>
              {has("profile") && <td className="hint">{line.profile}</td>}
              {has("topics") && line.topics.map((cell, index) => <Heat key={index} cell={cell} />)}
              {has("overall") && (
                <>
                  <Heat cell={line.overall} />
                  <td>{line.secured}</td>
                </>
              )}
              {has("progress") && (
                <>
                  <td className="number">
                    {line.round === "1" ? (
                      line.round
                    ) : (
                      <a href={href(`/assessments/${line.id}/report/history`)} aria-label={overview.historyOf(line.round, line.name)}>
                        {line.round}
                      </a>
                    )}
                  </td>
                  <td className="heat-state">
                    {states[line.state]} <span className="hint">{line.progress}</span>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A heading that is as narrow as its figures. Not every browser knows where words break. @param breaks words with "|" there. */
const withBreaks = (heading: string, breaks: readonly string[]): string =>
  breaks.reduce((text, word) => text.replace(word.replaceAll("|", ""), word.replaceAll("|", "\u00ad")), heading);

export function Heat({ cell: { text, spoken, stage } }: { cell: HeatCell }) {
  return (
    <td className={stage === null ? "heat-cell heat-none" : `heat-cell heat-${stage}`}>
      {text}
      <span className="visually-hidden">, {spoken}</span>
    </td>
  );
}

/** What the colours mean. */
export function HeatLegend() {
  const { messages } = useLocale();
  const { overview } = messages.mappe;
  return (
    <p className="heat-legend">
      <span>{overview.legend}:</span>
      {messages.names.stages.map((name, stage) => (
        <span key={name} className={`heat-key heat-${stage}`}>
          {stage} {name}
        </span>
      ))}
      <span className="heat-key heat-none">–</span> <span className="hint">{overview.legendNoValue}</span>
    </p>
  );
}
