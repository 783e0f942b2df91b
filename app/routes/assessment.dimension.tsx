import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adoptOffer } from "../forms/answers/adopt";
import { answerNames, fieldsOf } from "../forms/answers/answer-fields";
import { AnswerForm } from "../forms/answers/answer-form";
import { questionViews } from "../forms/answers/question-views";
import { formState } from "../forms/submit-parts";
import { pageTitle, useLocale } from "../components/layout/locale";
import { RoundNotice } from "../components/layout/round-notice";
import { savesFormOnEnter } from "../components/layout/saved-form-page";
import { Topics } from "../components/layout/topics";
import { textOf } from "../forms/text-of";
import { progressOf, totalOf } from "../core/assessment/progress";
import { modelOf } from "../core/content";
import { isOpen } from "../core/rounds/round";
import { dimensionIdSchema } from "../core/vocabulary";
import { editable, readForm, refusal, localeFor } from "../http/request";
import { savedForms, saveUrl } from "../http/saved-forms";
import { submitForm } from "../http/submit-form";
import { roundHints, unchangedOffer } from "../views/round-hints";

export const handle = savesFormOnEnter;
export const meta = pageTitle<{ name: string }>((_speech, { name }) => name);

async function pageOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const dimension = dimensionIdSchema.safeParse(params.dimension).data;
  if (!dimension) throw refusal("not-found");
  const assessment = await editable({ request, params, context });
  const locale = localeFor(request);
  const [rounds, plan] = await Promise.all([assessment.rounds(), assessment.plan()]);
  const hints = roundHints({ ...assessment, rounds, plan }, context.content, locale);
  const questions = questionViews(context.content, assessment, dimension, locale, hints);
  const { parts, ...saved } = savedForms.answers(assessment, locale, context);
  const form = { ...saved, parts: parts.filter(({ name }) => questions.some(({ id }) => id === name)) };
  const order = modelOf(context.content, assessment).dimensions.map(({ id }) => id);
  const at = order.indexOf(dimension);
  const neighbour = (step: number) => locale.href(`/assessments/${assessment.id}/${order[at + step] ?? (step > 0 ? "check" : "")}`);
  return { dimension, assessment, locale, rounds, questions, form, order, at, next: neighbour(1), back: neighbour(-1).replace(/\/$/, "") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { dimension, assessment, locale, rounds, questions, form, order, at, back } = await pageOf(args);
  const questionnaire = modelOf(args.context.content, assessment);
  const progress = progressOf(questionnaire, assessment);
  const total = totalOf(progress);
  const here = progress.find((one) => one.dimension === dimension)?.answered ?? 0;
  const text = questionnaire.text[locale.language].dimensions;
  return {
    id: assessment.id,
    dimension,
    name: text[dimension]?.name ?? "",
    about: text[dimension]?.about ?? "",
    progress,
    text,
    questions,
    between: isOpen(rounds) ? null : rounds.closed.length,
    waiting: questions.filter(({ round }) => round?.offers.some(({ from }) => from === unchangedOffer)).length,
    saveUrl: saveUrl(assessment.id, "answers", locale),
    backHref: back,
    last: at === order.length - 1,
    state: formState(form.parts, form.stored),
    asked: total.asked,
    answeredElsewhere: total.answered - here,
    step: at + 1,
    steps: order.length,
  };
}

/** Saves what the form sends as a whole: the way without a script, and the end of a page with one. */
export async function action(args: ActionFunctionArgs) {
  const { form: saved, questions, next } = await pageOf(args);
  const form = await readForm(args.request);
  adoptOffer(form, (item) => questions.find(({ id }) => id === item)?.round?.offers ?? []);
  const { choice, reason } = answerNames(textOf(form, "clear"));
  for (const withdrawn of [choice, reason]) form.delete(withdrawn);
  const refused = await submitForm(args.request, saved, form);
  return refused ?? redirect(next, { status: 303 });
}

export default function DimensionPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href, language } = useLocale();
  const { id, dimension, questions, asked, answeredElsewhere } = page;
  const state = refused?.state ?? page.state;
  const progress = {
    language,
    questions: questions.map(({ id, notApplicable, presumed }) => ({ id, allowsNotApplicable: notApplicable !== null, presumed })),
    values: Object.fromEntries(questions.map((question) => [question.id, fieldsOf(question.id, state.typed)])),
    asked,
    answeredElsewhere,
  };
  return (
    <div className="page page-with-aside">
      <aside>
        <a className="skip-link" href="#questions">
          {messages.assessment.skipToQuestions}
        </a>
        <details className="topics-menu">
          <summary>{messages.assessment.topicsTitle}</summary>
          <nav aria-label={messages.assessment.topics}>
            <Topics assessmentId={id} progress={page.progress} text={page.text} current={dimension} />
          </nav>
        </details>
        <p>
          <a href={href(`/assessments/${id}`)}>{messages.assessment.keepTitle}</a>
        </p>
      </aside>
      <div id="questions" tabIndex={-1}>
        <p className="kicker">{messages.assessment.step(page.step, page.steps)}</p>
        <h1>{page.name}</h1>
        <p className="lead">{page.about}</p>
        <RoundNotice assessmentId={id} dimension={dimension} between={page.between} waiting={page.waiting} />
        <AnswerForm {...page} state={state} progress={progress} />
      </div>
    </div>
  );
}
