import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { InitiativeDetails, InitiativeFigures } from "../components/report/initiative-details";
import { ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/assessment/report-page";
import { localeFor } from "../http/request";
import type { EntryView } from "../views/initiatives";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle<{ entry: { title: string } }>((_locale, { entry }) => entry.title);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const { initiative = "" } = args.params;
  // What is planned is said as the plan has it: from when on it runs, and what it lifts there.
  const entry = [...(view.plan.planned?.steps ?? []), ...view.list.entries].find(({ id }) => id === initiative);
  // What this organisation has no use for any more still stands in the catalogue: a link that somebody has kept leads there.
  if (!entry) throw redirect(localeFor(args.request).href(`/initiatives/${encodeURIComponent(initiative)}`));
  const { list, plan } = view;
  const order = (list.entries.length > 0 ? list.entries : (plan.planned?.steps ?? [])).map(({ id }) => id);
  return { frame, entry, place: order.indexOf(entry.id) + 1, count: order.length };
}

/** One step as it stands for this organisation. */
export default function InitiativeOfReport() {
  const { frame, entry, place, count } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { report, screen } = messages;
  const remarks = [...entry.answersDuties.map(messages.result.list.answersDuty), entry.prerequisiteFor, entry.clarifyFirst].flatMap(
    (text) => text ?? [],
  );
  return (
    <ReportPage frame={frame} part="plan" title={entry.title}>
      <p className="kicker">
        {entry.kindName}
        {place > 0 && ` · ${screen.place(place, count)}`}
        {" · "}
        <a href={href(`/assessments/${frame.id}/report/initiatives`) + frame.search}>{report.allSteps}</a>
      </p>
      <div className="prose">
        <p className="lead">{entry.summary}</p>
        {remarks.length > 0 && <TextList texts={remarks} />}
        <InitiativeFigures initiative={entry} gain={entry.rise} />
        <Money entry={entry} />
        <h2>{report.why}</h2>
        <TextList texts={entry.why} />
        <InitiativeDetails initiative={entry} />
        {entry.stability && <p className="hint">{entry.stability}</p>}
      </div>
    </ReportPage>
  );
}

/** Who helps for free and who pays. */
function Money({ entry }: { entry: EntryView }) {
  const { screen } = useLocale().messages;
  const paying = entry.funding.filter(({ isUsable }) => isUsable);
  return (
    <dl className="facts">
      {entry.help.length > 0 && (
        <div className="fact">
          <dt>{screen.helps}</dt>
          <dd>
            {entry.help.map(({ name, phone, url, ends }, index) => (
              <span key={name}>
                {index > 0 && "; "}
                {url ? <a href={url}>{name}</a> : name}
                {[phone, ends].map((told) => told && `, ${told}`)}
              </span>
            ))}
          </dd>
        </div>
      )}
      {(paying.length > 0 || entry.isPaid) && (
        <div className="fact">
          <dt>{screen.pays}</dt>
          <dd>
            {paying.length === 0
              ? screen.ownMoney
              : paying.map(({ id, name, href, when }, index) => (
                  <span key={id}>
                    {index > 0 && "; "}
                    <a href={href}>{name}</a>
                    {when && ` (${when})`}
                  </span>
                ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
