import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { questionViews } from "../forms/answers/question-views";
import { pageTitle, useLocale } from "../components/layout/locale";
import { CitationList } from "../components/report/citation-list";
import { trackSchema, type Track } from "../core/vocabulary";
import { refusal, localeFor } from "../http/request";

export const meta = pageTitle<{ track: Track }>(({ messages }, { track }) => messages.method.questionnaire(messages.names.tracks[track]));

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const track = trackSchema.safeParse(params.track).data;
  if (!track) throw refusal("not-found");
  const locale = localeFor(request);
  const questionnaire = context.content.questionnaires[track];
  const text = questionnaire.text[locale.language];
  const dimensions = questionnaire.dimensions.map(({ id, gate, items }) => ({
    id,
    gate,
    name: text.dimensions[id]?.name ?? id,
    about: text.dimensions[id]?.about ?? "",
    questions: questionViews(
      context.content,
      { track, depth: "full", modelVersion: questionnaire.modelVersion, aiUse: "unknown", answers: {}, previous: {} },
      id,
      locale,
    ),
    keyItems: items.filter(({ key }) => key).map((item) => item.id),
  }));
  return { track, version: questionnaire.modelVersion, dimensions };
}

export default function QuestionnairePage() {
  const { track, version, dimensions } = useLoaderData<typeof loader>();
  const { messages } = useLocale();
  const count = dimensions.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <div className="page prose">
      <h1>{messages.method.questionnaire(messages.names.tracks[track])}</h1>
      <p className="lead">{messages.method.questionnaireLead(count, version)}</p>
      {dimensions.map(({ id, name, gate, about, questions, keyItems }) => (
        <section key={id}>
          <h2 id={id}>
            {name} {gate && <span className="badge">{messages.report.gate}</span>}
          </h2>
          <p>{about}</p>
          {questions.map((question) => (
            <section key={question.id}>
              <h3 id={question.id}>
                {question.number}. {question.question}{" "}
                {keyItems.includes(question.id) && (
                  <abbr title={messages.method.keyItem} aria-label={messages.method.keyItem}>
                    *
                  </abbr>
                )}
              </h3>
              {question.help && <p className="hint">{question.help}</p>}
              <ol start={0}>
                {question.anchors.map((anchor, level) => (
                  <li key={level}>
                    <strong>{messages.form.levels[level]}:</strong> {anchor}
                  </li>
                ))}
              </ol>
              {question.notApplicable && (
                <p>
                  <strong>{messages.form.notApplicable}:</strong> {question.notApplicable}
                </p>
              )}
              <details>
                <summary>
                  {messages.method.sourcesOf}
                  <span className="visually-hidden">: {question.question}</span>
                </summary>
                <CitationList citations={question.sources} />
              </details>
            </section>
          ))}
        </section>
      ))}
    </div>
  );
}
