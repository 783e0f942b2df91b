import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { readFields, toAnswer, toFields } from "../forms/answers/answer-fields";
import { AnswerForm, type AnswerFormProps } from "../forms/answers/answer-form";
import { questionViews } from "../forms/answers/question-views";
import { Island } from "../components/layout/island";
import { pageTitle, useLocale } from "../components/layout/locale";
import { Topics } from "../components/layout/topics";
import { textOf } from "../forms/text-of";
import { versionTag } from "../core/assessment/answer";
import { progressOf, totalOf } from "../core/assessment/progress";
import { dimensionIdSchema } from "../core/vocabulary";
import { editable, readForm, refusal, localeFor } from "../http/request";
import type { AnswerChange } from "../../db/assessments";

export const meta = pageTitle<{ name: string }>((_speech, { name }) => name);

async function pageOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const dimension = dimensionIdSchema.safeParse(params.dimension).data;
  if (!dimension) throw refusal("not-found");
  const assessment = await editable({ request, params, context });
  const locale = localeFor(request);
  const questions = questionViews(context.content, assessment, dimension, locale);
  const order = context.content.questionnaires[assessment.track].dimensions.map(({ id }) => id);
  const at = order.indexOf(dimension);
  const neighbour = (step: number) => locale.href(`/assessments/${assessment.id}/${order[at + step] ?? (step > 0 ? "check" : "")}`);
  return { dimension, assessment, locale, questions, order, at, next: neighbour(1), back: neighbour(-1).replace(/\/$/, "") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { dimension, assessment, locale, questions, order, at, back } = await pageOf(args);
  const questionnaire = args.context.content.questionnaires[assessment.track];
  const progress = progressOf(questionnaire, assessment.depth, assessment.answers);
  const total = totalOf(progress);
  const here = progress.find((one) => one.dimension === dimension)?.answered ?? 0;
  const text = questionnaire.text[locale.language].dimensions;
  const form: AnswerFormProps = {
    language: locale.language,
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
    if (conflict) return { ...view, seen: versionTag(conflict.stored), conflict: toFields(conflict.stored) };
    return saved ? { ...view, seen: versionTag(saved.next) } : view;
  });
  return data({ questions: again }, { status: refused ? 422 : 409 });
}

export default function DimensionPage() {
  const { id, dimension, name, about, progress, text, form, step, steps } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const props = refused ? { ...form, questions: refused.questions } : form;
  return (
    <div className="page page-with-aside">
      <aside>
        <details className="topics-menu">
          <summary>{messages.assessment.topicsTitle}</summary>
          <nav aria-label={messages.assessment.topics}>
            <Topics assessmentId={id} progress={progress} text={text} current={dimension} />
          </nav>
        </details>
        <p>
          <a href={href(`/assessments/${id}`)}>{messages.assessment.keepTitle}</a>
        </p>
      </aside>
      <div>
        <p className="kicker">{messages.assessment.step(step, steps)}</p>
        <h1>{name}</h1>
        <p className="lead">{about}</p>
        <Island name="answer-form" props={props}>
          <AnswerForm {...props} live={false} />
        </Island>
      </div>
    </div>
  );
}
