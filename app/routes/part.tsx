import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { OwnData } from "../components/layout/own-data";
import { cleanText, textLimits } from "../core/assessment/text";
import { ErrorSummary, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { partFor, partTopics } from "../http/assessment/part-page";
import { localeFor, readForm, refusal } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.team.part.title);

export async function loader(args: LoaderFunctionArgs) {
  const part = await partFor(args);
  const locale = localeFor(args.request);
  const { person, organisationName } = part;
  const topics = partTopics(part, args.context, locale).map(({ id, name, questions, answered }) => ({
    ...{ id, name, asked: questions.length, answered },
    askedBack: questions.filter(({ check }) => check?.isOpen).length,
  }));
  const asked = topics.reduce((sum, topic) => sum + topic.asked, 0);
  const left = asked - topics.reduce((sum, topic) => sum + topic.answered, 0);
  return {
    ...{ id: part.id, organisationName, topics, asked, left },
    until: person.until && locale.date(person.until),
    state: person.state,
    ask: person.ask,
  };
}

/** Hands the part back, or deletes it. */
export async function action(args: ActionFunctionArgs) {
  const part = await partFor(args);
  const { href, messages } = localeFor(args.request);
  const words = messages.team.part;
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  if (intent === "erase") {
    if (textOf(form, "sure") !== "yes") return redirect(href(`/parts/${part.id}#data`), { status: 303 });
    await part.erase();
    return redirect(href("/deleted?part"), { status: 303 });
  }
  if (intent === "done") {
    if (!(await part.handBack("done", ""))) throw refusal("no-part");
    return redirect(href(`/parts/${part.id}#back`), { status: 303 });
  }
  if (intent !== "asks") throw refusal("bad-request");
  const ask = cleanText(textOf(form, "ask"));
  const error = ask === "" ? words.askError : ask.length > textLimits.reason ? words.askTooLong : null;
  if (error) return data({ error, typed: textOf(form, "ask") }, { status: 422 });
  if (!(await part.handBack("asks", ask))) throw refusal("no-part");
  return redirect(href(`/parts/${part.id}#back`), { status: 303 });
}

export default function Part() {
  const { id, organisationName, topics, asked, left, until, state, ask } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const words = messages.team.part;
  const path = (page: string) => href(`/parts/${id}/${page}`);
  const next = topics.find(({ asked: all, answered }) => answered < all) ?? topics[0];
  return (
    <div className="page prose">
      <h1>{organisationName ? words.titleOf(organisationName) : words.title}</h1>
      <p className="lead">{words.lead(asked)}</p>
      {until && <p>{words.until(until)}</p>}
      {next && (
        <p className="form-actions">
          <a className={left > 0 ? "button" : "button button-secondary"} href={path(next.id)}>
            {words.begin}
          </a>
        </p>
      )}
      <h2>{words.topics}</h2>
      <ul className="tasks">
        {topics.map(({ id: topic, name, asked: all, answered, askedBack }) => (
          <li key={topic}>
            <div>
              <a href={path(topic)}>{name}</a>
              {askedBack > 0 && <span className="hint">{messages.checking.askedBack(askedBack)}</span>}
            </div>
            <div className="task-state">
              <span className={answered < all ? "badge badge-open" : "hint"}>{messages.form.stateOf(answered, all)}</span>
            </div>
          </li>
        ))}
      </ul>
      <h2 id="back">{words.backTitle}</h2>
      {state === "done" && (
        <p className="alert alert-success" role="status">
          {words.isDone}
        </p>
      )}
      {state === "asks" && (
        <p className="alert alert-success" role="status">
          {words.isAsking}
        </p>
      )}
      <p>{state === "done" ? words.backDone : words.backLead}</p>
      <p className="hint">{words.doneText(left)}</p>
      {state !== "done" && (
        <form method="post">
          <p className="form-actions">
            <button className="button" name="intent" value="done">
              {words.done}
            </button>
          </p>
        </form>
      )}
      {(state !== "done" || left > 0) && <Ask ask={ask} />}
      <h2 id="data">{words.dataTitle}</h2>
      <OwnData words={words} href={path("data")} />
    </div>
  );
}

/** For whoever cannot answer everything. */
function Ask({ ask }: { ask: string }) {
  const refused = useActionData<typeof action>();
  const words = useLocale().messages.team.part;
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary errors={refused?.error ? [{ name: "ask", text: refused.error }] : []} />
      <TextInput
        multiline
        rows={3}
        name="ask"
        label={words.ask}
        hint={words.askHint}
        value={refused?.typed ?? ask}
        error={refused?.error}
      />
      <p className="form-actions">
        <button className="button button-secondary" name="intent" value="asks">
          {words.asks}
        </button>
      </p>
    </form>
  );
}
