import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { DataTable } from "../components/report/data-table";
import { ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/assessment/report-page";

export const meta = pageTitle<{ frame: { headlines: { initiatives: string } } }>((_locale, { frame }) => frame.headlines.initiatives);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const { entries, ...list } = view.list;
  return {
    frame,
    list: {
      ...list,
      // Said once, instead of at each of them.
      unproven: entries.filter(({ references }) => references.length === 0).length,
      entries: entries.map(({ id, title, kindName, rise, cost, effort, answersDuties }) => ({
        ...{ id, title, kindName, rise, cost, effort, isDuty: answersDuties.length > 0 },
      })),
    },
  };
}

/** The whole list in its order; each entry has a page of its own. */
export default function RecommendedInitiatives() {
  const { frame, list } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { result, screen } = messages;
  const { list: words } = result;
  const others = (id: string, title: string, lead: string, entries: { id: string; title: string; text: string }[]) =>
    entries.length > 0 && (
      <details id={id}>
        <summary>
          {title} ({entries.length})
        </summary>
        <p>{lead}</p>
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <a href={href(`/initiatives/${entry.id}`)}>{entry.title}</a>: {entry.text}
            </li>
          ))}
        </ul>
      </details>
    );
  return (
    <ReportPage frame={frame} part="plan" title={frame.headlines.initiatives}>
      <p className="lead">{list.entries.length > 0 ? words.lead : words.none}</p>
      {list.entries.length > 0 && <Entries frame={frame} entries={list.entries.slice(0, shown)} from={1} />}
      {list.entries.length > shown && (
        <details id="more">
          <summary>{screen.moreInitiatives(list.entries.length - shown)}</summary>
          <Entries frame={frame} entries={list.entries.slice(shown)} from={shown + 1} />
        </details>
      )}
      {others("instead", words.instead, words.insteadLead, list.instead)}
      {others("later", words.later, words.laterLead, list.later)}
      {list.unproven > 0 && <p className="hint">{words.noReferences(list.unproven)}</p>}
    </ReportPage>
  );
}

/** More than these nobody looks through at once. */
const shown = 20;

type EntriesProps = {
  frame: { id: string; search: string };
  entries: ReturnType<typeof useLoaderData<typeof loader>>["list"]["entries"];
  from: number;
};

function Entries({ frame, entries, from }: EntriesProps) {
  const { messages, href } = useLocale();
  const { report, screen, document, result } = messages;
  return (
    <DataTable
      label={from === 1 ? result.list.title : screen.moreInitiatives(entries.length)}
      columns={[result.list.title, screen.kind, document.gain, report.cost, report.effort]}
      numbers={[]}
      rows={entries.map((entry, index) => ({
        key: entry.id,
        cells: [
          <>
            {from + index}.{" "}
            <a id={entry.id} href={href(`/assessments/${frame.id}/report/initiatives/${entry.id}`) + frame.search}>
              {entry.title}
            </a>
            {entry.isDuty && <span className="hint"> {screen.duty}</span>}
          </>,
          entry.kindName,
          entry.rise,
          entry.cost,
          entry.effort,
        ],
      }))}
    />
  );
}
