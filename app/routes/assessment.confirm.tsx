import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { saidIn, versionTag } from "../core/assessment/answer";
import { modelOf } from "../core/content";
import { valueUnder } from "../core/entry-of";
import { askedItems } from "../core/questionnaire/questionnaire";
import { LastRoundFacts } from "../forms/answers/last-round-facts";
import { questionViews } from "../forms/answers/question-views";
import { textOf } from "../forms/text-of";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { allQuestions, topicOf } from "../http/assessment/topic-of";
import { roundHints, unchangedOffer } from "../views/round-hints";

export const meta = pageTitle<{ name: string }>(({ messages }, { name }) => messages.rounds.confirm.title(name));

/** The questions of one topic, or of the quick check, with what was answered in the last round. */
async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const dimension = topicOf(args.params.dimension);
  const assessment = await editable(args);
  const { content } = args.context;
  const locale = localeFor(args.request);
  const [rounds, plan] = await Promise.all([assessment.rounds(), assessment.plan()]);
  const hints = roundHints({ ...assessment, rounds, plan }, content, locale);
  const questions = questionViews(content, assessment, dimension, locale, hints);
  const unchanged = questions.flatMap((question) => {
    const { round } = question;
    const offer = round?.offers.find(({ from }) => from === unchangedOffer);
    return round && offer ? [{ question, round, offer }] : [];
  });
  return { dimension, assessment, locale, hints, questions, unchanged };
}

export async function loader(args: LoaderFunctionArgs) {
  const { dimension, assessment, locale, questions, unchanged } = await pageOf(args);
  const { dimensions } = modelOf(args.context.content, assessment).text[locale.language];
  const { quickTitle } = locale.messages.assessment;
  const waiting = new Set(unchanged.map(({ question }) => question.id));
  return {
    id: assessment.id,
    topic: dimension ?? allQuestions,
    name: dimension === null ? quickTitle : valueUnder(dimensions, dimension).name,
    questions: unchanged.map(({ question: { id, number, question }, round }) => ({
      ...{ id, number, question, round },
      isPlanned: round.offers.some(({ from }) => from !== unchangedOffer),
      seen: versionTag(assessment.answers[id] ?? null),
    })),
    anew: questions.filter(({ id, previous }) => previous && !waiting.has(id)).map(({ id, question }) => ({ id, question })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { dimension, assessment, locale, hints, unchanged } = await pageOf(args);
  const form = await readForm(args.request);
  const ticked = form.getAll("unchanged");
  // An answer that somebody has given meanwhile stays: its tag is another one.
  const changes = unchanged
    .filter(({ question }) => ticked.includes(question.id))
    .map(({ question, offer }) => ({ item: question.id, seen: textOf(form, `${question.id}.seen`), next: saidIn(offer.answer) }));
  const conflicts = await assessment.saveAnswers(changes);
  if (!conflicts) throw refusal("no-access");
  const isAll = changes.length === unchanged.length;
  const { dimensions } = modelOf(args.context.content, assessment);
  const waits = (item: string) => hints.get(item)?.offers.some(({ from }) => from === unchangedOffer) ?? false;
  const topics = dimension === null ? [] : dimensions;
  const next = topics.find((one) => one.id !== dimension && askedItems(one, assessment.depth).some(({ id }) => waits(id)));
  // Whoever has left something open here answers it now; else the next topic follows.
  const place = !isAll ? (dimension ?? allQuestions) : next ? `rounds/confirm/${next.id}` : "rounds";
  return redirect(locale.href(`/assessments/${assessment.id}/${place}`), { status: 303 });
}

export default function Confirm() {
  const { id, topic, name, questions, anew } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { confirm, question: words } = messages.rounds;
  const back = href(`/assessments/${id}/${topic}`);
  return (
    <div className="page prose">
      <p className="kicker">{confirm.kicker}</p>
      <h1>{confirm.title(name)}</h1>
      {questions.length === 0 ? <p className="lead">{confirm.nothing}</p> : <p className="lead">{confirm.lead}</p>}
      <form method="post">
        {questions.map((question) => (
          <section key={question.id} className="last-round" aria-labelledby={`${question.id}.title`}>
            <h2 id={`${question.id}.title`}>
              {question.number} {question.question}
            </h2>
            <LastRoundFacts hint={question.round} />
            {question.isPlanned && <p className="hint">{confirm.planned}</p>}
            <input type="hidden" name={`${question.id}.seen`} value={question.seen} />
            <label className="choice">
              <input type="checkbox" name="unchanged" value={question.id} defaultChecked={!question.isPlanned} autoComplete="off" />{" "}
              <span>
                {confirm.unchanged}
                <span className="visually-hidden">{words.keepOf(question.question)}</span>
              </span>
            </label>
          </section>
        ))}
        {anew.length > 0 && (
          <>
            <p>{confirm.anew}</p>
            <ul>
              {anew.map(({ id: item, question }) => (
                <li key={item}>
                  <a href={`${back}#${item}`}>{question}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="form-actions">
          {questions.length > 0 && <button className="button">{confirm.submit}</button>}
          <a className="button button-secondary" href={back}>
            {confirm.back}
          </a>
        </p>
      </form>
    </div>
  );
}
