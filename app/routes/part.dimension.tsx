import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Island } from "../components/layout/island";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesFormOnEnter } from "../components/layout/saved-form-page";
import { answerNames, fieldsOf } from "../forms/answers/answer-fields";
import { AnswerForm } from "../forms/answers/answer-form";
import { AnswerProgress } from "../forms/answers/answer-progress";
import { formState } from "../forms/submit-parts";
import { textOf } from "../forms/text-of";
import { partFor, partForm, partSaveUrl, partTopics } from "../http/assessment/part-page";
import { localeFor, readForm, refusal } from "../http/request";
import { submitForm } from "../http/assessment/submit-form";

export const handle = savesFormOnEnter;
export const meta = pageTitle<{ name: string }>((_locale, { name }) => name);

/** The questions of one topic that somebody was given. */
async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const part = await partFor(args);
  const locale = localeFor(args.request);
  const topics = partTopics(part, args.context, locale);
  const at = topics.findIndex(({ id }) => id === args.params.dimension);
  const topic = topics[at];
  if (!topic) throw refusal("not-found");
  const { parts, ...saved } = partForm(part, args.context, locale);
  const form = { ...saved, parts: parts.filter(({ name }) => topic.questions.some(({ id }) => id === name)) };
  const path = (index: number) => locale.href(`/parts/${part.id}${topics[index] ? `/${topics[index].id}` : ""}`);
  return { part, locale, topics, topic, at, form, path };
}

export async function loader(args: LoaderFunctionArgs) {
  const { part, locale, topics, topic, at, form, path } = await pageOf(args);
  const sum = (of: (one: (typeof topics)[number]) => number) => topics.reduce((total, one) => total + of(one), 0);
  return {
    id: part.id,
    name: topic.name,
    about: topic.about,
    questions: topic.questions,
    saveUrl: partSaveUrl(part, locale),
    backHref: path(at - 1),
    next: "part" as const,
    state: formState(form.parts, form.stored),
    asked: sum(({ questions }) => questions.length),
    answeredElsewhere: sum(({ answered }) => answered) - topic.answered,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { at, form: saved, path } = await pageOf(args);
  const form = await readForm(args.request);
  const { choice, reason } = answerNames(textOf(form, "clear"));
  for (const withdrawn of [choice, reason]) form.delete(withdrawn);
  return (await submitForm(args.request, saved, form)) ?? redirect(path(at + 1), { status: 303 });
}

export default function PartTopic() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href, language } = useLocale();
  const { form, team } = messages;
  const { id, questions, asked, answeredElsewhere } = page;
  const state = refused?.state ?? page.state;
  const progress = {
    language,
    questions: questions.map((question) => ({ id: question.id, allowsNotApplicable: question.notApplicable !== null, presumed: false })),
    values: Object.fromEntries(questions.map((question) => [question.id, fieldsOf(question.id, state.typed)])),
    asked,
    answeredElsewhere,
  };
  return (
    <div className="page page-questions page-quick">
      <div className="questions">
        <div className="question-head">
          <p className="kicker">
            <a href={href(`/parts/${id}`)}>{team.part.back}</a>
          </p>
          <h1>{page.name}</h1>
          <Island name="answer-progress" props={progress}>
            <AnswerProgress {...progress} />
          </Island>
        </div>
        <AnswerForm {...page} state={state}>
          {page.about && <p className="hint">{page.about}</p>}
          <p className="scale-hint">{form.scaleQuick}</p>
        </AnswerForm>
      </div>
    </div>
  );
}
