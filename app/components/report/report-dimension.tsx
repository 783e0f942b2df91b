import type { DimensionView, ReportView } from "../../views/report-view";
import { useLocale } from "../layout/locale";
import { CitationList } from "./citation-list";
import { DataTable } from "./data-table";
import { WrittenText } from "./written-text";

/** One dimension: value, what it rests on, comparison, and every initiative that helps. */
type Props = { dimension: DimensionView; written: ReportView["written"] | null };

export function ReportDimension({ dimension, written }: Props) {
  const { report, document } = useLocale().messages;
  return (
    <section className="dimension" aria-labelledby={dimension.id}>
      <h3 id={dimension.id}>
        {dimension.name} {dimension.gate && <span className="badge">{report.gate}</span>}
      </h3>
      <p className="dimension-score">
        <strong>{dimension.score}</strong>
        <span>
          {report.interval} {dimension.interval}
        </span>
        {dimension.likely && <span>{dimension.likely}</span>}
        {dimension.stage && <span>{dimension.stage}</span>}
        <span className="hint">{dimension.answered}</span>
      </p>
      {dimension.reason && <p>{dimension.reason}</p>}
      {dimension.meaning && <p>{dimension.meaning}</p>}

      {dimension.comment && (
        <>
          <h4>{document.comment}</h4>
          {written?.outdated && <p className="alert alert-warning">{document.outdated}</p>}
          <WrittenText text={dimension.comment} {...(written && { language: written.language })} />
        </>
      )}

      <h4>{report.restsOn}</h4>
      <DataTable
        label={`${report.restsOn}: ${dimension.name}`}
        columns={[report.question, report.answer, report.evidence]}
        numbers={[]}
        rows={dimension.questions.map((question) => ({
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

      <h4>{report.compared}</h4>
      <DataTable
        label={`${report.compared}: ${dimension.name}`}
        columns={[report.region, report.band, report.position, report.speaksOf, report.claims]}
        numbers={[1]}
        rows={dimension.comparisons.map(({ region, name, bandText, position, evidence }) => ({
          key: region,
          cells: [
            name,
            bandText,
            position,
            evidence ? evidence.speaksOf : "–",
            evidence ? <Claims name={name} evidence={evidence} /> : "–",
          ],
        }))}
      />

      <h4>{report.recommendedHere}</h4>
      {dimension.initiatives.length === 0 ? (
        <p>{report.noneHere}</p>
      ) : (
        <ul>
          {dimension.initiatives.map(({ id, title, gain }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a> <span className="hint">{gain}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a region's article says, behind the band. */
function Claims({ name, evidence }: { name: string; evidence: NonNullable<DimensionView["comparisons"][number]["evidence"]> }) {
  return (
    <details className="statements">
      <summary>
        {evidence.direction}, {evidence.strength}
        <span className="visually-hidden">: {name}</span>
      </summary>
      {evidence.ended && <p className="badge badge-ended">{evidence.ended}</p>}
      {evidence.note && <p>{evidence.note}</p>}
      <CitationList citations={evidence.claims} />
    </details>
  );
}
