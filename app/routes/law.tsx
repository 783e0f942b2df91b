import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TextInput } from "../components/form/field";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { CitationList } from "../components/report/citation-list";
import { citeSource } from "../documents/citations";
import { speechOf } from "../server/request";

export const meta = pageTitle(({ words }) => words.law.title);

export function loader({ request, context }: LoaderFunctionArgs) {
  const speech = speechOf(request);
  const { say, words, date, language } = speech;
  const search = (new URL(request.url).searchParams.get("search") ?? "").slice(0, 100);
  const wanted = search.trim().toLocaleLowerCase(language);
  const found = context.content.law.filter(({ act, provision, title, summary }) =>
    [say(act), provision, say(title), say(summary)].join(" ").toLocaleLowerCase(language).includes(wanted),
  );
  const provisions = found.map((law) => ({
    id: law.id,
    title: say(law.title),
    provision: `${say(law.act)}, ${law.provision}`,
    summary: say(law.summary),
    who: law.tracks.map((track) => words.names.tracks[track]).join(", "),
    applies: law.appliesFrom && words.law.appliesFrom(date(law.appliesFrom)),
    asOf: words.names.asOf(date(law.asOf)),
    changes: law.changes.map((change) => ({ date: date(change.date), what: say(change.what) })),
    sources: law.sources.map((source) => citeSource(source, context.content, speech)),
  }));
  return { search, provisions };
}

export default function LawPage() {
  const { search, provisions } = useLoaderData<typeof loader>();
  const { words, href } = useSpeech();
  return (
    <div className="page prose">
      <h1>{words.law.title}</h1>
      <p className="lead">{words.law.lead}</p>
      <form method="get" className="filters" role="search">
        <TextInput name="search" type="search" label={words.initiatives.search} value={search} />
        <button className="button button-secondary">{words.initiatives.apply}</button>
      </form>
      <p role="status">
        {words.law.count(provisions.length)} {search && <a href={href("/law")}>{words.initiatives.reset}</a>}
      </p>
      {provisions.map(({ id, title, provision, summary, who, applies, asOf, changes, sources }) => (
        <section key={id}>
          <h2 id={id}>{title}</h2>
          <p className="hint">{[provision, who, applies, asOf].filter(Boolean).join(" · ")}</p>
          <p>{summary}</p>
          {changes.length > 0 && (
            <>
              <h3>{words.law.changes}</h3>
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
              {words.form.sources}
              <span className="visually-hidden">: {title}</span>
            </summary>
            <CitationList citations={sources} />
          </details>
        </section>
      ))}
    </div>
  );
}
