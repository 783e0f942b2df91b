import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { FundingList } from "../components/report/funding-list";
import { valueUnder } from "../core/entry-of";
import { fundingStateOn } from "../core/funding/find-funding";
import { InitiativeDetails, InitiativeFigures } from "../components/report/initiative-details";
import type { Initiative } from "../core/initiatives/initiative";
import { sizeClasses, type SizeClass } from "../core/vocabulary";
import { fundingView } from "../views/funding";
import { initiativeView } from "../views/initiatives";
import { refusal, localeFor } from "../http/request";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle<{ initiative: { title: string } }>((_speech, { initiative }) => initiative.title);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { content } = context;
  const initiative = content.initiatives.find(({ id }) => id === params.initiative);
  if (!initiative) throw refusal("not-found");
  const locale = localeFor(request);
  const { messages, euros, span, language } = locale;
  const sizes = initiative.tracks.flatMap((track) => [...sizeClasses[track]]);
  const track = initiative.tracks[0] ?? "municipality";
  const text = content.questionnaires[track].text[language];
  const both = (format: (low: number, high: number) => string, amounts: Initiative["costEuro"][SizeClass]) =>
    amounts
      ? `${format(...amounts.once)}${amounts.yearly[1] > 0 ? `; ${messages.result.list.yearly} ${format(...amounts.yearly)}` : ""}`
      : "–";
  return {
    tracks: initiative.tracks,
    initiative: initiativeView(initiative, track, null, content, locale),
    lifts: initiative.lifts.map(({ item, level }) => messages.initiatives.lifts(valueUnder(text.items, item).short, level)),
    stages: [
      ...initiative.requires.items.map(({ item, level, unless }) =>
        messages.initiatives.requiresItem(valueUnder(text.items, item).short, level, unless?.includes("unmanaged") ?? false),
      ),
      ...initiative.requires.stages.map(({ dimension, stage }) =>
        messages.initiatives.requiresStage(valueUnder(text.dimensions, dimension).name, stage),
      ),
    ],
    sizes: sizes.map((size) => ({
      size: messages.names.sizeClasses[size],
      cost: both(euros, initiative.costEuro[size]),
      effort: both(span, initiative.effortPersonDays[size]),
    })),
    funding: content.funding
      .filter(({ id }) => initiative.funding.includes(id))
      .flatMap((programme) => {
        const state = fundingStateOn(programme, context.today);
        return state ? [fundingView({ programme, state }, content, locale, null)] : [];
      }),
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
        {tracks.map((track) => messages.names.tracks[track]).join(", ")} · {initiative.dimensionName} · {initiative.kindName}
      </p>
      <p className="lead">{initiative.summary}</p>
      <InitiativeFigures initiative={initiative} />
      <h2>{messages.initiatives.liftsTitle}</h2>
      <TextList texts={lifts} />
      {stages.length > 0 && (
        <>
          <h3>{messages.report.requires}</h3>
          <TextList texts={stages} />
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
      {funding.length === 0 ? <p>{messages.result.list.noPayer}</p> : <FundingList programmes={funding} />}
      <InitiativeDetails initiative={initiative} />
    </div>
  );
}
