import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { InitiativeDetails, InitiativeFigures } from "../components/report/initiative-details";
import { ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/report-page";
import type { EntryView } from "../views/initiatives";

export const meta = pageTitle(({ messages }) => messages.result.list.title);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  return { frame, list: view.list };
}

export default function RecommendedInitiatives() {
  const { frame, list } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { list: words } = messages.result;
  const others = (id: string, title: string, lead: string, entries: { id: string; title: string; text: string }[]) =>
    entries.length > 0 && (
      <section aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <p>{lead}</p>
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <a href={href(`/initiatives/${entry.id}`)}>{entry.title}</a>: {entry.text}
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <ReportPage frame={frame} part="plan" title={words.title}>
      <p className="lead">{list.entries.length > 0 ? words.lead : words.none}</p>
      <ol className="initiatives-list">
        {list.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {others("instead", words.instead, words.insteadLead, list.instead)}
      {others("later", words.later, words.laterLead, list.later)}
      {list.withoutReference > 0 && <p className="hint">{words.noReferences(list.withoutReference)}</p>}
    </ReportPage>
  );
}

function Entry({ entry }: { entry: EntryView }) {
  const { report, result } = useLocale().messages;
  const remarks = [...entry.answersDuties, entry.prerequisiteFor, entry.clarifyFirst].flatMap((text) => text ?? []);
  return (
    <li className="initiative" id={entry.id}>
      <h2>
        {entry.title} <span className="badge">{entry.kindName}</span>
      </h2>
      <p>{entry.summary}</p>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
      <InitiativeFigures initiative={entry} gain={entry.rise} />
      {entry.stability && <p className="hint">{entry.stability}</p>}
      <details>
        <summary>
          {report.why}, {result.list.firstHalfHour}, {report.firstSteps}
          <span className="visually-hidden">: {entry.title}</span>
        </summary>
        <h3>{report.why}</h3>
        <ul>
          {entry.why.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <InitiativeDetails initiative={entry} />
      </details>
    </li>
  );
}
