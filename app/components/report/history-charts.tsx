import type { HistoryView } from "../../views/history";
import { Chart } from "../charts/chart";
import { HistoryChart } from "../charts/history-chart";
import { pagePalette } from "../charts/palette";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";

/** The value over the rounds, with the table that says the same. */
export function ValueOverRounds({ points, chartLabel, chartHint }: Pick<HistoryView, "points" | "chartLabel" | "chartHint">) {
  const { history } = useLocale().messages.rounds;
  const drawn = points.map(({ shortDay, ...point }) => ({ ...point, day: shortDay }));
  const { columns } = history;
  return (
    <section aria-labelledby="chart">
      <h2 id="chart">{history.chart}</h2>
      <Chart
        label={history.chart}
        draw={(narrow) => <HistoryChart label={chartLabel} points={drawn} palette={pagePalette} size={narrow ? "narrow" : "wide"} />}
      />
      <p className="hint">{chartHint}</p>
      <DataTable
        label={history.table}
        columns={[columns.round, columns.day, columns.value, columns.range, columns.band, columns.model]}
        numbers={[2, 3, 4]}
        rows={points.map(({ number, title, day, value, range, band, model }) => ({
          key: String(number),
          cells: [title, day, value, range, band, model],
        }))}
      />
    </section>
  );
}

/** The nine topics side by side, each with its values, and the table of all of them. */
export function TopicsOverRounds({ points, topics }: Pick<HistoryView, "points" | "topics">) {
  const { messages } = useLocale();
  const { history } = messages.rounds;
  return (
    <section aria-labelledby="topics">
      <h2 id="topics">{history.topics}</h2>
      <ul className="history-tiles">
        {topics.map((topic) => {
          const drawn = topic.points.map((point, index) => ({ ...point, name: points[index]?.name ?? "", day: "" }));
          const values = drawn.map(({ name, value }) => history.at(name, value)).join(", ");
          return (
            <li key={topic.id}>
              <h3>{topic.short}</h3>
              <HistoryChart
                label={history.topicValues(topic.name, values)}
                points={drawn}
                palette={pagePalette}
                size="tile"
                goal={topic.goal}
              />
            </li>
          );
        })}
      </ul>
      {topics.some(({ goal }) => goal !== null) && <p className="hint">{history.goalHint}</p>}
      <DataTable
        label={history.topicsTable}
        columns={[messages.report.dimension, ...points.map(({ name }) => name)]}
        numbers={points.map((_, index) => index + 1)}
        rows={topics.map((topic) => ({ key: topic.id, cells: [topic.name, ...topic.points.map(({ value }) => value)] }))}
      />
    </section>
  );
}
