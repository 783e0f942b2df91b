import { rangeRows, type ReportView } from "../../views/report-view";
import { Chart } from "../charts/chart";
import { pagePalette } from "../charts/palette";
import { RadarChart } from "../charts/radar-chart";
import { RangeChart } from "../charts/range-chart";
import { Select } from "../../forms/field";
import { weightChoices, weightField } from "../../views/report-options";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";

/** The nine dimensions as a chart and as the table it is drawn from. */
export function ReportCharts({ view, region }: { view: ReportView; region: string | null }) {
  const { messages, weight } = useLocale();
  const { report } = messages;
  const chosen = view.regions.find(({ id }) => id === region) ?? null;
  const comparisonOf = (dimension: ReportView["dimensions"][number]) => dimension.comparisons.find((one) => one.region === chosen?.id);
  const rows = rangeRows(view, chosen?.id ?? null);
  return (
    <section aria-labelledby="chart">
      <h2 id="chart">{report.sections.chart}</h2>
      <form method="get" action="#chart" className="filters">
        <Select
          name="region"
          label={report.chooseRegion}
          value={chosen?.id ?? ""}
          empty={report.noRegion}
          options={view.regions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <details className="weights" open={view.weights !== null || undefined}>
          <summary>{report.weightsTitle}</summary>
          <p className="hint">
            {report.weightsHint} {view.weights && <a href="?#chart">{report.weightsReset}</a>}
          </p>
          <div className="weights-fields">
            {view.dimensions.map(({ id, short, weight: current }) => (
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
      <p className="hint">
        {report.chartIntro} {messages.document.simulated} {view.benchmarkLabel}
      </p>
      <div className="charts">
        <Chart
          label={report.rangeChart(chosen?.name ?? null)}
          draw={(narrow) => (
            <RangeChart
              id={narrow ? "range-narrow" : "range"}
              label={report.rangeChart(chosen?.name ?? null)}
              rows={rows}
              palette={pagePalette}
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
          columns={[report.dimension, report.value, report.interval, report.stage, ...(chosen ? [chosen.name, report.position] : [])]}
          numbers={[1, 2, 4]}
          rows={view.dimensions.map((dimension) => {
            const comparison = comparisonOf(dimension);
            return {
              key: dimension.id,
              cells: [
                <a href={`#${dimension.id}`}>{dimension.name}</a>,
                dimension.score,
                dimension.interval,
                dimension.stage ?? "–",
                ...(comparison ? [comparison.bandText, comparison.position] : []),
              ],
            };
          })}
        />
      </details>
    </section>
  );
}
