import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale } from "../components/layout/locale";
import { DownloadMenu } from "../components/report/download-menu";
import { partTitle, ReportPage } from "../components/report/report-page";
import { documentKinds, type DocumentKind } from "../documents/document-options";
import { papersFor } from "../documents/papers/paper";
import { reportPage } from "../http/assessment/report-page";
import type { TypicalCost } from "../jobs/documents";

export const meta = partTitle("documents");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const papers = papersFor(view.track);
  const { documents } = args.context;
  documents.expect();
  const looks = (await args.context.visitor.mappen.looksOf(frame.id)).map(({ id, name }) => ({ id, name }));
  const typical = Object.fromEntries(documentKinds.map((kind) => [kind, documents.typicalCost({ kind, paper: papers[0] })])) as Record<
    DocumentKind,
    TypicalCost
  >;
  return { frame, typical, papers, looks };
}

export default function Documents() {
  const { frame, typical, papers, looks } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { branding, download, writing, whatIf, report } = messages;
  return (
    <ReportPage frame={frame} part="documents">
      <DownloadMenu assessmentId={frame.id} kept={[...new URLSearchParams(frame.search)]} usual={typical} papers={papers} looks={looks} />
      <p className="no-print">
        {download.dataTitle}:{" "}
        <a href={`/assessments/${frame.id}/report.json${frame.search}`} download>
          {download.json}
        </a>{" "}
        ·{" "}
        <a href={`/assessments/${frame.id}/ki-pegel.json`} download>
          {download.saveFile}
        </a>
      </p>
      <ul>
        {frame.mayEdit && (
          <>
            <li>
              <a href={href(`/assessments/${frame.id}/words`)}>{writing.link}</a>
            </li>
            <li>
              <a href={href(`/assessments/${frame.id}/brand`)}>{branding.link}</a>
            </li>
          </>
        )}
        <li>
          <a href={href(`/assessments/${frame.id}/what-if`)}>{whatIf.title}</a>
        </li>
        <li>
          <a href={href(`/assessments/${frame.id}/report/initiatives`) + frame.search}>{report.allSteps}</a>
        </li>
      </ul>
    </ReportPage>
  );
}
