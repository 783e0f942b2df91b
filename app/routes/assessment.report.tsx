import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Gauge } from "../components/charts/gauge";
import { pagePalette } from "../components/charts/palette";
import { useLocale } from "../components/layout/locale";
import { NextSteps } from "../components/report/next-steps";
import { partTitle, ReportPage } from "../components/report/report-page";
import { TargetList } from "../components/report/target-list";
import { WrittenText } from "../components/report/written-text";
import { reportPage } from "../http/assessment/report-page";
import type { ReportView } from "../views/report-view";
import { afterValue } from "../views/overview";
import { TextList } from "../components/layout/text-list";

export const meta = partTitle("overview");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args);
  const { overview, nextSteps, afterSteps, noSteps, written, plan, targets, isAnythingKnown } = view;
  return {
    frame,
    overview,
    nextSteps,
    afterSteps,
    noSteps,
    toQuestions: !isAnythingKnown && frame.mayEdit && !frame.past,
    written,
    targets: targets.filter(({ isOpen }) => isOpen),
    planned: plan.planned?.steps.length ?? 0,
    hasNoPlan: plan.impossible !== null || plan.empty !== null,
    changed: plan.offer?.changed ?? null,
  };
}

export default function Overview() {
  const { frame, overview, nextSteps, afterSteps, noSteps, toQuestions, written, targets, planned, hasNoPlan, changed } =
    useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { screen } = messages;
  return (
    <ReportPage frame={frame} part="overview" title={overview.verdict}>
      <Value frame={frame} overview={overview} />
      <section aria-labelledby="steps">
        <h2 id="steps">{screen.steps}</h2>
        {changed && (
          <p className="alert">
            {changed} <a href={href(`/assessments/${frame.id}/plan`) + frame.search}>{messages.roadmap.offer.see}</a>
          </p>
        )}
        <NextSteps steps={nextSteps} none={noSteps} assessmentId={frame.id} search={frame.search} isShort={frame.quick} />
        {toQuestions && (
          <p className="form-actions">
            <a className="button" href={href(`/assessments/${frame.id}`)}>
              {messages.report.back}
            </a>
          </p>
        )}
        {afterSteps && <p>{afterSteps}</p>}
        {(hasNoPlan || (planned > 0 && !frame.quick)) && (
          <p>
            <a href={href(`/assessments/${frame.id}/plan`) + frame.search}>
              {hasNoPlan ? messages.roadmap.toPlan : screen.planLink(planned)}
            </a>
          </p>
        )}
        {!frame.quick && <DutiesLink frame={frame} />}
      </section>
      {!frame.quick && <TargetList targets={targets} assessmentId={frame.id} search={frame.search} />}
      {written?.summary && (
        <section className="prose" aria-labelledby="summary">
          <h2 id="summary">{messages.document.authorsSummary}</h2>
          {written.author && <p className="hint">{messages.writing.by(written.author)}</p>}
          {written.outdated && <p className="alert alert-warning">{messages.document.outdated}</p>}
          <WrittenText text={written.summary} language={written.language} />
        </section>
      )}
      {frame.quick ? (
        <QuickOutlook frame={frame} overview={overview} />
      ) : (
        <>
          <StrengthsAndGaps overview={overview} />
          <Contradictions overview={overview} />
          <Facts overview={overview} />
        </>
      )}
    </ReportPage>
  );
}

type Overview = { overview: ReportView["overview"] };
type Frame = {
  id: string;
  meta: string;
  mayEdit: boolean;
  quick: boolean;
  stillQuick: boolean;
  search: string;
  headlines: { band: string | null; duties: string };
};

/** What applies by law, or what of it is to be clarified. */
function DutiesLink({ frame }: { frame: Frame }) {
  const { href } = useLocale();
  return (
    <p>
      <a href={href(`/assessments/${frame.id}/report/duties`) + frame.search}>{frame.headlines.duties}</a>
    </p>
  );
}

/** The one number with its range; what it means is a tap away. */
function Value({ frame, overview }: Overview & { frame: Frame }) {
  const { messages, href } = useLocale();
  const { value, quick } = overview;
  const { band } = frame.headlines;
  return (
    <section className="report-value" aria-labelledby="value">
      <div>
        <h2 id="value" className="big-value">
          {value.text}
        </h2>
        {value.range && <p className="sentence">{value.range}</p>}
        {quick?.expected && <p>{quick.expected}</p>}
        {band && !value.range && <p>{band}</p>}
      </div>
      <div>
        <Gauge
          {...overview.values}
          narrow
          palette={pagePalette}
          stages={frame.quick ? null : messages.names.stages}
          label={`${value.text}${afterValue(value)}`}
        />
        <details>
          <summary>{messages.screen.whatItSays}</summary>
          <p>{overview.meaning}</p>
          {overview.band && <p>{overview.band}</p>}
          <p>
            <a href={href(`/assessments/${frame.id}/report/certainty`) + frame.search}>{messages.screen.howSure}</a>
          </p>
        </details>
      </div>
    </section>
  );
}

/** What nine answers carry beyond the value, and the way on. */
function QuickOutlook({ frame, overview }: Overview & { frame: Frame }) {
  const { messages, href } = useLocale();
  return (
    <>
      {frame.mayEdit && !frame.stillQuick && (
        <form method="post" action={href(`/assessments/${frame.id}`)} className="no-print">
          <button className="button button-secondary" name="intent" value="go-full">
            {messages.assessment.toFull}
          </button>
        </form>
      )}
      {frame.stillQuick && (
        <>
          <p className="hint">{messages.report.stillQuick}</p>
          {frame.mayEdit && (
            <p className="no-print">
              <a className="button button-secondary" href={href(`/assessments/${frame.id}`)}>
                {messages.report.back}
              </a>
            </p>
          )}
        </>
      )}
      <details className="more" id="more">
        <summary>{messages.screen.more}</summary>
        <TextList texts={overview.quick?.sentences ?? []} />
        <DutiesLink frame={frame} />
        <p className="hint">{messages.result.quick.note}</p>
        <p className="hint">{frame.meta}</p>
        <StrengthsAndGaps overview={overview} />
        <Contradictions overview={overview} />
      </details>
    </>
  );
}

function StrengthsAndGaps({ overview }: Overview) {
  const { result } = useLocale().messages;
  const list = (id: string, title: string, items: Overview["overview"]["strengths"], none: string) => (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {items.map(({ id: item, title: name, text }) => (
            <li key={item}>
              <strong>{name}</strong>
              <br />
              {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
  return (
    <div className="report-sides">
      {list("strengths", result.strengths, overview.strengths, overview.noStrengths)}
      {list("gaps", overview.gapsTitle, overview.gaps, result.noGaps)}
    </div>
  );
}

function Facts({ overview }: Overview) {
  return (
    <dl className="facts">
      {overview.facts.map(({ term, text }) => (
        <div className="fact" key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Contradictions({ overview }: Overview) {
  const { contradictions } = useLocale().messages.result;
  if (overview.contradictions.length === 0) return null;
  return (
    <section className="alert" aria-labelledby="contradictions">
      <h2 id="contradictions">{contradictions.title}</h2>
      <p>{contradictions.lead}</p>
      <ul>
        {overview.contradictions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
