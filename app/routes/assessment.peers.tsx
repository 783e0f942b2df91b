import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { DataTable } from "../components/report/data-table";
import { assess } from "../core/assess";
import { contributionFrom } from "../core/benchmark/peers";
import { contextStatistics } from "../core/benchmark/context-statistics";
import { citeSource } from "../views/citations";
import { peersView } from "../views/peers-view";
import { editable, readable, readForm, refusal, localeFor } from "../http/request";
import { peersOf } from "../http/report-of";

export const meta = pageTitle(({ messages }) => messages.peers.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const { content, now } = args.context;
  const locale = localeFor(args.request);
  const { messages, translate, date } = locale;
  const { track } = assessment;
  const report = assess(assessment, content, now.toISOString().slice(0, 10));
  const peers = await peersOf(assessment);
  const { obstacles } = contributionFrom({ ...assessment, dimensions: report.dimensions }, content.questionnaires[track]);
  const view = peers && peersView(peers, track, content, locale);
  return {
    id: assessment.id,
    mayEdit: assessment.may === "edit",
    joinedAt: view && view.joined,
    obstacles: obstacles.map((obstacle) => messages.peers.obstacles[obstacle]),
    values: view?.values ?? [],
    context: contextStatistics(content.statistics, track, assessment.organisation.sizeClass ?? null).map((statistic) => ({
      id: statistic.id,
      statement: translate(statistic.statement),
      population: translate(statistic.population),
      denominator: translate(statistic.denominator),
      year: date(statistic.year),
      source: citeSource(statistic.source, content, locale),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const { content, now } = args.context;
  const intent = textOf(await readForm(args.request), "intent");
  if (intent === "leave") await assessment.leavePeers();
  else if (intent === "join") {
    const report = assess(assessment, content, now.toISOString().slice(0, 10));
    const { contribution } = contributionFrom({ ...assessment, dimensions: report.dimensions }, content.questionnaires[assessment.track]);
    if (contribution) await assessment.joinPeers(contribution);
  } else throw refusal("bad-request");
  return redirect(localeFor(args.request).href(`/assessments/${assessment.id}/peers`), { status: 303 });
}

export default function Peers() {
  const { id, mayEdit, joinedAt, obstacles, values, context } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { peers, report } = messages;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report`)}>{report.backToReport}</a>
      </p>
      <h1>{peers.title}</h1>
      <p className="lead">{peers.lead}</p>
      {joinedAt && <p className="alert alert-success">{joinedAt}</p>}
      {values.length > 0 && (
        <DataTable
          label={peers.title}
          columns={[report.dimension, peers.own, peers.median, peers.quartiles, peers.cohort]}
          numbers={[1, 2, 3]}
          rows={values.map(({ dimension, own, median, quartiles, cohort }) => ({
            key: dimension,
            cells: [dimension, own, median, quartiles, cohort],
          }))}
        />
      )}
      {joinedAt && <p>{values.length > 0 ? peers.volunteers : peers.none}</p>}
      <ul>
        {peers.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {mayEdit && obstacles.length > 0 && (
        <ul className="alert alert-warning alert-list">
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{obstacle}</li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <form method="post" className="form-actions">
          {obstacles.length === 0 && (
            <button className={joinedAt ? "button button-secondary" : "button"} name="intent" value="join">
              {joinedAt ? peers.renew : peers.join}
            </button>
          )}
          {joinedAt && (
            <button className="button button-danger" name="intent" value="leave">
              {peers.leave}
            </button>
          )}
        </form>
      )}
      <h2>{peers.contextTitle}</h2>
      <p>{peers.contextLead}</p>
      {context.map((statistic) => (
        <section key={statistic.id}>
          <h3>{statistic.statement}</h3>
          <dl className="facts">
            <dt>{peers.population}</dt>
            <dd>{statistic.population}</dd>
            <dt>{peers.denominator}</dt>
            <dd>{statistic.denominator}</dd>
            <dt>{peers.year}</dt>
            <dd>{statistic.year}</dd>
          </dl>
          <CitationList citations={[statistic.source]} />
        </section>
      ))}
    </div>
  );
}
