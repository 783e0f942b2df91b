import type { ReactNode } from "react";
import { pageTitle, useLocale } from "../layout/locale";
import { PastNotice, WaitingNotice, type PastNoticeProps, type WaitingNoticeProps } from "./past-notice";

type Frame = {
  id: string;
  mayEdit: boolean;
  quick: boolean;
  headlines: Record<Part, string>;
  meta: string;
  weights: string | null;
  search: string;
  past: PastNoticeProps["past"];
  waiting: WaitingNoticeProps["waiting"];
};

/** The parts of a report in their order, with the end of their addresses below `/assessments/:id`. */
const parts = [
  ["overview", "report"],
  ["topics", "report/topics"],
  ["duties", "report/duties"],
  ["plan", "plan"],
  ["funding", "report/funding"],
  ["comparison", "report/comparison"],
  ["certainty", "report/certainty"],
  ["history", "report/history"],
  ["documents", "report/documents"],
] as const;
type Part = (typeof parts)[number][0];

/** The title of a part in the browser: what it finds. */
export const partTitle = (part: Part) =>
  pageTitle<{ frame: { headlines: Record<Part, string> } }>((_locale, { frame }) => frame.headlines[part]);

/** The frame of a part of the report: whose it is, where one is, what comes before and after. */
export function ReportPage({
  frame,
  part,
  title = frame.headlines[part],
  children,
}: {
  frame: Frame;
  part: Part;
  /** Where the page says more than the part's own title. */
  title?: string;
  children: ReactNode;
}) {
  const { messages, href } = useLocale();
  const { result, report } = messages;
  const address = (end: string) => href(`/assessments/${frame.id}/${end}`) + frame.search;
  const place = parts.findIndex(([name]) => name === part);
  const [before, after] = [parts[place - 1], parts[place + 1]];
  return (
    <div className="page page-report">
      <p className="kicker print-only">{frame.meta}</p>
      <details className="report-parts no-print">
        <summary>
          <strong>{result.parts[part]}</strong> · {result.partsTitle}
        </summary>
        <nav aria-label={result.partsTitle}>
          <ul>
            {parts.map(([name, end]) => (
              <li key={name}>
                <a href={address(end)} aria-current={name === part ? "page" : undefined}>
                  {result.parts[name]}
                </a>
              </li>
            ))}
            {frame.mayEdit && (
              <li className="report-back">
                <a href={href(`/assessments/${frame.id}`)}>{report.back}</a>
              </li>
            )}
          </ul>
        </nav>
      </details>
      <PastNotice assessmentId={frame.id} past={frame.past} />
      <WaitingNotice assessmentId={frame.id} waiting={frame.waiting} />
      <h1>{title}</h1>
      {frame.weights && <p className="alert alert-warning">{report.weightsNotice(frame.weights)}</p>}
      {children}
      {!frame.quick && <p className="hint no-print">{frame.meta}</p>}
      <nav className="report-turn no-print" aria-label={`${result.parts[part]}: ${result.partsTitle}`}>
        {before && (
          <a href={address(before[1])} rel="prev">
            ← {result.parts[before[0]]}
          </a>
        )}
        {after && (
          <a href={address(after[1])} rel="next">
            {result.parts[after[0]]} →
          </a>
        )}
      </nav>
    </div>
  );
}
