import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { DataTable } from "../components/report/data-table";
import { partTitle, ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/assessment/report-page";
import type { ComparisonView, EvidenceView } from "../views/comparison";

export const meta = partTitle("comparison");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  return { frame, comparison: view.comparison };
}

export default function Comparison() {
  const { frame, comparison } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { result, report, peers, regions } = messages;
  return (
    <ReportPage frame={frame} part="comparison">
      <p className="lead">{frame.quick ? result.comparison.quick : result.comparison.lead}</p>
      {!frame.quick && (
        <>
          <p className="alert">{comparison.label}</p>
          <DataTable
            label={result.comparison.title}
            columns={[report.dimension, ...comparison.regions.map(({ name }) => name)]}
            numbers={[]}
            rows={comparison.dimensions.map(({ id, name, regions: own }) => ({
              key: id,
              cells: [
                name,
                ...own.map(({ region, position, bandText, band }) => (
                  <Position key={region} position={position} band={band ? bandText : null} />
                )),
              ],
            }))}
          />
          {comparison.dimensions.map((dimension) => (
            <Evidence key={dimension.id} dimension={dimension} regions={comparison.regions} />
          ))}
        </>
      )}
      <p>
        <a href={href("/regions/coding-rules")}>{regions.codingRules}</a> ·{" "}
        <a href={href(`/assessments/${frame.id}/peers`)}>{peers.title}</a>
      </p>
    </ReportPage>
  );
}

function Position({ position, band }: { position: string; band: string | null }) {
  return (
    <>
      {position}
      {band && (
        <>
          <br />
          <span className="hint">{band}</span>
        </>
      )}
    </>
  );
}

type Dimension = ComparisonView["dimensions"][number];

/** What the articles say on a topic; on others than the respondent's kind under a heading of its own. */
function Evidence({ dimension, regions }: { dimension: Dimension; regions: ComparisonView["regions"] }) {
  const { result } = useLocale().messages;
  const told = dimension.regions.flatMap(({ region, evidence, others }) => {
    const name = regions.find(({ id }) => id === region)?.name ?? "";
    return [
      ...(evidence ? [{ key: region, name, evidence, isOther: false }] : []),
      ...others.map((other, index) => ({ key: `${region}-${index}`, name, evidence: other, isOther: true })),
    ];
  });
  if (told.length === 0) return null;
  return (
    <details>
      <summary>{dimension.name}</summary>
      {told.map(({ key, name, evidence, isOther }) => (
        <section key={key}>
          <h3>
            {name} {isOther && <span className="badge">{`${result.comparison.otherSubject}: ${evidence.speaksOf}`}</span>}
          </h3>
          <EvidenceText evidence={evidence} />
        </section>
      ))}
    </details>
  );
}

function EvidenceText({ evidence }: { evidence: EvidenceView }) {
  return (
    <>
      <p>
        {evidence.direction}, {evidence.strength} {evidence.ended && <span className="badge badge-ended">{evidence.ended}</span>}
      </p>
      {evidence.note && <p>{evidence.note}</p>}
      <CitationList citations={evidence.claims} />
    </>
  );
}
