import type { FrontierView, PlannedView, PlanView } from "../../views/plan";
import { Chart } from "../charts/chart";
import { FrontierChart } from "../charts/frontier-chart";
import { pagePalette } from "../charts/palette";
import { PlanChart } from "../charts/plan-chart";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";
import { TextList } from "../layout/text-list";

/** The plan, or what is missing for it and the nearest one that works. */
export function PlanResult({
  plan,
  saved,
  isForm,
}: {
  plan: PlanView;
  saved: boolean;
  /** Whether the steps stand below as a form. */ isForm: boolean;
}) {
  const { result, roadmap } = useLocale().messages;
  const { planned, impossible, nearest, nearestSets } = plan;
  return (
    <section id="result" aria-label={result.plan.title}>
      {saved && (
        <p className="alert alert-success no-print" role="status">
          {impossible ? roadmap.savedLimits : roadmap.saved} {plan.frame}
        </p>
      )}
      {/* The form says it on the screen, and is not printed. */}
      <p className={isForm ? "hint print-only" : "hint"}>{plan.frame}</p>
      {impossible && (
        <div className="alert alert-warning">
          <TextList texts={impossible} />
        </div>
      )}
      {nearest && <h2>{result.plan.nearest}</h2>}
      {nearest && isForm && (
        <>
          <p id="nearest-sets">{nearestSets}</p>
          <p className="form-actions">
            <button className="button" name="intent" value="nearest" aria-describedby="nearest-sets">
              {roadmap.takeNearest}
            </button>
          </p>
        </>
      )}
      {(planned ?? nearest) && !plan.none && <Planned plan={(planned ?? nearest) as PlannedView} isForm={isForm} />}
    </section>
  );
}

function Planned({ plan, isForm }: { plan: PlannedView; isForm: boolean }) {
  return (
    <>
      <p>
        <strong>{plan.score}</strong>
        {`. ${[plan.secured, plan.used, plan.cautious, plan.running].filter(Boolean).join(". ")}.`}
      </p>
      <p>
        {plan.risk.join(" ")} {plan.proof}
      </p>
      <PlanPicture plan={plan} />
      {!isForm && <Steps plan={plan} />}
    </>
  );
}

/** More rows than these push the steps themselves out of sight. */
const rowsAtOnce = 6;

function PlanPicture({ plan }: { plan: PlannedView }) {
  const { roadmap } = useLocale().messages;
  if (plan.steps.length === 0) return null;
  const chart = (
    <Chart
      label={roadmap.planChart}
      draw={(narrow) => (
        <PlanChart
          label={roadmap.planChart}
          palette={pagePalette}
          quarterNames={plan.quarters.map(({ name }) => name)}
          rows={plan.steps.map(({ id, title, plannedValues }) => ({
            id,
            title,
            start: plannedValues.start,
            quarters: plannedValues.quarters,
          }))}
          narrow={narrow}
        />
      )}
    />
  );
  if (plan.steps.length <= rowsAtOnce) return chart;
  return (
    <details>
      <summary>{roadmap.plan}</summary>
      {chart}
    </details>
  );
}

/** What stands behind the plan, each thing a tap away. */
export function PlanDetails({ plan }: { plan: PlannedView }) {
  const { roadmap, report, result } = useLocale().messages;
  return (
    <>
      <details>
        <summary>{roadmap.yearly}</summary>
        <DataTable
          label={roadmap.yearly}
          columns={[plan.yearTitle, result.plan.onceColumn, result.plan.runningColumn]}
          numbers={[1, 2]}
          rows={plan.years.map(({ year, once, running }) => ({ key: year, cells: [year, once, running] }))}
        />
      </details>
      {plan.dimensions.length > 0 && (
        <details>
          <summary>{roadmap.lifted}</summary>
          <DataTable
            label={roadmap.lifted}
            columns={[report.dimension, roadmap.before, roadmap.after]}
            numbers={[1, 2]}
            rows={plan.dimensions.map(({ id, name, before, after }) => ({
              key: id,
              cells: [name, before, before === after ? after : <strong>{after}</strong>],
            }))}
          />
        </details>
      )}
      <LeftOut plan={plan} />
      {plan.frontier && <Frontier {...plan.frontier} />}
    </>
  );
}

function Steps({ plan }: { plan: PlannedView }) {
  const { messages, href } = useLocale();
  const { roadmap, report, names, result, document, papers } = messages;
  return (
    <DataTable
      label={roadmap.plan}
      columns={[papers.decision.measure, roadmap.start, roadmap.end, report.owner, report.cost, names.personDays, document.gain]}
      numbers={[4, 5, 6]}
      rows={plan.steps.map((one) => ({
        key: one.id,
        cells: [
          <>
            <a href={href(`/initiatives/${one.id}`)}>{one.title}</a>{" "}
            {one.isDuty && <span className="badge badge-duty">{result.plan.duty}</span>}
          </>,
          one.startText,
          one.untilText,
          one.responsible,
          <>
            {one.plannedCost}
            {one.plannedYearly && (
              <>
                <br />
                <span className="hint">
                  {result.plan.runningColumn} {one.plannedYearly}
                </span>
              </>
            )}
          </>,
          one.plannedEffort,
          one.plannedRise,
        ],
      }))}
    />
  );
}

function LeftOut({ plan }: { plan: PlannedView }) {
  const { messages, href } = useLocale();
  const { roadmap, report, papers } = messages;
  return (
    <details>
      <summary>{roadmap.leftOut}</summary>
      <DataTable
        label={roadmap.leftOut}
        columns={[papers.decision.measure, report.why]}
        numbers={[]}
        rows={plan.leftOut.map(({ id, title, reason }) => ({ key: id, cells: [<a href={href(`/initiatives/${id}`)}>{title}</a>, reason] }))}
      />
    </details>
  );
}

/** What more money would bring, and what binds where it brings nothing. */
function Frontier({ lead, points, rows, text }: FrontierView) {
  const { messages, euros } = useLocale();
  const { roadmap, report } = messages;
  return (
    <details>
      <summary>{roadmap.frontier}</summary>
      <p>{lead}</p>
      {points.length > 1 && (
        <Chart
          label={roadmap.frontierChart}
          draw={(narrow) => (
            <FrontierChart
              id={narrow ? "frontier-narrow" : "frontier"}
              label={roadmap.frontierChart}
              palette={pagePalette}
              points={points.map(({ values }) => values)}
              money={(value) => euros(Math.round(value))}
              narrow={narrow}
            />
          )}
        />
      )}
      <p>{text}</p>
      <DataTable
        label={`${roadmap.frontier}: ${report.chartTable}`}
        columns={[roadmap.money, roadmap.reachable]}
        numbers={[0, 1]}
        rows={rows.map(({ budget, score }) => ({ key: score, cells: [budget, score] }))}
      />
    </details>
  );
}
