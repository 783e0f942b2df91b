import type { RangeRow } from "../../views/range-row";
import { Chart } from "../charts/chart";
import { FrontierChart } from "../charts/frontier-chart";
import { HistoryChart, type HistoryPoint } from "../charts/history-chart";
import { Gauge } from "../charts/gauge";
import { pagePalette } from "../charts/palette";
import { PlanChart } from "../charts/plan-chart";
import { QuartilePanels } from "../charts/quartile-panels";
import { RadarChart } from "../charts/radar-chart";
import { RangeChart } from "../charts/range-chart";
import type { Example } from "./example";

const rows: RangeRow[] = [
  { name: "Strategie", score: 62.5, interval: [50, 70], text: "63 (50–70)", band: [40, 60], bandText: "40–60" },
  { name: "Kompetenzen", score: 25, interval: [10, 45], text: "25 (10–45)", band: null, bandText: "–" },
  { name: "Daten", score: null, interval: null, text: "–", band: [0, 100], bandText: "0–100" },
  { name: "Infrastruktur", score: 100, interval: [100, 100], text: "100", band: [75, 100], bandText: "75–100" },
];
const plan = [
  { id: "one", title: "Regeln für KI in Kraft setzen", start: 0, quarters: 1 },
  { id: "two", title: "Beschäftigte schulen", start: 1, quarters: 2 },
];
const frontier = [
  { budget: 0, score: 25, atMost: null },
  { budget: 20_000, score: 41.2, atMost: null },
  { budget: 60_000, score: null, atMost: 55 },
];
const round = (name: string, score: number | null, isJoined = true, isRunning = false): HistoryPoint => ({
  ...{ name, day: "12.05.2026", value: score === null ? "20–59" : String(score), isJoined, isRunning },
  values: { score, lower: score ?? 20, upper: score ?? 59, band: score === null ? null : { low: score - 12, high: score + 10 } },
});
const history = [
  round("Runde 1", null),
  round("Runde 2", 41, false),
  round("Runde 3", 48),
  round("Runde 4", 62.5),
  round("Runde 5", 38, true, true),
];
const drawn = "One picture with a name that says what it shows; the page has the same values as a table.";

export const charts: Example[] = [
  {
    name: "overall value with its interval",
    holds: "Its name says value and interval.",
    show: ({ messages: { names, result } }) => (
      <Gauge
        narrow
        palette={pagePalette}
        stages={names.stages}
        score={48}
        lower={40}
        upper={61}
        label={`${result.value.short}: 48. 40–61.`}
      />
    ),
  },
  {
    name: "overall value that cannot be told",
    holds: "Its name says so; nothing is drawn at zero.",
    show: ({ messages: { names, result } }) => (
      <Gauge
        narrow
        palette={pagePalette}
        stages={names.stages}
        score={null}
        lower={null}
        upper={null}
        label={`${result.value.short}: ${result.value.noNumber}.`}
      />
    ),
  },
  {
    name: "value over four rounds, the first too open for a number, the third with other questions",
    holds: `${drawn} What has no number is not joined; what asks something else is joined by a dashed line.`,
    show: () => (
      <Chart
        label="Stand über die Runden"
        draw={(narrow) => (
          <HistoryChart label="Stand über die Runden" points={history} palette={pagePalette} size={narrow ? "narrow" : "wide"} goal={70} />
        )}
      />
    ),
  },
  {
    name: "the middle of several organisations, one topic without quartiles",
    holds: "Its name says every number; the table of the paper has them as well. Without quartiles no bar is drawn.",
    show: ({ messages: { membersReport, names } }) => {
      const panels = [
        { name: "Strategie", median: 35, lower: 25, upper: 45, stage: names.stages[1] ?? "" },
        { name: "Kompetenzen", median: 100, lower: 90, upper: 100, stage: names.stages[4] ?? "" },
        { name: "Sicherheit", median: 0, lower: null, upper: null, stage: names.stages[0] ?? "" },
      ];
      const { one, halfOf } = membersReport.values;
      const half = (lower: number | null, upper: number | null) => (lower === null ? null : halfOf(String(lower), String(upper)));
      const said = panels.map(({ name, median, lower, upper }) => one(name, String(median), half(lower, upper)));
      return <QuartilePanels panels={panels} palette={pagePalette} label={said.join("; ")} />;
    },
  },
  {
    name: "topics over the bands of a region, one unknown",
    holds: `${drawn} On a phone it is drawn anew, not made smaller.`,
    show: ({ messages: { report, names } }) => {
      const label = report.rangeChart(null);
      return (
        <Chart
          label={label}
          draw={(narrow) => (
            <RangeChart id={`range-${narrow}`} label={label} rows={rows} palette={pagePalette} stages={names.stages} narrow={narrow} />
          )}
        />
      );
    },
  },
  {
    name: "topics around a centre",
    holds: drawn,
    show: ({ messages: { report } }) => (
      <Chart
        label={report.radarChart}
        draw={(narrow) => <RadarChart id={`radar-${narrow}`} label={report.radarChart} rows={rows} palette={pagePalette} narrow={narrow} />}
      />
    ),
  },
  {
    name: "a plan over quarters",
    holds: drawn,
    show: ({ messages: { roadmap } }) => (
      <Chart
        label={roadmap.planChart}
        draw={(narrow) => (
          <PlanChart label={roadmap.planChart} rows={plan} quarterNames={["1/27", "2/27", "3/27"]} palette={pagePalette} narrow={narrow} />
        )}
      />
    ),
  },
  {
    name: "score against budget",
    holds: drawn,
    show: ({ messages: { roadmap }, euros }) => (
      <Chart
        label={roadmap.frontierChart}
        draw={(narrow) => (
          <FrontierChart
            id={`frontier-${narrow}`}
            label={roadmap.frontierChart}
            points={frontier}
            palette={pagePalette}
            money={(value) => euros(value)}
            narrow={narrow}
          />
        )}
      />
    ),
  },
];
