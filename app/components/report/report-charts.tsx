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

type Props = {
  topics: TopicView[];
  rows: RangeRow[];
  regions: { id: string; name: string }[];
  region: string | null;
  weighted: boolean;
  hrefOf: (id: string) => string;
  /** Where weights are kept for everybody; null for whoever only reads. */
  keepWeights: string | null;
};

/** The nine topics as a chart and as the table it is drawn from. */
export function ReportCharts({ topics, rows, regions, region, weighted, hrefOf, keepWeights }: Props) {
  const { messages, weight } = useLocale();
  const { names, report, result, screen } = messages;
  const chosen = regions.find(({ id }) => id === region) ?? null;
  return (
    <section aria-labelledby="chart">
      <h2 id="chart">{report.sections.chart}</h2>
      <p className="hint">
        {report.chartIntro} {chosen && report.bandIntro(chosen.name)}
      </p>
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
      <DataTable
        label={report.chartTable}
        columns={[report.dimension, result.value.short, result.value.range, report.stage, ...(chosen ? [chosen.name] : [])]}
        numbers={[1, 2, 4]}
        rows={topics.map(({ id, name, score, interval, stage }, index) => ({
          key: id,
          cells: [
            <a id={id} href={hrefOf(id)}>
              {name}
            </a>,
            score,
            interval,
            stage ?? "–",
            ...(chosen ? [rows[index]?.bandText] : []),
          ],
        }))}
      />
      <details className="no-print" open={chosen !== null || weighted || undefined}>
        <summary>{screen.compareWith}</summary>
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
            {keepWeights && (
              <p>
                <a href={keepWeights}>{report.weights.link}</a>
              </p>
            )}
          </details>
          <button className="button button-secondary">{report.show}</button>
        </form>
      </details>
      <details className="no-print">
        <summary>{report.radarTitle}</summary>
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
      </details>
    </section>
  );
}
