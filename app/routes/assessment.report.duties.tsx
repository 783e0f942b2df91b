import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { useLocale } from "../components/layout/locale";
import { DataTable } from "../components/report/data-table";
import { partTitle, ReportPage } from "../components/report/report-page";
import type { DutyState } from "../core/duties/find-duties";
import { factsToCheck } from "../http/assessment/facts-to-check";
import { reportPage } from "../http/assessment/report-page";
import { editable } from "../http/request";
import type { DutyView } from "../views/duties";

export const meta = partTitle("duties");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const mayCheck = frame.mayEdit && !frame.past && view.duties.facts.isAnyTold;
  return { frame, duties: view.duties, fromRound: mayCheck ? await factsToCheck(await editable(args)) : null };
}

export default function Duties() {
  const { frame, duties, fromRound } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { duties: words } = messages.result;
  return (
    <ReportPage frame={frame} part="duties">
      <p className="lead">{words.lead}</p>
      {fromRound !== null && (
        <p className="alert alert-warning no-print">
          {words.facts.again(fromRound)} <a href={href(`/assessments/${frame.id}/facts`)}>{words.facts.toCheck}</a>
        </p>
      )}
      {duties.groups.map(({ state, title, duties: own }, index) => (
        <Fragment key={state}>
          {state === "now" ? (
            <section>
              <h2 id={state}>{title}</h2>
              <DueTable duties={own} title={title} />
            </section>
          ) : (
            <details className="row" open={index === 0}>
              <summary>
                <strong>{title}</strong> <span className="hint">{own.map((duty) => duty.title).join(" · ")}</span>
              </summary>
              <OtherDuties duties={own} id={state} />
            </details>
          )}
        </Fragment>
      ))}
      {frame.mayEdit && !frame.past && (duties.facts.open > 0 || duties.facts.isAnyTold) && (
        <p className="form-actions no-print">
          <a className={duties.facts.open > 0 ? "button button-secondary" : undefined} href={href(`/assessments/${frame.id}/facts`)}>
            {duties.facts.open > 0 ? words.facts.toAnswer(duties.facts.open) : words.facts.toChange}
          </a>
        </p>
      )}
      <p className="hint">{duties.date}</p>
    </ReportPage>
  );
}

/** State, by when, who, reason and norm of what binds now: what a phone shows first is what to do. */
function DueTable({ duties, title }: { duties: DutyView[]; title: string }) {
  const { messages } = useLocale();
  const { duties: words } = messages.result;
  return (
    <DataTable
      label={title}
      columns={[words.duty, words.proof, words.until, words.who, words.why, words.norm]}
      numbers={[]}
      rows={duties.map((duty) => ({
        key: duty.id,
        cells: [
          <>
            {duty.title}
            <Meaning duty={duty} summary={messages.report.why} />
          </>,
          duty.isMissing ? <strong>{duty.fulfilment}</strong> : duty.fulfilment,
          duty.until ?? "–",
          duty.owner,
          duty.why,
          <>
            {duty.norm.href ? <a href={duty.norm.href}>{duty.norm.link}</a> : duty.norm.link}
            {duty.since && `, ${duty.since}`}
          </>,
        ],
      }))}
    />
  );
}

/** What the duty asks for, and who does what about it. */
function Meaning({ duty, summary }: { duty: DutyView; summary: string }) {
  const { href } = useLocale();
  return (
    <details>
      <summary>
        {summary}
        <span className="visually-hidden">: {duty.title}</span>
      </summary>
      <p>{duty.what}</p>
      {duty.caveat && <p className="hint">{duty.caveat}</p>}
      <ul>
        {duty.initiatives.map(({ id, title }) => (
          <li key={id}>
            <a href={href(`/initiatives/${id}`)}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function OtherDuties({ duties, id }: { duties: DutyView[]; id: DutyState }) {
  const { duties: words } = useLocale().messages.result;
  return (
    <ul className="duties" id={id}>
      {duties.map((duty) => (
        <li key={duty.id}>
          <strong>{duty.title}</strong> ({duty.norm.href ? <a href={duty.norm.href}>{duty.norm.link}</a> : duty.norm.link}
          {duty.since && `, ${duty.since}`}): {duty.why}
          {id !== "does-not-apply" && <Meaning duty={duty} summary={words.then} />}
        </li>
      ))}
    </ul>
  );
}
