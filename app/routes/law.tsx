import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TextInput } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { citeSource } from "../views/citations";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.law.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeFor(request);
  const { translate, messages, date, language } = locale;
  const search = (new URL(request.url).searchParams.get("search") ?? "").slice(0, 100);
  const wanted = search.trim().toLocaleLowerCase(language);
  const found = context.content.law.filter(({ act, provision, title, summary }) =>
    [translate(act), translate(provision), translate(title), translate(summary)].join(" ").toLocaleLowerCase(language).includes(wanted),
  );
  const provisions = found.map((law) => ({
    id: law.id,
    title: translate(law.title),
    provision: `${translate(law.act)}, ${translate(law.provision)}`,
    summary: translate(law.summary),
    unconfirmed: law.unconfirmed && translate(law.unconfirmed),
    who: law.tracks.map((track) => messages.names.tracks[track]).join(", "),
    applies: law.appliesFrom && messages.law.appliesFrom(date(law.appliesFrom)),
    asOf: messages.names.asOf(date(law.asOf)),
    changes: law.changes.map((change) => ({ date: date(change.date), what: translate(change.what) })),
    sources: law.sources.map((source) => citeSource(source, context.content, locale)),
  }));
  return { search, provisions };
}

export default function LawPage() {
  const { search, provisions } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  return (
    <div className="page prose">
      <h1>{messages.law.title}</h1>
      <p className="lead">{messages.law.lead}</p>
      <form method="get" className="filters" role="search">
        <TextInput name="search" type="search" label={messages.initiatives.search} value={search} />
        <button className="button button-secondary">{messages.initiatives.apply}</button>
      </form>
      <p role="status">
        {messages.law.count(provisions.length)} {search && <a href={href("/law")}>{messages.initiatives.reset}</a>}
      </p>
      {provisions.map(({ id, title, provision, summary, unconfirmed, who, applies, asOf, changes, sources }) => (
        <section key={id}>
          <h2 id={id}>{title}</h2>
          <p className="hint">{[provision, who, applies, asOf].filter(Boolean).join(" · ")}</p>
          <p>{summary}</p>
          {unconfirmed && (
            <p className="hint">
              {messages.law.unconfirmed} {unconfirmed}
            </p>
          )}
          {changes.length > 0 && (
            <>
              <h3>{messages.law.changes}</h3>
              <dl className="facts">
                {changes.map(({ date, what }) => (
                  <div className="fact" key={date + what}>
                    <dt>{date}</dt>
                    <dd>{what}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
          <details>
            <summary>
              {messages.report.sourcesTitle}
              <span className="visually-hidden">: {title}</span>
            </summary>
            <CitationList citations={sources} />
          </details>
        </section>
      ))}
    </div>
  );
}
