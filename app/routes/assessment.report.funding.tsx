import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale } from "../components/layout/locale";
import { ContactList, FundingRows } from "../components/report/funding-list";
import { partTitle, ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/assessment/report-page";

export const meta = partTitle("funding");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  return { frame, money: view.money };
}

/** So many contacts stand there at once. */
const told = 3;

export default function Money() {
  const { frame, money } = useLoaderData<typeof loader>();
  const { result, screen } = useLocale().messages;
  const { funding } = result;
  return (
    <ReportPage frame={frame} part="funding">
      <p className="lead">{funding.lead}</p>
      {money.hint && <p className="hint">{money.hint}</p>}
      {money.grants.length === 0 && money.total && <p>{money.total}</p>}
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
      {money.open.length === 0 ? <p>{funding.none}</p> : <FundingRows programmes={money.open} />}
      <FundingRows programmes={money.later} />
      <section aria-labelledby="contacts">
        <h2 id="contacts">{funding.contacts}</h2>
        <ContactList contacts={money.contacts.slice(0, told)} />
        {money.contacts.length > told && (
          <details>
            <summary>{screen.others(money.contacts.length - told)}</summary>
            <ContactList contacts={money.contacts.slice(told)} />
          </details>
        )}
      </section>
      {money.unclear.length > 0 && (
        <details>
          <summary>
            {funding.unclearTitle} ({money.unclear.length})
          </summary>
          <ul>
            {money.unclear.map(({ id, name, statusNote, href }) => (
              <li key={id}>
                <a href={href}>{name}</a>: {statusNote}
              </li>
            ))}
          </ul>
        </details>
      )}
    </ReportPage>
  );
}
