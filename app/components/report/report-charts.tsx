import { Chart } from "../charts/chart";
import { pagePalette } from "../charts/palette";
import { RadarChart } from "../charts/radar-chart";
import { RangeChart } from "../charts/range-chart";
import type { RangeRow } from "../../views/range-row";
import { Select } from "../../forms/field";
import { weightChoices, weightField } from "../../views/report-options";
import type { TopicView } from "../../views/topics";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";

type Props = { topics: TopicView[]; rows: RangeRow[]; regions: { id: string; name: string }[]; region: string | null; weighted: boolean };

/** The nine topics as a chart and as the table it is drawn from. */
export function ReportCharts({ topics, rows, regions, region, weighted }: Props) {
  const { messages, weight } = useLocale();
  const { names, report, result } = messages;
  const chosen = regions.find(({ id }) => id === region) ?? null;
  return (
    <section aria-labelledby="chart">
      <h2 id="chart">{report.sections.chart}</h2>
      <form method="get" action="#chart" className="filters">
        <Select
          name="region"
          label={report.chooseRegion}
          value={chosen?.id ?? ""}
          empty={report.noRegion}
          options={regions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <details className="weights" open={weighted || undefined}>
          <summary>{report.weightsTitle}</summary>
          <p className="hint">
            {report.weightsHint} {weighted && <a href="?#chart">{report.weightsReset}</a>}
          </p>
          <div className="weights-fields">
            {topics.map(({ id, short, weight: current }) => (
              <Select
                key={id}
                name={weightField(id)}
                label={short}
                value={String(current)}
                options={weightChoices.map((choice) => ({ value: choice, label: weight(Number(choice)) }))}
              />
            ))}
          </div>
        </details>
        <button className="button button-secondary">{report.show}</button>
      </form>
      <p className="hint">{report.chartIntro}</p>
      <div className="charts">
        <Chart
          label={report.rangeChart(chosen?.name ?? null)}
          draw={(narrow) => (
            <RangeChart
              id={narrow ? "range-narrow" : "range"}
              label={report.rangeChart(chosen?.name ?? null)}
              rows={rows}
              palette={pagePalette}
              stages={names.stages}
              narrow={narrow}
            />
          )}
        />
        <Chart
          label={report.radarTitle}
          draw={(narrow) => (
            <RadarChart
              id={narrow ? "radar-narrow" : "radar"}
              label={report.radarChart}
              rows={rows}
              palette={pagePalette}
              narrow={narrow}
            />
          )}
        />
      </div>
      <details open>
        <summary>{report.chartTable}</summary>
        <DataTable
          label={report.chartTable}
          columns={[report.dimension, result.value.short, result.value.range, report.stage, ...(chosen ? [chosen.name] : [])]}
          numbers={[1, 2, 4]}
          rows={topics.map(({ id, name, score, interval, stage }, index) => ({
            key: id,
            cells: [<a href={`#${id}`}>{name}</a>, score, interval, stage ?? "–", ...(chosen ? [rows[index]?.bandText] : [])],
          }))}
        />
      </details>
    </section>
  );
}
