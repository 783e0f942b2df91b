import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { questionViews } from "../components/form/question-views";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { CitationList } from "../components/report/citation-list";
import { trackSchema, type Track } from "../core/vocabulary";
import { refusal, speechOf } from "../server/request";

export const meta = pageTitle<{ track: Track }>(({ words }, { track }) => words.method.questionnaire(words.names.tracks[track]));

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const track = trackSchema.safeParse(params.track).data;
  if (!track) throw refusal("not-found");
  const speech = speechOf(request);
  const questionnaire = context.content.questionnaires[track];
  const text = questionnaire.text[speech.language];
  const dimensions = questionnaire.dimensions.map(({ id, gate, items }) => ({
    id,
    gate,
    name: text.dimensions[id]?.name ?? id,
    about: text.dimensions[id]?.about ?? "",
    questions: questionViews(context.content, { track, depth: "full", answers: {} }, id, speech),
    keyItems: items.filter(({ key }) => key).map((item) => item.id),
  }));
  return { track, version: questionnaire.modelVersion, dimensions };
}

export default function QuestionnairePage() {
  const { track, version, dimensions } = useLoaderData<typeof loader>();
  const { words } = useSpeech();
  const count = dimensions.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <div className="page prose">
      <h1>{words.method.questionnaire(words.names.tracks[track])}</h1>
      <p className="lead">{words.method.questionnaireLead(count, version)}</p>
      {dimensions.map(({ id, name, gate, about, questions, keyItems }) => (
        <section key={id}>
          <h2 id={id}>
            {name} {gate && <span className="badge">{words.report.gate}</span>}
          </h2>
          <p>{about}</p>
          {questions.map((question) => (
            <section key={question.id}>
              <h3 id={question.id}>
                {question.number}. {question.question}{" "}
                {keyItems.includes(question.id) && (
                  <abbr title={words.method.keyItem} aria-label={words.method.keyItem}>
                    *
                  </abbr>
                )}
              </h3>
              {question.help && <p className="hint">{question.help}</p>}
              <ol start={0}>
                {question.anchors.map((anchor, level) => (
                  <li key={level}>
                    <strong>{words.form.levels[level]}:</strong> {anchor}
                  </li>
                ))}
              </ol>
              {question.notApplicable && (
                <p>
                  <strong>{words.form.notApplicable}:</strong> {question.notApplicable}
                </p>
              )}
              <details>
                <summary>
                  {words.method.sourcesOf}
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
