import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { levels, type Answers, type Level } from "../core/assessment/answer";
import { assess } from "../core/assess";
import { askedItems } from "../core/questionnaire/questionnaire";
import { reportView } from "../views/report-view";
import { readable, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.whatIf.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const { content, now } = args.context;
  const { searchParams } = new URL(args.request.url);
  const locale = localeFor(args.request);
  const date = now.toISOString().slice(0, 10);
  const questionnaire = content.questionnaires[assessment.track];
  const text = questionnaire.text[locale.language];

  const supposed: Answers = {};
  const dimensions = questionnaire.dimensions.map((dimension) => ({
    id: dimension.id,
    name: text.dimensions[dimension.id]?.name ?? dimension.id,
    questions: askedItems(dimension, assessment.depth).map(({ id }) => {
      const wanted = searchParams.get(id);
      const level = levels.find((one) => String(one) === wanted);
      if (level !== undefined) supposed[id] = { level };
      const answer = assessment.answers[id];
      return {
        id,
        short: text.items[id]?.short ?? id,
        anchors: text.items[id]?.anchors ?? [],
        level: level ?? null,
        now: answer && "level" in answer ? answer.level : null,
      };
    }),
  }));
  const view = (answers: Answers) => {
    const {
      summary,
      dimensions: values,
      initiatives,
    } = reportView({ report: assess({ ...assessment, answers }, content, date) }, content, locale);
    return {
      ...summary,
      dimensions: values.map(({ id, score }) => ({ id, score })),
      steps: initiatives.slice(0, 5).map(({ id, title, gain }) => ({ id, title, gain })),
    };
  };
  return {
    id: assessment.id,
    dimensions,
    supposed: Object.keys(supposed).length,
    today: view(assessment.answers),
    then: view({ ...assessment.answers, ...supposed }),
  };
}

export default function WhatIf() {
  const { id, dimensions, supposed, today, then } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { whatIf, report, form } = messages;
  const levelName = (level: Level, anchor: string) => `${level} ${form.levels[level] ?? ""}: ${anchor}`;
  const rows: [string, string, string][] = [
    [report.score, today.score ?? report.noValue, then.score ?? report.noValue],
    [report.securedStage, today.securedStage, then.securedStage],
    [report.averageStage, today.stage, then.stage],
    ...dimensions.flatMap(({ id: dimension, name }): [string, string, string][] => {
      const score = (view: typeof today) => view.dimensions.find((one) => one.id === dimension)?.score ?? report.noValue;
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
              <ol>
                {then.steps.map((step) => (
                  <li key={step.id}>
                    <a href={href(`/initiatives/${step.id}`)}>{step.title}</a> <span className="hint">{step.gain}</span>
                  </li>
                ))}
              </ol>
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
