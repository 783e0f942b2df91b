import type { RoadmapView } from "../../views/roadmap-view";
import { Chart } from "../charts/chart";
import { FrontierChart } from "../charts/frontier-chart";
import { pagePalette } from "../charts/palette";
import { PlanChart } from "../charts/plan-chart";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";

/** The chosen set, what it lifts, the plan, what stays out, and what more money would bring. */
export function RoadmapResult({ view }: { view: RoadmapView }) {
  const { messages, href, euros } = useLocale();
  const { roadmap, names, report, document } = messages;
  const { planned, impossible, frontier, quarterNames } = view;
  return (
    <>
      <h2 id="result">{roadmap.result}</h2>
      {impossible && (
        <div className="alert alert-warning">
          <h3>{roadmap.infeasible.title}</h3>
          <ul>
            {impossible.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {planned && (
        <>
          <p className="lead">
            <strong>{planned.gain}</strong>
            <br />
            {planned.used}
          </p>
          <p>
            {planned.proof} {roadmap.countsOpen}
          </p>
          <h3>{roadmap.plan}</h3>
          {planned.chosen.length > 0 && (
            <Chart
              label={roadmap.planChart}
              draw={(narrow) => (
                <PlanChart
                  label={roadmap.planChart}
                  palette={pagePalette}
                  quarterNames={quarterNames}
                  rows={planned.chosen.map(({ id, title, values }) => ({ id, title, start: values.start, quarters: values.quarters }))}
                  narrow={narrow}
                />
              )}
            />
          )}
          <DataTable
            label={roadmap.plan}
            columns={[report.sections.initiatives, roadmap.start, roadmap.end, report.cost, names.personDays, document.gain]}
            numbers={[3, 4, 5]}
            rows={planned.chosen.map((one) => ({
              key: one.id,
              cells: [<a href={href(`/initiatives/${one.id}`)}>{one.title}</a>, one.start, one.end, one.cost, one.effort, one.gain],
            }))}
          />
          <DataTable
            label={roadmap.daysInQuarter}
            columns={[roadmap.quarters, roadmap.daysInQuarter]}
            numbers={[1]}
            rows={planned.quarters.map(({ name, from, personDays }) => ({ key: name, cells: [`${name} (${from})`, personDays] }))}
          />
          <h3>{roadmap.lifted}</h3>
          <DataTable
            label={roadmap.lifted}
            columns={[report.dimension, roadmap.before, roadmap.after]}
            numbers={[1, 2]}
            rows={planned.dimensions.map(({ id, name, before, after }) => ({
              key: id,
              cells: [name, before, before === after ? after : <strong>{after}</strong>],
            }))}
          />
          <details>
            <summary>{roadmap.leftOut}</summary>
            <DataTable
              label={roadmap.leftOut}
              columns={[report.sections.initiatives, report.why]}
              numbers={[]}
              rows={planned.leftOut.map(({ id, title, reason }) => ({
                key: id,
                cells: [<a href={href(`/initiatives/${id}`)}>{title}</a>, reason],
              }))}
            />
          </details>
        </>
      )}
      <h3>{roadmap.frontier}</h3>
      <p>{roadmap.frontierLead}</p>
      <Chart
        label={roadmap.frontierChart}
        draw={(narrow) => (
          <FrontierChart
            id={narrow ? "frontier-narrow" : "frontier"}
            label={roadmap.frontierChart}
            palette={pagePalette}
            points={frontier.map(({ values }) => values)}
            money={(value) => euros(Math.round(value), Math.round(value))}
            narrow={narrow}
          />
        )}
      />
      <details>
        <summary>{report.chartTable}</summary>
        <DataTable
          label={roadmap.frontier}
          columns={[roadmap.money, roadmap.reachable, roadmap.atMost]}
          numbers={[0, 1, 2]}
          rows={frontier.map(({ budget, score, atMost }) => ({ key: budget, cells: [budget, score, atMost] }))}
        />
      </details>
    </>
  );
}
