import type { DimensionView } from "../../documents/report-view";
import { useSpeech } from "../layout/speech";
import { CitationList } from "./citation-list";

/** One dimension: value, what it rests on, comparison, and every initiative that helps. */
export function ReportDimension({ dimension }: { dimension: DimensionView }) {
  const { report } = useSpeech().words;
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

      <h4>{report.restsOn}</h4>
      <div className="table-scroll" role="region" tabIndex={0} aria-label={`${report.restsOn}: ${dimension.name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{report.question}</th>
              <th scope="col">{report.answer}</th>
              <th scope="col">{report.evidence}</th>
            </tr>
          </thead>
          <tbody>
            {dimension.questions.map((question) => (
              <tr key={question.id}>
                <th scope="row">
                  {question.number}. {question.question}
                  <details>
                    <summary>
                      {report.sourcesTitle}
                      <span className="visually-hidden">: {question.question}</span>
                    </summary>
                    <CitationList citations={question.sources} />
                  </details>
                </th>
                <td>
                  {question.answer}
                  {question.note && <p className="hint">{question.note}</p>}
                </td>
                <td>{question.evidence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>

      <h4>{report.compared}</h4>
      <div className="table-scroll" role="region" tabIndex={0} aria-label={`${report.compared}: ${dimension.name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{report.region}</th>
              <th scope="col" className="number">
                {report.band}
              </th>
              <th scope="col">{report.position}</th>
              <th scope="col">{report.speaksOf}</th>
              <th scope="col">{report.claims}</th>
            </tr>
          </thead>
          <tbody>
            {dimension.comparisons.map(({ region, name, bandText, position, evidence }) => (
              <tr key={region}>
                <th scope="row">{name}</th>
                <td className="number">{bandText}</td>
                <td>{position}</td>
                <td>{evidence ? evidence.speaksOf : "–"}</td>
                <td>
                  {evidence ? (
                    <details>
                      <summary>
                        {evidence.direction}, {evidence.strength}
                        <span className="visually-hidden">: {name}</span>
                      </summary>
                      {evidence.ended && <p className="badge badge-ended">{evidence.ended}</p>}
                      {evidence.note && <p>{evidence.note}</p>}
                      <CitationList citations={evidence.claims} />
                    </details>
                  ) : (
                    "–"
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>

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
