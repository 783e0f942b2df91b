import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { agreedAnswers } from "../core/agreement/agreed-answers";
import { levels, type Answers, type Level } from "../core/assessment/answer";
import { modelOf } from "../core/content";
import { valueUnder } from "../core/entry-of";
import { askedItems } from "../core/questionnaire/questionnaire";
import { Select } from "../forms/field";
import { viewOf } from "../http/assessment/report-of";
import { readable, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.whatIf.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const team = await assessment.team();
  const counted = agreedAnswers(assessment.answers, team);
  const { searchParams } = new URL(args.request.url);
  const locale = localeFor(args.request);
  const questionnaire = modelOf(args.context.content, assessment);
  const text = questionnaire.text[locale.language];

  const supposed: Answers = {};
  const dimensions = questionnaire.dimensions.map((dimension) => ({
    id: dimension.id,
    name: valueUnder(text.dimensions, dimension.id).name,
    questions: askedItems(dimension, assessment.depth).map(({ id }) => {
      const wanted = searchParams.get(id);
      const level = levels.find((one) => String(one) === wanted);
      if (level !== undefined) supposed[id] = { level };
      const answer = counted[id];
      const { short, anchors } = valueUnder(text.items, id);
      return { id, short, anchors, level: level ?? null, now: answer && "level" in answer ? answer.level : null };
    }),
  }));
  const view = async (answers: Answers) => {
    // As if it had been agreed: whoever has answered otherwise does not stand against it.
    const agreed = Object.entries(answers).map(([item, answer]) => [item, { answer, reason: "?", about: "" }] as const);
    const recorded = { ...team.recorded, ...Object.fromEntries(agreed) };
    const then = { ...assessment, team: () => Promise.resolve({ ...team, recorded }) };
    const { overview, topics, list, isAnythingKnown } = await viewOf(then, new Map(), args.context, locale);
    return {
      isAnythingKnown,
      value: overview.value.text,
      secured: overview.secured ?? "–",
      stage: overview.stage ?? "–",
      dimensions: topics.map(({ id, score }) => ({ id, score })),
      steps: (isAnythingKnown ? list.entries.slice(0, 5) : []).map(({ id, title, rise }) => ({ id, title, rise })),
    };
  };
  const [today, then] = await Promise.all([view({}), view(supposed)]);
  return { id: assessment.id, quick: assessment.depth === "quick", dimensions, supposed: Object.keys(supposed).length, today, then };
}

export default function WhatIf() {
  const { id, quick, dimensions, supposed, today, then } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { whatIf, result, form } = messages;
  const levelName = (level: Level, anchor: string) => `${level} ${form.levels[level] ?? ""}: ${anchor}`;
  const rows: [string, string, string][] = [
    [result.value.short, today.value, then.value],
    ...(quick
      ? []
      : ([
          [result.securedStage, today.secured, then.secured],
          [result.stage, today.stage, then.stage],
        ] as [string, string, string][])),
    ...dimensions.flatMap(({ id: dimension, name }): [string, string, string][] => {
      const score = (view: typeof today) => view.dimensions.find((one) => one.id === dimension)?.score ?? "–";
      return score(today) === score(then) ? [] : [[name, score(today), score(then)]];
    }),
  ];
  return (
    <div className="page">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report`)}>{whatIf.back}</a>
      </p>
      <h1>{whatIf.title}</h1>
      <p className="lead">{whatIf.lead}</p>
      <form method="get" className="what-if" data-live="result">
        <p className="alert alert-warning" role="alert" data-failed="" hidden>
          {whatIf.failed}
        </p>
        <section id="result" className="panel" aria-live="polite">
          <h2>{supposed === 0 ? whatIf.nothing : whatIf.supposed(supposed)}</h2>
          <div className="what-if-result">
            <div className="table-scroll" role="region" tabIndex={0} aria-label={`${whatIf.today}, ${whatIf.then}`}>
              <table>
                <thead>
                  <tr>
                    <td />
                    <th scope="col" className="number">
                      {whatIf.today}
                    </th>
                    <th scope="col" className="number">
                      {whatIf.then}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(([name, before, after]) => (
                    <tr key={name}>
                      <th scope="row">{name}</th>
                      <td className="number">{before}</td>
                      <td className="number">{before === after ? after : <strong>{after}</strong>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <div>
              <h3>{whatIf.steps}</h3>
              {then.steps.length === 0 ? (
                <p>{result.nextSteps[then.isAnythingKnown ? "noneLeft" : "none"]}</p>
              ) : (
                <ol>
                  {then.steps.map((step) => (
                    <li key={step.id}>
                      <a href={href(`/initiatives/${step.id}`)}>{step.title}</a> <span className="hint">{step.rise}</span>
                    </li>
                  ))}
                </ol>
              )}
            </div>
          </div>
        </section>
        {dimensions.map(({ id: dimension, name, questions }) => (
          <details key={dimension} open={questions.some(({ level }) => level !== null) || undefined}>
            <summary>{name}</summary>
            {questions.map((question) => (
              <Select
                key={question.id}
                name={question.id}
                label={question.short}
                value={question.level === null ? "" : String(question.level)}
                empty={question.now === null ? whatIf.asIsOpen : whatIf.asIs(question.now)}
                options={levels.map((level) => ({ value: String(level), label: levelName(level, question.anchors[level] ?? "") }))}
              />
            ))}
          </details>
        ))}
        <p className="form-actions">
          <button className="button">{whatIf.submit}</button>
          <a className="button button-secondary" href={href(`/assessments/${id}/what-if`)}>
            {whatIf.reset}
          </a>
        </p>
      </form>
    </div>
  );
}
