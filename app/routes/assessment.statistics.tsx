import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { contextStatistics } from "../core/benchmark/context-statistics";
import { readable, localeFor } from "../http/request";
import { citeSource } from "../views/citations";

export const meta = pageTitle(({ messages }) => messages.peers.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const { content } = args.context;
  const locale = localeFor(args.request);
  const { translate, date } = locale;
  return {
    id: assessment.id,
    context: contextStatistics(content.statistics, assessment.track, assessment.organisation.sizeClass ?? null).map((statistic) => ({
      id: statistic.id,
      statement: translate(statistic.statement),
      population: translate(statistic.population),
      denominator: translate(statistic.denominator),
      year: date(statistic.year),
      source: citeSource(statistic.source, content, locale),
    })),
  };
}

/** What official and published figures say; why nobody is compared with strangers. */
export default function Statistics() {
  const { id, context } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { peers, report } = messages;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report`)}>{report.backToReport}</a>
      </p>
      <h1>{peers.title}</h1>
      <p className="lead">{peers.lead}</p>
      <p>{peers.whyNot}</p>
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
