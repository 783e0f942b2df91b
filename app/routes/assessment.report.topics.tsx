import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { DataTable } from "../components/report/data-table";
import { ReportCharts } from "../components/report/report-charts";
import { ReportPage } from "../components/report/report-page";
import { WrittenText } from "../components/report/written-text";
import { reportPage } from "../http/report-page";
import { rangeRows } from "../views/report-view";
import type { TopicView } from "../views/topics";

export const meta = pageTitle(({ messages }) => messages.result.parts.topics);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, region, view } = await reportPage(args);
  const { topics, written, comparison } = view;
  return { frame, region, topics, written, regions: comparison.regions, rows: rangeRows(view, region) };
}

export default function Topics() {
  const { frame, region, topics, written, regions, rows } = useLoaderData<typeof loader>();
  const { messages } = useLocale();
  return (
    <ReportPage frame={frame} part="topics" title={messages.report.sections.dimensions}>
      {!frame.quick && <ReportCharts topics={topics} rows={rows} regions={regions} region={region} weighted={frame.reweighted} />}
      {topics.map((topic) => (
        <Topic key={topic.id} topic={topic} quick={frame.quick} written={written ?? null} />
      ))}
    </ReportPage>
  );
}

type Written = { language: "de" | "en"; outdated: boolean } | null;

/** What is in place, what is missing and what nobody knows; the answers behind it unfold. */
function Topic({ topic, quick, written }: { topic: TopicView; quick: boolean; written: Written }) {
  const { report, document, result } = useLocale().messages;
  return (
    <section className="dimension" aria-labelledby={topic.id}>
      <h2 id={topic.id}>
        {topic.name} {topic.gate && <span className="badge">{report.gate}</span>}
      </h2>
      {!quick && (
        <p className="dimension-score">
          <strong>{topic.score}</strong>
          <span>
            {result.value.range} {topic.interval}
          </span>
          {topic.band && <span>{topic.band}</span>}
          {topic.stage && <span>{topic.stage}</span>}
          <span className="hint">{topic.coverage}</span>
        </p>
      )}
      {topic.reason && <p>{topic.reason}</p>}
      {topic.comment && (
        <>
          <h3>{document.comment}</h3>
          {written?.outdated && <p className="alert alert-warning">{document.outdated}</p>}
          <WrittenText text={topic.comment} {...(written && { language: written.language })} />
        </>
      )}
      <Lines title={result.topic.inPlace} lines={topic.inPlace} none={result.topic.nothingInPlace} />
      <Lines title={result.topic.missing} lines={topic.missing} none={null} />
      <Lines title={result.topic.open} lines={topic.open} none={null} />
      <details>
        <summary>
          {report.restsOn}
          <span className="visually-hidden">: {topic.name}</span>
        </summary>
        <Answers topic={topic} />
      </details>
    </section>
  );
}

function Lines({ title, lines, none }: { title: string; lines: string[]; none: string | null }) {
  if (lines.length === 0 && none === null) return null;
  return (
    <>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Answers({ topic }: { topic: TopicView }) {
  const { report } = useLocale().messages;
  return (
    <DataTable
      label={`${report.restsOn}: ${topic.name}`}
      columns={[report.question, report.answer, report.evidence]}
      numbers={[]}
      rows={topic.questions.map((question) => ({
        key: question.id,
        cells: [
          <>
            {question.number}. {question.question}
            <details>
              <summary>
                {report.sourcesTitle}
                <span className="visually-hidden">: {question.question}</span>
              </summary>
              <CitationList citations={question.sources} />
            </details>
          </>,
          <>
            {question.answer}
            {question.note && <p className="hint">{question.note}</p>}
          </>,
          question.evidence,
        ],
      }))}
    />
  );
}
