import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { isAnswered, isUnknown, namesEvidence } from "../core/assessment/answer";
import { findContradictions } from "../core/assessment/contradictions";
import { standingsOf } from "../core/assessment/standing";
import { modelOf } from "../core/content";
import { valueUnder } from "../core/entry-of";
import { isPresumed } from "../core/score/scored-items";
import { askedItems } from "../core/questionnaire/questionnaire";
import { editable, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.assessment.checkTitle);

export async function loader(args: LoaderFunctionArgs) {
  const own = await editable(args);
  const assessment = { ...own, answers: await own.agreed() };
  const { id, depth, answers, aiUse } = assessment;
  const questionnaire = modelOf(args.context.content, assessment);
  const { items: text, contradictions: sentences } = questionnaire.text[localeFor(args.request).language];
  const contradictions = findContradictions(questionnaire, aiUse, standingsOf(questionnaire, assessment));
  const asked = questionnaire.dimensions.flatMap((dimension) =>
    askedItems(dimension, depth).map((item) => ({
      id: item.id,
      dimension: dimension.id,
      question: text[item.id]?.question ?? "",
      answer: answers[item.id],
      presumed: isPresumed(item, assessment),
    })),
  );
  const links = (items: typeof asked) => items.map(({ id, dimension, question }) => ({ id, dimension, question }));
  return {
    id,
    quick: depth === "quick",
    contradictions: contradictions.map((one) => ({
      id: one.id,
      text: valueUnder(sentences, one.id),
      items: links(asked.filter((item) => one.between.some((statement) => "item" in statement && statement.item === item.id))),
    })),
    open: links(asked.filter(({ answer, presumed }) => !isAnswered(answer) && !presumed)),
    unknown: links(asked.filter(({ answer }) => isUnknown(answer))),
    unproven: links(asked.filter(({ answer }) => answer && "level" in answer && answer.level >= 3 && !namesEvidence(answer))),
  };
}

export default function Check() {
  const { id, quick, contradictions, open, unknown, unproven } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { assessment, result } = messages;
  const list = (items: typeof open) => (
    <ul>
      {items.map(({ id: item, dimension, question }) => (
        <li key={item}>
          <a href={href(`/assessments/${id}/${dimension}#${item}`)}>{question}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="page prose">
      <h1>{assessment.checkTitle}</h1>
      {open.length === 0 ? <p className="alert alert-success">{assessment.checkDone}</p> : <h2>{assessment.checkOpen(open.length)}</h2>}
      {open.length > 0 && list(open)}
      {contradictions.length > 0 && (
        <section className="alert" aria-labelledby="contradictions">
          <h2 id="contradictions">{result.contradictions.title}</h2>
          <p>{result.contradictions.lead}</p>
          {contradictions.map((one) => (
            <div key={one.id}>
              <p>{one.text}</p>
              {list(one.items)}
            </div>
          ))}
        </section>
      )}
      {unknown.length > 0 && (
        <>
          <h2>{assessment.checkUnknown(unknown.length)}</h2>
          <p className="hint">{assessment.checkUnknownHint}</p>
          {list(unknown)}
          <p>
            <a href={href(`/assessments/${id}/team#invite`)}>{messages.team.invite.title}</a>
          </p>
        </>
      )}
      {unproven.length > 0 && (
        <details>
          <summary>{assessment.checkEvidence(unproven.length)}</summary>
          <p className="hint">{assessment.checkEvidenceHint}</p>
          {list(unproven)}
        </details>
      )}
      {open.length + unknown.length > 0 && <p>{assessment.checkAnyway}</p>}
      <p className="form-actions">
        <a className="button" href={href(`/assessments/${id}/report`)}>
          {assessment.toReport}
        </a>
        <a className="button button-secondary" href={href(`/assessments/${id}`)}>
          {assessment.keepTitle}
        </a>
      </p>
      {quick && (
        <form method="post" action={href(`/assessments/${id}`)} className="panel">
          <p>{assessment.toFullText}</p>
          <button className="button button-secondary" name="intent" value="go-full">
            {assessment.toFull}
          </button>
        </form>
      )}
    </div>
  );
}
