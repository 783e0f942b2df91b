import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { DownloadMenu } from "../components/report/download-menu";
import { FundingList } from "../components/report/funding-list";
import { InitiativeDetails, InitiativeFigures } from "../components/report/initiative-details";
import { ReportCharts } from "../components/report/report-charts";
import { ReportDimension } from "../components/report/report-dimension";
import { WrittenText } from "../components/report/written-text";
import { ReportSummary } from "../components/report/report-summary";
import { documentKinds, type DocumentKind } from "../documents/document-options";
import { readReportOptions, writeReportOptions } from "../views/report-options";
import { reportView, type ReportView } from "../views/report-view";
import type { TypicalCost } from "../jobs/documents";
import { reportOf } from "../http/report-of";
import { readable, localeFor } from "../http/request";

export const meta = pageTitle<{ view: ReportView }>((_speech, { view }) => view.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const { content } = args.context;
  const options = readReportOptions(new URL(args.request.url).searchParams);
  const data = await reportOf(assessment, options.weights, args.context);
  return {
    id: assessment.id,
    mayEdit: assessment.may === "edit",
    region: options.region,
    search: writeReportOptions(options),
    view: reportView(data, content, localeFor(args.request)),
    usual: Object.fromEntries(documentKinds.map((kind) => [kind, args.context.documents.usual(kind)])) as Record<DocumentKind, TypicalCost>,
  };
}

/** The first steps are told in full; the others unfold. */
const opened = 3;

export default function ReportPage() {
  const { id, mayEdit, region, search, usual, view } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { report } = messages;
  return (
    <div className="page">
      <p className="kicker">{view.meta}</p>
      <h1>{view.title}</h1>
      {view.quick && (
        <form method="post" action={href(`/assessments/${id}`)}>
          <p>
            {report.quickNote}{" "}
            {mayEdit && (
              <button className="link-button no-print" name="intent" value="go-full">
                {messages.assessment.toFull}
              </button>
            )}
          </p>
        </form>
      )}
      {view.weights && <p className="alert alert-warning">{view.weights}</p>}
      <ReportSummary view={view} />
      {view.written?.summary && (
        <section className="prose" aria-labelledby="written">
          <h2 id="written">{messages.document.authorsSummary}</h2>
          {view.written.author && <p className="hint">{messages.writing.by(view.written.author)}</p>}
          {view.written.outdated && <p className="alert alert-warning">{messages.document.outdated}</p>}
          <WrittenText text={view.written.summary} language={view.written.language} />
        </section>
      )}
      <nav className="report-contents no-print" aria-label={report.contents}>
        <ul>
          {Object.entries(report.sections)
            .filter(([section]) => section !== "summary")
            .map(([section, name]) => (
              <li key={section}>
                <a href={`#${section}`}>{name}</a>
              </li>
            ))}
          {mayEdit && (
            <li>
              <a href={href(`/assessments/${id}`)}>{report.back}</a>
            </li>
          )}
          <li>
            <a href={href(`/assessments/${id}/certainty`) + search}>{messages.uncertainty.link}</a>
          </li>
          <li>
            <a href={href(`/assessments/${id}/what-if`)}>{report.whatIf}</a>
          </li>
          <li>
            <a href={href(`/assessments/${id}/peers`)}>{messages.peers.title}</a>
          </li>
          <li>
            <a href={href(`/assessments/${id}/roadmap`)}>{messages.roadmap.link}</a>
          </li>
          {mayEdit && (
            <li>
              <a href={href(`/assessments/${id}/words`)}>{messages.writing.link}</a>
            </li>
          )}
          <li>
            <a href="#download">{messages.download.title}</a>
          </li>
        </ul>
      </nav>
      <ReportCharts view={view} region={region} />

      <section aria-labelledby="dimensions">
        <h2 id="dimensions">{report.sections.dimensions}</h2>
        {view.dimensions.map((dimension) => (
          <ReportDimension key={dimension.id} dimension={dimension} written={view.written ?? null} />
        ))}
      </section>

      <section aria-labelledby="initiatives">
        <h2 id="initiatives">{report.sections.initiatives}</h2>
        <p className="lead">{view.initiatives.length > 0 ? report.initiativesIntro : report.noSteps}</p>
        <p className="hint no-print">{report.print}</p>
        <ol className="initiatives-list">
          {view.initiatives.map((initiative, index) => (
            <li key={initiative.id} className="initiative" id={initiative.id}>
              <div className="initiative-head">
                <h3>
                  {initiative.title} {initiative.legalDuty && <span className="badge badge-duty">{messages.names.legalDuty}</span>}
                </h3>
                <p className="hint">{initiative.dimensionName}</p>
                <p>{initiative.summary}</p>
                <InitiativeFigures initiative={initiative} gain={initiative.gain} />
                {initiative.stability && <p className="hint">{initiative.stability}</p>}
              </div>
              <details open={index < opened || undefined}>
                <summary>
                  {report.why}, {report.firstSteps}, {report.fundingTitle}
                  <span className="visually-hidden">: {initiative.title}</span>
                </summary>
                <h4>{report.why}</h4>
                <ul>
                  {initiative.why.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                  <li>{initiative.gainLong}</li>
                </ul>
                <InitiativeDetails initiative={initiative} />
                <h4>{report.fundingTitle}</h4>
                <FundingList programmes={initiative.funding} />
              </details>
            </li>
          ))}
        </ol>
        {view.postponed.length > 0 && (
          <>
            <h3>{report.postponedTitle}</h3>
            <p>{report.postponedIntro}</p>
            <ul>
              {view.postponed.map((initiative) => (
                <li key={initiative.id}>
                  <a href={href(`/initiatives/${initiative.id}`)}>{initiative.title}</a>: {initiative.needs}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>

      <DownloadMenu assessmentId={id} kept={[...new URLSearchParams(search)]} usual={usual} />
      <p className="no-print">
        {messages.download.dataTitle}:{" "}
        <a href={`/assessments/${id}/report.json${search}`} download>
          {messages.download.json}
        </a>{" "}
        ·{" "}
        <a href={`/assessments/${id}/ki-pegel.json`} download>
          {messages.download.saveFile}
        </a>
      </p>

      <section aria-labelledby="method" className="prose">
        <h2 id="method">{report.sections.method}</h2>
        <dl className="facts">
          {view.facts.map(([term, value]) => (
            <div key={term} className="fact">
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={href("/method")}>{messages.layout.method}</a> ·{" "}
          <a href={href("/regions/coding-rules")}>{messages.regions.codingRules}</a> ·{" "}
          <a href={href("/sources")}>{messages.layout.sources}</a>
        </p>
        <h3>{report.limitsTitle}</h3>
        <ul>
          {view.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
