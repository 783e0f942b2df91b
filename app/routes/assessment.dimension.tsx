import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adoptOffer } from "../forms/answers/adopt";
import { answerNames, fieldsOf } from "../forms/answers/answer-fields";
import { AnswerForm } from "../forms/answers/answer-form";
import { AnswerProgress } from "../forms/answers/answer-progress";
import { questionViews } from "../forms/answers/question-views";
import { formState } from "../forms/submit-parts";
import { Island } from "../components/layout/island";
import { pageTitle, useLocale } from "../components/layout/locale";
import { RoundNotice } from "../components/layout/round-notice";
import { savesFormOnEnter } from "../components/layout/saved-form-page";
import { Topics } from "../components/layout/topics";
import { textOf } from "../forms/text-of";
import { agreedAnswers } from "../core/agreement/agreed-answers";
import { progressOf, totalOf } from "../core/assessment/progress";
import { modelOf } from "../core/content";
import { itemsOf } from "../core/questionnaire/questionnaire";
import { isPresumed } from "../core/score/scored-items";
import { isOpen } from "../core/rounds/round";
import { aiUses } from "../core/vocabulary";
import { editable, readForm, localeFor } from "../http/request";
import { savedForms, saveUrl } from "../http/assessment/saved-forms";
import { submitForm } from "../http/assessment/submit-form";
import { lastChangeText } from "../views/changes";
import { allQuestions, topicOf } from "../http/assessment/topic-of";
import { othersHint } from "../views/team";
import { roundHints, unchangedOffer } from "../views/round-hints";

export const handle = savesFormOnEnter;
export const meta = pageTitle<{ name: string }>((_speech, { name }) => name);

