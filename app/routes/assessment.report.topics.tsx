import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale } from "../components/layout/locale";
import { ReportCharts } from "../components/report/report-charts";
import { partTitle, ReportPage } from "../components/report/report-page";
import { TopicLines } from "../components/report/topic-lines";
import { reportPage } from "../http/assessment/report-page";
import { rangeRows } from "../views/report-view";

export const meta = partTitle("topics");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, region, view } = await reportPage(args);
  const { topics, comparison } = view;
  return { frame, region, topics, regions: comparison.regions, rows: rangeRows(view, region) };
}

/** All topics beside each other; each has a page of its own. */
export default function Topics() {
  const { frame, region, topics, regions, rows } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const hrefOf = (id: string) => href(`/assessments/${frame.id}/report/topics/${id}`) + frame.search;
  return (
    <ReportPage frame={frame} part="topics">
      {frame.quick ? (
        <TopicLines topics={topics} hrefOf={hrefOf} label={messages.result.quick.answers} />
      ) : (
        <ReportCharts
          {...{ topics, rows, regions, region, hrefOf }}
          weighted={frame.reweighted}
          keepWeights={frame.mayEdit ? href(`/assessments/${frame.id}/weights`) : null}
        />
      )}
    </ReportPage>
  );
}
