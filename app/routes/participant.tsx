import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { Followed, FollowedPart } from "../components/layout/followed";
import { OwnData } from "../components/layout/own-data";
import { Tally } from "../components/workshop/tally";
import { modelOf } from "../core/content";
import { findItem } from "../core/questionnaire/questionnaire";
import { emptyFields, toAnswer } from "../forms/answers/answer-fields";
import { ErrorSummary, FieldNotes } from "../forms/field";
import { textOf } from "../forms/text-of";
import { localeFor, readForm, refusal } from "../http/request";
import { ownVoteOf, participantFor, phoneTag } from "../http/workshop-page";
import { choiceOf } from "../views/team";
import { phoneView } from "../views/workshop";

export const meta = pageTitle(({ messages }) => messages.workshop.phone.title);

export async function loader(args: LoaderFunctionArgs) {
  const participant = await participantFor(args);
  const { id, organisationName, workshop } = participant;
  const own = await ownVoteOf(participant);
  const view = phoneView(participant, { workshop, own, votes: await participant.votes() }, args.context.content, localeFor(args.request));
  const asked = new URL(args.request.url).searchParams;
  const follow = workshop && phoneTag(workshop);
  return {
    id,
    organisationName,
    ...view,
    follow,
    shows: `${follow} ${own ? choiceOf(own) : ""}`,
    isChanging: asked.has("change"),
    late: asked.get("late"),
  };
}

/** Votes, or deletes everything of whoever votes. */
export async function action(args: ActionFunctionArgs) {
  const participant = await participantFor(args);
  const { href, messages } = localeFor(args.request);
  const { phone: words } = messages.workshop;
  const here = (rest = "") => redirect(href(`/participants/${participant.id}${rest}`), { status: 303 });
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  if (intent === "erase") {
    if (textOf(form, "sure") !== "yes") return here("#data");
    await participant.erase();
    return redirect(href("/deleted?part"), { status: 303 });
  }
  const item = findItem(modelOf(args.context.content, participant), textOf(form, "item"));
  if (intent !== "vote" || !item) throw refusal("bad-request");
  const read = toAnswer({ ...emptyFields, choice: textOf(form, "choice"), reason: words.naReason }, item);
  if (!("answer" in read) || read.answer === null) return data({ error: words.choiceError }, { status: 422 });
  const result = await participant.vote(item.id, read.answer);
  return here(result === "shown" ? "?late=shown" : result === "moved-on" ? "?late=moved-on" : "");
}

export default function Place() {
  const { id, organisationName, stage } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { phone: words } = messages.workshop;
  const page = useLoaderData<typeof loader>();
  const isVoting = stage === "voting" && (page.own === null || page.isChanging);
  const isOver = stage === "over";
  const here = href(`/participants/${id}`);
  return (
    <Followed className="page prose phone" events={`${here}/events`} tag={page.follow} reloads={isVoting || isOver ? null : 10}>
      <p className="kicker">{organisationName ? words.titleOf(organisationName) : words.title}</p>
      <p className="field-error" role="status" data-follow-notice />
      <FollowedPart name="stage" of={page.shows}>
        <Stage isVoting={isVoting} />
        {!isOver && (
          <p>
            <a className="button button-secondary" href={here}>
              {words.refresh}
            </a>
          </p>
        )}
        {!isVoting && !isOver && (
          <noscript>
            <p className="hint">{words.without}</p>
          </noscript>
        )}
      </FollowedPart>
      <Data />
    </Followed>
  );
}

/** What the room is at, and how whoever holds the phone has voted. */
function Stage({ isVoting }: { isVoting: boolean }) {
  const { id, stage, number, of, question, own, tally, late } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { phone: words, room } = messages.workshop;
  if (!question || number === null)
    return <h1>{stage === "gathering" ? words.waiting : stage === "summary" ? words.summary : words.over}</h1>;
  return (
    <>
      {late && <p className="alert alert-warning">{late === "shown" ? words.tooLate : words.movedOn}</p>}
      <p className="hint">{room.question(number, of)}</p>
      <h1>{question.question}</h1>
      {isVoting && <Ballot />}
      {stage === "voting" && !isVoting && own && (
        <>
          <p className="alert alert-success" role="status">
            {words.voted}
          </p>
          <p>{words.yours(own.said)}</p>
          <p>
            <a href={href(`/participants/${id}?change`)}>{words.change}</a>
          </p>
        </>
      )}
      {tally && (
        <>
          <p>{words.shown}</p>
          <p>{own ? words.yours(own.said) : words.notVoted}</p>
          <Tally tally={tally} />
        </>
      )}
    </>
  );
}

function Ballot() {
  const { id, question, own } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { phone: words } = messages.workshop;
  if (!question) return null;
  const error = refused?.error;
  return (
    <form method="post" action={href(`/participants/${id}`)} className="form" noValidate autoComplete="off" data-offline={words.offline}>
      <ErrorSummary errors={error ? [{ name: "choice", text: error }] : []} />
      <input type="hidden" name="item" value={question.id} />
      <input type="hidden" name="intent" value="vote" />
      <fieldset className={error ? "field field-wrong" : "field"} id="choice">
        <legend>{words.levels}</legend>
        <FieldNotes name="choice" error={error} />
        {question.choices.map(({ value, name, text }) => (
          <label className="choice" key={value}>
            <input type="radio" name="choice" value={value} defaultChecked={own?.choice === value} autoComplete="off" />
            <span>
              {name}
              {text && <span className="hint">{text}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="form-actions">
        <button className="button">{words.vote}</button>
      </div>
    </form>
  );
}

function Data() {
  const { id } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { phone: words } = messages.workshop;
  return (
    <details id="data">
      <summary>{words.dataTitle}</summary>
      <OwnData
        words={{ ...words, export: messages.team.part.export }}
        href={href(`/participants/${id}/data`)}
        action={href(`/participants/${id}`)}
      />
    </details>
  );
}
