import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { DataTable } from "../components/report/data-table";
import { ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/report-page";

export const meta = pageTitle(({ messages }) => messages.result.certainty.title);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const { certainty, facts, limits, validation } = view;
  return { frame, certainty, facts, limits, validation };
}

export default function Certainty() {
  const { frame, certainty, facts, limits, validation } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { result, report, layout } = messages;
  return (
    <ReportPage frame={frame} part="certainty" title={result.certainty.title}>
      {frame.quick ? <p className="lead">{result.certainty.quick}</p> : <Statements certainty={certainty} />}
      <section aria-labelledby="method" className="prose">
        <h2 id="method">{report.sections.method}</h2>
        <dl className="facts">
          {facts.map(([term, value]) => (
            <div key={term} className="fact">
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={href("/method")}>{layout.method}</a> · <a href={href("/sources")}>{layout.sources}</a>
        </p>
        <h2>{report.limitsTitle}</h2>
        <List lines={limits} />
        <h2>{result.validation.title}</h2>
        <List lines={validation} />
      </section>
    </ReportPage>
  );
}

function List({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Open answers, rating and formula, each for itself; then what somebody can do. */
function Statements({ certainty }: { certainty: ReturnType<typeof useLoaderData<typeof loader>>["certainty"] }) {
  const { messages, href } = useLocale();
  const { certainty: words, value } = messages.result;
  return (
    <>
      <p className="lead">{words.lead}</p>
      <h2>{words.openTitle}</h2>
      <p>{certainty.open}</p>
      <h2>{words.ratingTitle}</h2>
      <p>
        {certainty.band ?? words.ratingNone} {certainty.bandAndOpen}
      </p>
      <p className="hint">{words.constants}</p>
      <h2>{words.formulaTitle}</h2>
      <List lines={certainty.formula} />
      <section className="panel">
        <h2>{words.sharpenTitle}</h2>
        {certainty.sharpen.length === 0 ? (
          <p>{words.sharpenNone}</p>
        ) : (
          <ol>
            {certainty.sharpen.map(({ text, items }) => (
              <li key={text}>
                {text}
                {items.length > 0 && ` ${words.clarifyItems} ${items.map((item) => item.text).join(", ")}`}
              </li>
            ))}
          </ol>
        )}
      </section>
      <DataTable
        label={words.dimensionsTitle}
        captioned
        columns={[messages.report.dimension, value.short, words.ratingTitle]}
        numbers={[1, 2]}
        rows={certainty.dimensions.map(({ id, name, value: score, band }) => ({ key: id, cells: [name, score, band] }))}
      />
      {certainty.stability.length > 0 && (
        <>
          <h2>{words.stabilityTitle}</h2>
          <p>{words.stabilityText}</p>
          <DataTable
            label={words.stabilityTitle}
            columns={[messages.result.list.title, words.share]}
            numbers={[1]}
            rows={certainty.stability.map((one) => ({
              key: one.id,
              cells: [<a href={href(`/initiatives/${one.id}`)}>{one.title}</a>, one.share],
            }))}
          />
        </>
      )}
      <p className="hint">
        {certainty.seed && `${certainty.seed}. `}
        {words.reproducible}
      </p>
    </>
  );
}
