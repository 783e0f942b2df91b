import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { readFields, toAnswer, toFields } from "../components/form/answer-fields";
import { AnswerForm, type AnswerFormProps } from "../components/form/answer-form";
import { questionViews } from "../components/form/question-views";
import { Island } from "../components/layout/island";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { Topics } from "../components/layout/topics";
import { textOf } from "../components/form/text-of";
import { fingerprintOf } from "../core/answers/answer";
import { progressOf, totalOf } from "../core/answers/progress";
import { dimensionIdSchema } from "../core/vocabulary";
import { editable, readForm, refusal, speechOf } from "../server/request";
import type { AnswerChange } from "../../db/assessments";

export const meta = pageTitle<{ name: string }>((_speech, { name }) => name);

async function pageOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const dimension = dimensionIdSchema.safeParse(params.dimension).data;
  if (!dimension) throw refusal("not-found");
  const assessment = await editable({ request, params, context });
  const speech = speechOf(request);
  const questions = questionViews(context.content, assessment, dimension, speech);
  const order = context.content.questionnaires[assessment.track].dimensions.map(({ id }) => id);
  const at = order.indexOf(dimension);
  const neighbour = (step: number) => speech.href(`/assessments/${assessment.id}/${order[at + step] ?? (step > 0 ? "check" : "")}`);
  return { dimension, assessment, speech, questions, order, at, next: neighbour(1), back: neighbour(-1).replace(/\/$/, "") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { dimension, assessment, speech, questions, order, at, back } = await pageOf(args);
  const questionnaire = args.context.content.questionnaires[assessment.track];
  const progress = progressOf(questionnaire, assessment.depth, assessment.answers);
  const total = totalOf(progress);
  const here = progress.find((one) => one.dimension === dimension)?.answered ?? 0;
  const text = questionnaire.text[speech.language].dimensions;
  const form: AnswerFormProps = {
    language: speech.language,
    saveUrl: `/assessments/${assessment.id}/answers`,
    backHref: back,
    last: at === order.length - 1,
    questions,
    asked: total.asked,
    answeredElsewhere: total.answered - here,
  };
  return {
    id: assessment.id,
    dimension,
    name: text[dimension]?.name ?? "",
    about: text[dimension]?.about ?? "",
    progress,
    text,
    form,
    step: at + 1,
    steps: order.length,
  };
}

/** Saves what the form sends as a whole: the way without a script, and the end of a page with one. */
export async function action(args: ActionFunctionArgs) {
  const { assessment, questions, next } = await pageOf(args);
  const form = await readForm(args.request);
  const clearing = questions.find(({ id }) => id === textOf(form, "clear"))?.id;
  const changes: AnswerChange[] = [];
  const views = questions.map((question) => {
    const sent = readFields(form, question.id);
    const fields = clearing === question.id ? { ...sent, choice: "", reason: "" } : sent;
    const result = toAnswer(fields, { allowsNotApplicable: question.notApplicable !== null });
    const seen = textOf(form, `${question.id}.seen`);
    if ("answer" in result) changes.push({ item: question.id, seen, next: result.answer });
    return { ...question, fields, seen, errors: "errors" in result ? result.errors : {} };
  });
  const conflicts = await assessment.saveAnswers(changes);
  if (!conflicts) throw refusal("no-access");
  const refused = views.some(({ errors }) => Object.keys(errors).length > 0);
  if (conflicts.length === 0 && !refused && !clearing) return redirect(next, { status: 303 });
  if (conflicts.length === 0 && !refused) return redirect(`${new URL(args.request.url).pathname}#${clearing}`, { status: 303 });

  // What was typed stays in the form; what others have stored meanwhile stands beside it.
  const again = views.map((view) => {
    const conflict = conflicts.find(({ item }) => item === view.id);
    const saved = changes.find(({ item }) => item === view.id);
    if (conflict) return { ...view, seen: fingerprintOf(conflict.stored), conflict: toFields(conflict.stored) };
    return saved ? { ...view, seen: fingerprintOf(saved.next) } : view;
  });
  return data({ questions: again }, { status: refused ? 422 : 409 });
}

export default function DimensionPage() {
  const { id, dimension, name, about, progress, text, form, step, steps } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { words, href } = useSpeech();
  const props = refused ? { ...form, questions: refused.questions } : form;
  return (
    <div className="page page-with-aside">
      <aside>
        <details className="topics-menu">
          <summary>{words.assessment.topicsTitle}</summary>
          <nav aria-label={words.assessment.topics}>
            <Topics assessmentId={id} progress={progress} text={text} current={dimension} />
          </nav>
        </details>
        <p>
          <a href={href(`/assessments/${id}`)}>{words.assessment.keepTitle}</a>
        </p>
      </aside>
      <div>
        <p className="kicker">{words.assessment.step(step, steps)}</p>
        <h1>{name}</h1>
        <p className="lead">{about}</p>
        <Island name="answer-form" props={props}>
          <AnswerForm {...props} live={false} />
        </Island>
      </div>
    </div>
  );
}
