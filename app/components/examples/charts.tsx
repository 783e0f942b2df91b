import type { RangeRow } from "../../views/range-row";
import { Chart } from "../charts/chart";
import { FrontierChart } from "../charts/frontier-chart";
import { Gauge } from "../charts/gauge";
import { pagePalette } from "../charts/palette";
import { PlanChart } from "../charts/plan-chart";
import { RadarChart } from "../charts/radar-chart";
import { RangeChart } from "../charts/range-chart";
import type { Example } from "./example";

const rows: RangeRow[] = [
  { name: "Strategie", score: 62.5, interval: [50, 70], band: [40, 60], bandText: "40–60" },
  { name: "Kompetenzen", score: 25, interval: [10, 45], band: null, bandText: "–" },
  { name: "Daten", score: null, interval: null, band: [0, 100], bandText: "0–100" },
  { name: "Infrastruktur", score: 100, interval: [100, 100], band: [75, 100], bandText: "75–100" },
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
const drawn = "One picture with a name that says what it shows; the page has the same values as a table.";

export const charts: Example[] = [
  {
    name: "overall value with its interval",
    holds: "Its name says value and interval.",
    show: ({ messages: { report, names } }) => (
      <Gauge score={48} lower={40} upper={61} stages={names.stages} label={`${report.score}: 48. 40–61.`} />
    ),
  },
  {
    name: "overall value that cannot be told",
    holds: "Its name says so; nothing is drawn at zero.",
    show: ({ messages: { report } }) => <Gauge score={null} lower={null} upper={null} label={`${report.score}: ${report.noValue}.`} />,
  },
  {
    name: "topics over the bands of a region, one unknown",
    holds: `${drawn} On a phone it is drawn anew, not made smaller.`,
    show: ({ messages: { report } }) => {
      const label = report.rangeChart(null);
      return (
        <Chart
          label={label}
          draw={(narrow) => <RangeChart id={`range-${narrow}`} label={label} rows={rows} palette={pagePalette} narrow={narrow} />}
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
            money={(value) => euros(value, value)}
            narrow={narrow}
          />
        )}
      />
    ),
  },
];
