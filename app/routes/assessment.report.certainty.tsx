import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale } from "../components/layout/locale";
import { DataTable } from "../components/report/data-table";
import { partTitle, ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/assessment/report-page";
import { TextList } from "../components/layout/text-list";

export const meta = partTitle("certainty");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const { agreement, certainty, facts, limits, validation } = view;
  return { frame, agreement, certainty, facts, limits, validation };
}

export default function Certainty() {
  const { frame, agreement, certainty, facts, limits, validation } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { result, report, layout } = messages;
  return (
    <ReportPage frame={frame} part="certainty">
      {certainty.quick ? <p className="lead">{certainty.quick.join(" ")}</p> : <Statements certainty={certainty} />}
      {agreement && (
        <details className="row">
          <summary>
            <strong>{messages.team.agreement.title}</strong>
          </summary>
          <TextList texts={[...agreement.lines, ...agreement.topics]} />
        </details>
      )}
      <details className="row">
        <summary>
          <strong>{report.sections.method}</strong>
        </summary>
        <div id="method" className="prose">
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
        </div>
      </details>
      <details className="row">
        <summary>
          <strong>{report.limitsTitle}</strong>
        </summary>
        <TextList texts={limits} />
      </details>
      <details className="row">
        <summary>
          <strong>{result.validation.title}</strong>
        </summary>
        <TextList texts={validation} />
      </details>
    </ReportPage>
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
        {certainty.band ?? words.ratingNone} {certainty.bandAndOpen} {certainty.checked}
      </p>
      <p className="hint">{certainty.constants}</p>
      {certainty.formula.length > 0 && (
        <>
          <h2>{words.formulaTitle}</h2>
          <TextList texts={certainty.formula} />
        </>
      )}
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
      <details className="row">
        <summary>
          <strong>{words.dimensionsTitle}</strong>
        </summary>
        <DataTable
          label={words.dimensionsTitle}
          columns={[messages.report.dimension, value.short, words.ratingTitle]}
          numbers={[1, 2]}
          rows={certainty.dimensions.map(({ id, name, value: score, band }) => ({ key: id, cells: [name, score, band] }))}
        />
      </details>
      {certainty.stability.length > 0 && (
        <details className="row">
          <summary>
            <strong>{words.stabilityTitle}</strong>
          </summary>
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
        </details>
      )}
      <p className="hint">
        {certainty.seed && `${certainty.seed}. `}
        {words.reproducible}
      </p>
    </>
  );
}