async function pageOf({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const dimension = topicOf(params.dimension);
  const assessment = await editable({ request, params, context });
  const locale = localeFor(request);
  const [rounds, plan, last, team] = await Promise.all([
    assessment.rounds(),
    assessment.plan(),
    assessment.history.lastByItem(),
    assessment.people(),
  ]);
  const counted = agreedAnswers(assessment.answers, team);
  const hints = roundHints({ ...assessment, rounds, plan }, context.content, locale);
  const lastChanges = new Map(
    [...last].map(([item, change]) => {
      const text = lastChangeText(change, locale, context.environment.TIME_ZONE);
      return [item, { text, href: locale.href(`/assessments/${assessment.id}/changes?question=${item}`) }];
    }),
  );
  const questions = questionViews(context.content, { ...assessment, counted }, dimension, locale, hints, lastChanges);
  const { parts, ...saved } = savedForms.answers(assessment, locale, context);
  const form = { ...saved, parts: parts.filter(({ name }) => questions.some(({ id }) => id === name)) };
  const order = modelOf(context.content, assessment).dimensions.map(({ id }) => id);
  const at = dimension === null ? order.length - 1 : order.indexOf(dimension);
  const path = (page: string) => locale.href(`/assessments/${assessment.id}${page && `/${page}`}`);
  const back = path((dimension !== null && order[at - 1]) || "");
  return { dimension, assessment, team, counted, locale, rounds, questions, form, order, at, path, back };
}

export async function loader(args: LoaderFunctionArgs) {
  const { dimension, assessment, team, counted, locale, rounds, questions, form, order, at, path, back } = await pageOf(args);
  const { search, searchParams } = new URL(args.request.url);
  // A link to a question keeps its end, which only the browser knows, on either page.
  if (dimension !== null && assessment.depth === "quick") throw redirect(path(allQuestions) + search);
  if (dimension === null && assessment.depth === "full") throw redirect(path(order[0] ?? "check") + search);
  const questionnaire = modelOf(args.context.content, assessment);
  // What others have answered counts; the questions on this page count as they are answered here.
  const own = progressOf(questionnaire, assessment);
  const progress = progressOf(questionnaire, { ...assessment, answers: counted }).map((one, index) =>
    dimension === null || one.dimension === dimension ? (own[index] ?? one) : one,
  );
  const othersOf = (item: string) => {
    const text = othersHint(team.people, item, locale);
    return text === null ? null : { text, href: `${path("team/answers")}#${item}.answers` };
  };
  const total = totalOf(progress);
  const here = dimension === null ? total.answered : (progress.find((one) => one.dimension === dimension)?.answered ?? 0);
  const text = questionnaire.text[locale.language].dimensions;
  const before = aiUses.find((use) => use === searchParams.get("before"));
  const { messages } = locale;
  return {
    id: assessment.id,
    dimension,
    topic: dimension ?? allQuestions,
    name: dimension === null ? messages.assessment.quickTitle : (text[dimension]?.name ?? ""),
    about: dimension === null ? null : (text[dimension]?.about ?? null),
    progress,
    text,
    questions: questions.map((question) => ({ ...question, others: othersOf(question.id) })),
    between: isOpen(rounds) ? null : rounds.closed.length,
    waiting: questions.filter(({ round }) => round?.offers.some(({ from }) => from === unchangedOffer)).length,
    saveUrl: saveUrl(assessment.id, "answers", locale),
    backHref: back,
    next: dimension === null ? ("result" as const) : at === order.length - 1 ? ("check" as const) : ("topic" as const),
    state: formState(form.parts, form.stored),
    asked: total.asked,
    answeredElsewhere: total.answered - here,
    step: at + 1,
    steps: order.length,
    /** What was said of the use of AI before "we do not use it yet" was pressed, to go back to. */
    before: assessment.aiUse === "none" && before && before !== "none" ? before : null,
    presumed: itemsOf(questionnaire, assessment.depth).filter((item) => isPresumed(item, assessment)).length,
  };
}

/** Saves what the form sends as a whole: the way without a script, and the end of a page with one. */
export async function action(args: ActionFunctionArgs) {
  const { dimension, assessment, questions, form: saved, order, at, path } = await pageOf(args);
  const form = await readForm(args.request);
  adoptOffer(form, (item) => questions.find(({ id }) => id === item)?.round?.offers ?? []);
  const { choice, reason } = answerNames(textOf(form, "clear"));
  for (const withdrawn of [choice, reason]) form.delete(withdrawn);
  const refused = await submitForm(args.request, saved, form);
  if (refused) return refused;
  const here = new URL(args.request.url).pathname;
  const unused = questions.find(({ id }) => id === textOf(form, "unused"));
  if (unused) {
    await assessment.saveProfile([{ field: "aiUse", seen: null, next: "none" }]);
    throw redirect(`${here}?before=${assessment.aiUse}#unused`, { status: 303 });
  }
  const before = aiUses.find((use) => use === textOf(form, "undo"));
  if (before) {
    await assessment.saveProfile([{ field: "aiUse", seen: null, next: before === "unknown" ? undefined : before }]);
    throw redirect(`${here}#content`, { status: 303 });
  }
  if (dimension !== null) return redirect(path(order[at + 1] ?? "check"), { status: 303 });
  // Who has answered all nine sees the result at once; who has not is told what is open.
  const stored = await editable(args);
  const { answered, asked } = totalOf(progressOf(modelOf(args.context.content, stored), stored));
  return redirect(path(answered === asked ? "report" : "check"), { status: 303 });
}

export default function DimensionPage() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href, language } = useLocale();
  const { assessment, form } = messages;
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
    <div className={dimension === null ? "page page-questions page-quick" : "page page-questions page-with-aside"}>
      <div className="questions">
        <div className="question-head">
          {dimension !== null && (
            <p className="kicker">
              {assessment.step(page.step, page.steps)}{" "}
              <a className="to-topics" href="#topics">
                {assessment.topicsTitle}
              </a>
            </p>
          )}
          <h1>{page.name}</h1>
          <Island name="answer-progress" props={progress}>
            <AnswerProgress {...progress} />
          </Island>
        </div>
        <RoundNotice assessmentId={id} topic={page.topic} between={page.between} waiting={page.waiting} />
        <AnswerForm {...page} state={state}>
          {page.before && (
            <div className="alert" id="unused" role="status">
              <p>{form.unused(page.presumed)}</p>
              <button className="link-button" name="undo" value={page.before}>
                {form.undo}
              </button>
            </div>
          )}
          {page.next === "result" && <p className="scale-hint">{form.scaleQuick}</p>}
          {dimension !== null && page.step === 1 && <p className="scale-hint">{form.scale}</p>}
        </AnswerForm>
      </div>
      <aside id="topics" tabIndex={-1}>
        {dimension !== null && (
          <nav aria-label={assessment.topics}>
            <Topics assessmentId={id} progress={page.progress} text={page.text} current={dimension} />
          </nav>
        )}
        {page.about && <p className="hint">{page.about}</p>}
        {dimension !== null && page.step > 1 && (
          <details>
            <summary>{form.scaleTitle}</summary>
            <p className="hint">{form.scale}</p>
          </details>
        )}
        <p>
          <a href={href(`/assessments/${id}`)}>{assessment.keepTitle}</a>
        </p>
      </aside>
    </div>
  );
}
