import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { QrCode } from "../components/layout/qr-code";
import { Followed, FollowedPart } from "../components/layout/followed";
import { Tally } from "../components/workshop/tally";
import { modelOf } from "../core/content";
import { findItem } from "../core/questionnaire/questionnaire";
import { moveSchema } from "../core/workshop/workshop";
import { agreedErrors, readAgreed } from "../forms/team/agreed-fields";
import { AgreedForm } from "../forms/team/agreed-form";
import { textOf } from "../forms/text-of";
import { localeFor, readForm, refusal } from "../http/request";
import { roomFor, roomTag } from "../http/workshop-page";
import { roomView } from "../views/workshop";

export const meta = pageTitle(({ messages }) => messages.workshop.room.title);

export async function loader(args: LoaderFunctionArgs) {
  const room = await roomFor(args);
  const { workshop, own, mayEdit, assessmentId } = room;
  const [counts, votes, team] = [await room.counts(), await room.votes(), await room.team()];
  const locale = localeFor(args.request);
  const view = roomView(room, { workshop, own, team, votes }, args.context.content, locale);
  return {
    ...{ ...view, ...counts, id: workshop.id, team: mayEdit ? locale.href(`/assessments/${assessmentId}/team`) : null },
    join: view.code && {
      url: `${args.context.origin}${locale.href(`/w/${view.code.path}`)}`,
      host: args.context.origin.replace(/^https?:\/\//, ""),
      path: locale.href("/w/"),
      code: view.code.spoken,
    },
    follow: roomTag({ ...workshop, ...counts }),
    shows: [view.tag, view.agreed?.said, view.agreed?.reason].join(" "),
    isBehind: new URL(args.request.url).searchParams.has("now"),
  };
}

/** Moves the room, or keeps what was agreed. */
export async function action(args: ActionFunctionArgs) {
  const room = await roomFor(args);
  const { href, messages } = localeFor(args.request);
  const form = await readForm(args.request);
  const here = (rest = "") => redirect(href(`/workshops/${room.workshop.id}${rest}`), { status: 303 });
  const intent = textOf(form, "intent");
  if (intent === "record") {
    const item = findItem(modelOf(args.context.content, room), textOf(form, "item"));
    if (!item || !room.workshop.items.includes(item.id) || !room.workshop.shown.includes(item.id)) throw refusal("bad-request");
    const read = readAgreed(form, item, messages.team);
    if ("errors" in read) return data(read, { status: 422 });
    const isWritten = await room.record(item.id, read.agreed);
    if (isWritten === null) throw refusal("no-workshop");
    return isWritten ? here() : data(agreedErrors(form, { choice: messages.team.answers.newer }), { status: 409 });
  }
  const move = moveSchema.safeParse(intent);
  if (!move.success) throw refusal("bad-request");
  const isDone = await room.move(move.data, textOf(form, "seen"));
  if (isDone === null) throw refusal("no-workshop");
  // Who moderates by a link of their own gets in no more; the screen of whoever works with the assessment stays.
  if (isDone && move.data === "end" && !room.mayEdit) return redirect(href("/deleted?workshop"), { status: 303 });
  return here(isDone ? "" : "?now");
}

export default function WorkshopRoom() {
  const { id, stage, join, isBehind, team, follow, shows } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { room: words } = messages.workshop;
  return (
    <Followed
      className={stage === "gathering" ? "room room-gathering" : "room"}
      events={href(`/workshops/${id}/events`)}
      tag={follow}
      reloads={stage === "voting" || stage === "gathering" ? 10 : null}
    >
      <FollowedPart name="stage" of={shows} className="room-stage">
        {isBehind && <p className="alert alert-warning">{words.movedOn}</p>}
        <RoomStage />
        <Controls />
        <Agreed />
      </FollowedPart>
      <aside className="room-side">
        {join && (
          <>
            <QrCode text={join.url} label={words.qr} />
            <p className="room-address">
              <span className="visually-hidden">{words.address}: </span>
              {join.host}
              {/* Where it does not fit, people read it in whole parts. */}
              <wbr />
              {join.path}
              <strong>{join.code}</strong>
            </p>
          </>
        )}
        <FollowedPart name="counts" className="room-counts" label={words.live}>
          <Counts />
        </FollowedPart>
        {team && (
          <p>
            <a href={team}>{words.toTeam}</a>
          </p>
        )}
      </aside>
    </Followed>
  );
}

function Counts() {
  const { stage, joined, voted } = useLoaderData<typeof loader>();
  const { room: words } = useLocale().messages.workshop;
  if (stage === "over") return null;
  return (
    <>
      <p>{words.joined(joined)}</p>
      {stage === "voting" && <p>{words.voted(voted, joined)}</p>}
    </>
  );
}

/** What the room talks about. */
function RoomStage() {
  const { stage, number, of, question, tally, agreed, summary } = useLoaderData<typeof loader>();
  const { room: words } = useLocale().messages.workshop;
  if (stage === "gathering")
    return (
      <>
        <h1>{words.gatherTitle}</h1>
        <p>{words.gatherText}</p>
      </>
    );
  if (!question || number === null) {
    const [kept, open] = [summary.filter(({ isAgreed }) => isAgreed), summary.filter(({ isAgreed }) => !isAgreed)];
    return (
      <>
        <h1>{words.summaryTitle}</h1>
        {stage === "over" && <p role="status">{words.over}</p>}
        <p>{words.summary(kept.length, summary.length)}</p>
        <Lines title={words.agreedTitle} lines={kept} />
        <Lines title={words.openTitle} lines={open} />
      </>
    );
  }
  return (
    <>
      <p className="room-number">{words.question(number, of)}</p>
      <h1>{question.question}</h1>
      {tally ? (
        <Tally tally={tally} />
      ) : (
        <>
          <ul className="tally">
            {question.choices.map(({ value, name, text }) => (
              <li key={value}>
                <span className="tally-name">
                  <strong>{name}</strong> {text}
                </span>
              </li>
            ))}
          </ul>
          <p className="hint">{words.hidden}</p>
        </>
      )}
      {agreed && (
        <p className="room-agreed" role="status">
          <strong>{agreed.said}</strong> {agreed.reason}
        </p>
      )}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: { item: string; name: string; said: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map(({ item, name, said }) => (
          <li key={item}>
            {name}: {said}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The buttons of the moderator, those that lead on first. */
function Controls() {
  const { id, stage, number, of, tag } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { room: words } = messages.workshop;
  if (stage === "over") return null;
  const next = stage === "gathering" ? words.begin : number === of ? words.toSummary : words.next;
  const isMain = stage === "gathering" || stage === "shown";
  const kind = (isFirst: boolean) => (isFirst ? "button" : "button button-secondary");
  return (
    <form method="post" action={href(`/workshops/${id}`)} className="form-actions">
      <input type="hidden" name="seen" value={tag} />
      {stage === "voting" && (
        <button className={kind(true)} name="intent" value="show">
          {words.show}
        </button>
      )}
      {stage !== "summary" && (
        <button className={kind(isMain)} name="intent" value="next">
          {next}
        </button>
      )}
      {stage === "shown" && (
        <button className={kind(false)} name="intent" value="again" title={words.againHint}>
          {words.again}
        </button>
      )}
      {stage === "summary" && (
        <button className={kind(true)} name="intent" value="end">
          {words.end}
        </button>
      )}
      {stage !== "gathering" && (
        <button className={kind(false)} name="intent" value="back">
          {words.back}
        </button>
      )}
    </form>
  );
}

function Agreed() {
  const { stage, shared } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (stage !== "shown" || !shared) return null;
  return <AgreedForm shared={{ ...shared, recorded: shared.recorded ?? undefined }} refused={refused ?? null} inRoom />;
}
