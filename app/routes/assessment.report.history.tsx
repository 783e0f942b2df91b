import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale } from "../components/layout/locale";
import { TopicsOverRounds, ValueOverRounds } from "../components/report/history-charts";
import { HistoryStep } from "../components/report/history-step";
import { partTitle, ReportPage } from "../components/report/report-page";
import { reportPage } from "../http/assessment/report-page";

export const meta = partTitle("history");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  return { frame, history: view.history };
}

export default function History() {
  const { frame, history } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { rounds } = messages;
  const [latest, ...earlier] = history.steps;
  return (
    <ReportPage frame={frame} part="history">
      {latest ? (
        <section aria-labelledby="latest">
          <h2 id="latest">{latest.title}</h2>
          <HistoryStep step={latest} />
        </section>
      ) : (
        <p className="lead">{history.points.some(({ isRunning }) => isRunning) ? rounds.history.first : rounds.history.firstClosed}</p>
      )}
      {history.targets.length > 0 && (
        <section aria-labelledby="targets">
          <h2 id="targets">{rounds.history.targets}</h2>
          <ul>
            {history.targets.map(({ id, name, target, standing, plan }) => (
              <li key={id}>
                <strong>{name}:</strong> {[target, standing, plan].filter(Boolean).join("; ")}
              </li>
            ))}
          </ul>
        </section>
      )}
      {latest && <ValueOverRounds {...history} />}
      {latest && !frame.quick && <TopicsOverRounds points={history.points} topics={history.topics} />}
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{rounds.history.earlier}</h2>
          {earlier.map((step) => (
            <details key={step.key}>
              <summary>
                {step.title}: {step.headline}
              </summary>
              <HistoryStep step={step} />
            </details>
          ))}
        </section>
      )}
      {frame.mayEdit && (
        <p className="form-actions no-print">
          <a className="button button-secondary" href={href(`/assessments/${frame.id}/rounds`)}>
            {rounds.link}
          </a>
        </p>
      )}
    </ReportPage>
  );
}
