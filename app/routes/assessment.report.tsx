import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Gauge } from "../components/charts/gauge";
import { pagePalette } from "../components/charts/palette";
import { pageTitle, useLocale } from "../components/layout/locale";
import { NextSteps } from "../components/report/next-steps";
import { ReportPage } from "../components/report/report-page";
import { WrittenText } from "../components/report/written-text";
import { reportPage } from "../http/report-page";
import type { ReportView } from "../views/report-view";

export const meta = pageTitle<{ frame: { title: string } }>((_locale, { frame }) => frame.title);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const { overview, nextSteps, written } = view;
  return { frame, overview, nextSteps, written };
}

export default function Overview() {
  const { frame, overview, nextSteps, written } = useLoaderData<typeof loader>();
  const { messages } = useLocale();
  const { result } = messages;
  return (
    <ReportPage frame={frame} part="overview" title={frame.title}>
      <p className="lead">{overview.verdict}</p>
      <section className="report-value" aria-labelledby="value">
        <h2 id="value" className="big-value">
          {overview.value.text}
        </h2>
        {overview.value.range && <p>{overview.value.range}</p>}
        <Gauge palette={pagePalette} {...overview.values} label={[overview.value.text, overview.value.range].filter(Boolean).join(" – ")} />
        <p className="hint">{overview.meaning}</p>
        {frame.quick ? <QuickOutlook frame={frame} overview={overview} /> : overview.band && <p>{overview.band}</p>}
      </section>
      {written?.summary && (
        <section className="prose" aria-labelledby="summary">
          <h2 id="summary">{messages.document.authorsSummary}</h2>
          {written.author && <p className="hint">{messages.writing.by(written.author)}</p>}
          {written.outdated && <p className="alert alert-warning">{messages.document.outdated}</p>}
          <WrittenText text={written.summary} language={written.language} />
        </section>
      )}
      <section aria-labelledby="steps">
        <h2 id="steps">{result.nextSteps.title}</h2>
        <NextSteps steps={nextSteps} assessmentId={frame.id} />
      </section>
      <StrengthsAndGaps overview={overview} />
      {!frame.quick && <Facts overview={overview} />}
      <Contradictions overview={overview} />
    </ReportPage>
  );
}

type Overview = { overview: ReportView["overview"] };

function QuickOutlook({ frame, overview }: Overview & { frame: { id: string; mayEdit: boolean; stillQuick: boolean } }) {
  const { messages, href } = useLocale();
  const { quick } = messages.result;
  return (
    <>
      {overview.quick?.expected && <p>{overview.quick.expected}</p>}
      <ul>
        {overview.quick?.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="hint">{frame.stillQuick ? messages.report.stillQuick : quick.note}</p>
      {frame.mayEdit && !frame.stillQuick && (
        <form method="post" action={href(`/assessments/${frame.id}`)} className="no-print">
          <button className="button button-secondary" name="intent" value="go-full">
            {quick.toFull}
          </button>
        </form>
      )}
    </>
  );
}

function StrengthsAndGaps({ overview }: Overview) {
  const { result } = useLocale().messages;
  const list = (id: string, title: string, items: Overview["overview"]["strengths"], none: string) => (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {items.map(({ id: item, title: name, text }) => (
            <li key={item}>
              <strong>{name}</strong>
              <br />
              {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
  return (
    <div className="report-sides">
      {list("strengths", result.strengths, overview.strengths, result.noStrengths)}
      {list("gaps", result.gaps, overview.gaps, result.noGaps)}
    </div>
  );
}

function Facts({ overview }: Overview) {
  return (
    <dl className="facts">
      {overview.facts.map(({ term, text }) => (
        <div className="fact" key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Contradictions({ overview }: Overview) {
  const { contradictions } = useLocale().messages.result;
  if (overview.contradictions.length === 0) return null;
  return (
    <section className="alert" aria-labelledby="contradictions">
      <h2 id="contradictions">{contradictions.title}</h2>
      <p>{contradictions.lead}</p>
      <ul>
        {overview.contradictions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
