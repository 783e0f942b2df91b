import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { DataTable } from "../components/report/data-table";
import { ReportPage } from "../components/report/report-page";
import { WrittenText } from "../components/report/written-text";
import { reportPage } from "../http/assessment/report-page";
import { refusal } from "../http/request";
import type { TopicView } from "../views/topics";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle<{ topic: { name: string; score: string }; frame: { quick: boolean } }>((_locale, { topic, frame }) =>
  frame.quick ? topic.name : `${topic.name}: ${topic.score}`,
);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const { topics, written, list } = view;
  const topic = topics.find(({ id }) => id === args.params.dimension);
  if (!topic) throw refusal("not-found");
  return {
    frame,
    topic,
    topics: topics.map(({ id, short, score }) => ({ id, short, score })),
    written,
    lifting: list.entries
      .filter(({ lifted }) => lifted.includes(topic.id))
      .slice(0, told)
      .map(({ id, title }) => ({ id, title })),
  };
}

/** So many initiatives are named; the list has them all. */
const told = 3;

export default function Topic() {
  const { frame, topic, topics, written, lifting } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { report, result, document } = messages;
  const path = (end: string) => href(`/assessments/${frame.id}/report/${end}`) + frame.search;
  return (
    <ReportPage frame={frame} part="topics" title={topic.name}>
      <div className="page-with-aside topic-page">
        <div>
          {!frame.quick && (
            <p className="dimension-score">
              <strong>{topic.score}</strong>
              {topic.values.lower !== topic.values.upper && (
                <span>
                  {result.value.range} {topic.interval}
                </span>
              )}
              {topic.stage && (
                <span>
                  {report.stage} {topic.stage}
                </span>
              )}
              {topic.gate && <span>{report.gate}</span>}
              <span className="hint">{topic.coverage}</span>
            </p>
          )}
          {topic.reason && <p>{topic.reason}</p>}
          {topic.comment && (
            <>
              <h2>{document.comment}</h2>
              {written?.outdated && <p className="alert alert-warning">{document.outdated}</p>}
              <WrittenText text={topic.comment} {...(written && { language: written.language })} />
            </>
          )}
          <Lines title={result.topic.inPlace} lines={topic.inPlace} none={result.topic.nothingInPlace} />
          <Lines title={result.topic.missing} lines={topic.missing} none={null} />
          <Lines title={result.topic.open} lines={topic.open} none={null} />
          {lifting.length > 0 && (
            <>
              <h2>{result.topic.next}</h2>
              <ul>
                {lifting.map(({ id, title }) => (
                  <li key={id}>
                    <a href={path(`initiatives/${id}`)}>{title}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>{report.restsOn}</h2>
          <Answers topic={topic} />
          {topic.band && <p className="hint">{topic.band}</p>}
          {frame.mayEdit && (
            <p className="no-print">
              <a href={href(`/assessments/${frame.id}/${topic.id}`)}>{messages.screen.changeAnswers}</a>
            </p>
          )}
        </div>
        <nav className="topics-of-report no-print" aria-label={report.sections.dimensions}>
          <ul>
            {topics.map(({ id, short, score }) => (
              <li key={id}>
                <a href={path(`topics/${id}`)} aria-current={id === topic.id ? "page" : undefined}>
                  <span>{short}</span> {!frame.quick && <span>{score}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </ReportPage>
  );
}

function Lines({ title, lines, none }: { title: string; lines: string[]; none: string | null }) {
  if (lines.length === 0 && none === null) return null;
  return (
    <>
      <h2>{title}</h2>
      {lines.length === 0 ? <p>{none}</p> : <TextList texts={lines} />}
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
