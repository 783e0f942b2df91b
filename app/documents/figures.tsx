import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { FrontierChart } from "../components/charts/frontier-chart";
import { HistoryChart } from "../components/charts/history-chart";
import { Gauge } from "../components/charts/gauge";
import { pagePalette } from "../components/charts/palette";
import { PlanChart } from "../components/charts/plan-chart";
import { QuartilePanels, type QuartilePanel } from "../components/charts/quartile-panels";
import { RadarChart } from "../components/charts/radar-chart";
import { RangeChart } from "../components/charts/range-chart";
import type { Locale } from "../i18n";
import type { BlockOf } from "./document";
import { afterValue } from "../views/overview";
import { rangeRows, type ReportView } from "../views/report-view";
import type { FrontierView, PlannedView } from "../views/plan";

type Figure = BlockOf<"figure">;

/** The charts of the pages as drawings on paper. */
export function valueFigure({ overview }: ReportView, { messages }: Locale): Figure {
  const label = `${overview.value.text}${afterValue(overview.value)}`;
  const gauge = <Gauge {...overview.values} label={label} palette={pagePalette} stages={messages.names.stages} />;
  return figure(gauge, `${label.replace(/\.$/, "")}. ${messages.document.gaugeAlternative}`, "");
}

export function rangeFigure(view: ReportView, { messages }: Locale): Figure {
  const { document, report, names } = messages;
  const values = view.topics.map(({ name, score, interval }) => document.valueOf(name, score, interval)).join("; ");
  return figure(
    <RangeChart id="range" label={report.rangeChart(null)} rows={rangeRows(view, null)} palette={pagePalette} stages={names.stages} />,
    document.chartAlternative(values),
    document.chartCaption,
  );
}

export function radarFigure(view: ReportView, { messages }: Locale): Figure {
  return figure(
    <RadarChart id="radar" label={messages.report.radarChart} rows={rangeRows(view, null)} palette={pagePalette} />,
    messages.document.radarAlternative,
    messages.document.radarCaption,
  );
}

export function planFigure({ steps, quarters }: PlannedView, { messages }: Locale): Figure {
  const { document, roadmap } = messages;
  return figure(
    <PlanChart
      label={roadmap.planChart}
      palette={pagePalette}
      quarterNames={quarters.map(({ name }) => name)}
      rows={steps.map(({ id, title, plannedValues }) => ({ id, title, start: plannedValues.start, quarters: plannedValues.quarters }))}
    />,
    document.planAlternative(steps.map(({ title, startText, endText }) => document.runsIn(title, startText, endText)).join("; ")),
    document.planCaption,
  );
}

export function frontierFigure({ points }: FrontierView, { messages, euros }: Locale): Figure {
  const { document, roadmap } = messages;
  return figure(
    <FrontierChart
      id="frontier"
      label={roadmap.frontierChart}
      palette={pagePalette}
      points={points.map(({ values }) => values)}
      money={(value) => euros(Math.round(value))}
    />,
    document.frontierAlternative(points[0]?.score ?? "–", points.at(-1)?.score ?? "–"),
    document.frontierCaption,
  );
}

export function historyFigure({ history }: ReportView): Figure {
  const { chartLabel, chartHint } = history;
  const points = history.points.map(({ shortDay, ...point }) => ({ ...point, day: shortDay }));
  return figure(<HistoryChart label={chartLabel} points={points} palette={pagePalette} size="paper" />, chartLabel, chartHint);
}

/** @param alternative says every number. */
export const quartileFigure = (panels: QuartilePanel[], alternative: string, caption: string): Figure =>
  figure(<QuartilePanels panels={panels} label={alternative} palette={pagePalette} />, alternative, caption);

/** Recharts wraps its drawing in a box for pages; a document wants the drawing alone. Its colours keep their names until it is laid out. */
function figure(chart: ReactElement, alternative: string, caption: string): Figure {
  const markup = renderToStaticMarkup(chart);
  const drawing = /<svg[^]*<\/svg>/.exec(markup)?.[0] ?? "";
  const size = (side: "width" | "height") => Number(new RegExp(`<svg[^>]* ${side}="([\\d.]+)"`).exec(drawing)?.[1]);
  const svg = drawing.replace(/ style="[^"]*"/, "");
  return { kind: "figure", svg, width: size("width"), height: size("height"), alternative, caption };
}
