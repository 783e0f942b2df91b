import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { FundingList } from "../components/report/funding-list";
import { InitiativeDetails, InitiativeFigures } from "../components/report/initiative-details";
import { sizeClasses } from "../core/vocabulary";
import { fundingLine, initiativeView } from "../views/report-view";
import { refusal, localeFor } from "../http/request";

export const meta = pageTitle<{ initiative: { title: string } }>((_speech, { initiative }) => initiative.title);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { content } = context;
  const initiative = content.initiatives.find(({ id }) => id === params.initiative);
  if (!initiative) throw refusal("not-found");
  const locale = localeFor(request);
  const { messages, euros, span, language } = locale;
  const sizes = initiative.tracks.flatMap((track) => [...sizeClasses[track]]);
  const text = content.questionnaires[initiative.tracks[0] ?? "municipality"].text[language];
  return {
    tracks: initiative.tracks,
    initiative: initiativeView(initiative, null, null, content, locale),
    lifts: initiative.lifts.map(({ item, level }) => messages.initiatives.lifts(text.items[item]?.short ?? item, level)),
    stages: initiative.requires.stages.map(({ dimension, stage }) =>
      messages.initiatives.requiresStage(text.dimensions[dimension]?.name ?? dimension, stage),
    ),
    sizes: sizes.map((size) => ({
      size: messages.names.sizeClasses[size],
      cost: euros(...(initiative.costEuro[size] ?? [0, 0])),
      effort: span(...(initiative.effortPersonDays[size] ?? [0, 0])),
    })),
    funding: content.funding
      .filter(({ id, status }) => initiative.funding.includes(id) && status !== "ended")
      .map((programme) => fundingLine(programme, locale)),
  };
}

export default function InitiativePage() {
  const { tracks, initiative, lifts, stages, sizes, funding } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href("/initiatives")}>{messages.initiatives.back}</a>
      </p>
      <h1>{initiative.title}</h1>
      <p className="hint">
        {tracks.map((track) => messages.names.tracks[track]).join(", ")} · {initiative.dimensionName}{" "}
        {initiative.legalDuty && <span className="badge badge-duty">{messages.names.legalDuty}</span>}
      </p>
      <p className="lead">{initiative.summary}</p>
      <InitiativeFigures initiative={initiative} />
      <h2>{messages.initiatives.liftsTitle}</h2>
      <ul>
        {lifts.map((lift) => (
          <li key={lift}>{lift}</li>
        ))}
      </ul>
      {stages.length > 0 && (
        <>
          <h3>{messages.report.requires}</h3>
          <ul>
            {stages.map((stage) => (
              <li key={stage}>{stage}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{messages.initiatives.bySize}</h2>
      <p className="hint">{messages.initiatives.costNote}</p>
      <div className="table-scroll" role="region" tabIndex={0} aria-label={messages.initiatives.bySize}>
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.initiatives.size}</th>
              <th scope="col" className="number">
                {messages.report.cost}
              </th>
              <th scope="col" className="number">
                {messages.names.personDays}
              </th>
            </tr>
          </thead>
          <tbody>
            {sizes.map(({ size, cost, effort }) => (
              <tr key={size}>
                <th scope="row">{size}</th>
                <td className="number">{cost}</td>
                <td className="number">{effort}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{messages.report.fundingTitle}</h2>
      <FundingList programmes={funding} />
      <InitiativeDetails initiative={initiative} heading="h2" />
    </div>
  );
}
