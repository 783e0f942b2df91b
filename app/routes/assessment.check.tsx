import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { isAnswered } from "../core/assessment/progress";
import { askedItems } from "../core/questionnaire/questionnaire";
import { editable, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.assessment.checkTitle);

export async function loader(args: LoaderFunctionArgs) {
  const { id, track, depth, answers } = await editable(args);
  const questionnaire = args.context.content.questionnaires[track];
  const { items: text } = questionnaire.text[localeFor(args.request).language];
  const asked = questionnaire.dimensions.flatMap((dimension) =>
    askedItems(dimension, depth).map((item) => ({
      id: item.id,
      dimension: dimension.id,
      question: text[item.id]?.question ?? "",
      answer: answers[item.id],
    })),
  );
  const links = (items: typeof asked) => items.map(({ id, dimension, question }) => ({ id, dimension, question }));
  return {
    id,
    quick: depth === "quick",
    open: links(asked.filter(({ answer }) => !isAnswered(answer))),
    unknown: links(asked.filter(({ answer }) => answer && "answer" in answer && answer.answer === "dk")),
    unproven: links(asked.filter(({ answer }) => answer && "level" in answer && answer.level >= 3 && !answer.evidence)),
  };
}

export default function Check() {
  const { id, quick, open, unknown, unproven } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { assessment } = messages;
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
      {unknown.length > 0 && (
        <>
          <h2>{assessment.checkUnknown(unknown.length)}</h2>
          <p className="hint">{assessment.checkUnknownHint}</p>
          {list(unknown)}
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
