import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { ContactList, FundingList } from "../components/report/funding-list";
import { ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/report-page";

export const meta = pageTitle(({ messages }) => messages.result.funding.title);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  return { frame, money: view.money };
}

export default function Money() {
  const { frame, money } = useLoaderData<typeof loader>();
  const { funding } = useLocale().messages.result;
  return (
    <ReportPage frame={frame} part="funding" title={funding.title}>
      <p className="lead">{funding.lead}</p>
      {money.hint && <p className="hint">{money.hint}</p>}
      {money.grants.length > 0 && (
        <section className="panel">
          <ul>
            {money.grants.map(({ id, name, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a> {text}
              </li>
            ))}
          </ul>
          <p>
            <strong>{money.total}</strong>
          </p>
        </section>
      )}
      {money.open.length === 0 ? <p>{funding.none}</p> : <FundingList programmes={money.open} heading="h2" />}
      {money.later.length > 0 && <FundingList programmes={money.later} heading="h2" />}
      <section aria-labelledby="contacts">
        <h2 id="contacts">{funding.contacts}</h2>
        <ContactList contacts={money.contacts} />
      </section>
      {money.unclear.length > 0 && (
        <section aria-labelledby="unclear">
          <h2 id="unclear">{funding.unclearTitle}</h2>
          <ul>
            {money.unclear.map(({ id, name, statusNote, href }) => (
              <li key={id}>
                <a href={href}>{name}</a>: {statusNote}
              </li>
            ))}
          </ul>
        </section>
      )}
    </ReportPage>
  );
}
