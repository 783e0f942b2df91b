import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { ShownLink, TextToCopy } from "../components/layout/shown-link";
import { isColleague } from "../core/agreement/team";
import { modelOf } from "../core/content";
import { readPerson, toPersonFields } from "../forms/team/person-fields";
import { PersonForm } from "../forms/team/person-form";
import { textOf } from "../forms/text-of";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { givableTopics, personOf, shownLink, teamLinesOf } from "../http/team-page";
import { answeredOf, personName } from "../views/team";

export const meta = pageTitle<{ name: string }>((_locale, { name }) => name);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const { messages, date } = locale;
  const person = await personOf(assessment, args.params.person);
  const [line] = teamLinesOf(assessment, [person], locale, args.context);
  const asking = { questionnaire: modelOf(args.context.content, assessment), depth: assessment.depth };
  const left = person.items.length - answeredOf(person);
  return {
    id: assessment.id,
    person: person.id,
    name: personName(person, locale),
    line,
    topics: givableTopics(assessment, args.context, locale),
    fields: toPersonFields(person, asking),
    isParticipant: !isColleague(person),
    isRevoked: person.state === "revoked",
    nudge:
      isColleague(person) && person.hasLink && left > 0
        ? messages.team.nudge(assessment.organisation.name ?? null, left, person.until && date(person.until))
        : null,
    isSaved: new URL(args.request.url).searchParams.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const person = await personOf(assessment, args.params.person);
  const locale = localeFor(args.request);
  const { href, messages } = locale;
  const team = href(`/assessments/${assessment.id}/team`);
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  // A place in a workshop is nobody's to hand on: what is left to do is to delete it.
  if (intent !== "erase" && !isColleague(person)) throw refusal("bad-request");
  if (intent === "renew") {
    const key = await assessment.renewPerson(person.id);
    if (key === null) throw refusal("no-access");
    return data({
      errors: {},
      fields: null,
      shown: shownLink(assessment, { ...person, name: personName(person, locale) }, key, locale, args.context),
    });
  }
  if (intent === "erase") {
    await assessment.erasePerson(person.id);
    return redirect(`${team}?erased`, { status: 303 });
  }
  if (intent === "revoke") await assessment.revokePerson(person.id);
  else if (intent === "change") {
    const asking = { questionnaire: modelOf(args.context.content, assessment), depth: assessment.depth };
    const read = readPerson(form, asking, messages.team, args.context.today, person.until);
    if ("errors" in read) return data({ ...read, shown: null }, { status: 422 });
    await assessment.changePerson(person.id, read.wish);
  } else throw refusal("bad-request");
  return redirect(`${team}/people/${person.id}?saved`, { status: 303 });
}

export default function Person() {
  const { id, person, name, line, topics, fields, isParticipant, isRevoked, nudge, isSaved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { team } = messages;
  const { personPage: words } = team;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/team`)}>{team.title}</a>
      </p>
      <h1>{words.title(name)}</h1>
      {isSaved && !sent && (
        <p className="alert alert-success" role="status">
          {words.saved}
        </p>
      )}
      {sent?.shown && <ShownLink shown={sent.shown} />}
      {line && (
        <>
          <p>
            {line.state}. {line.answered}.
          </p>
          <p className="hint">{line.given}</p>
          {line.ask && <p>{line.ask}</p>}
        </>
      )}
      {nudge && !sent?.shown && (
        <>
          <TextToCopy label={team.shown.nudge} text={nudge} />
          <p className="hint">{words.nudgeText}</p>
        </>
      )}
      {!isParticipant && (
        <>
          <h2>{words.linkTitle}</h2>
          <form method="post">
            {isRevoked && <p>{words.revoked}</p>}
            <p>{words.renewText}</p>
            <p className="form-actions">
              <button className="button button-secondary" name="intent" value="renew">
                {words.renew}
              </button>
            </p>
            {!isRevoked && (
              <>
                <p>{words.revokeText}</p>
                <p className="form-actions">
                  <button className="button button-secondary" name="intent" value="revoke">
                    {words.revoke}
                  </button>
                </p>
              </>
            )}
          </form>
          <h2>{words.change}</h2>
          <PersonForm topics={topics} fields={sent?.fields ?? fields} errors={sent?.errors ?? {}} submit={words.save} intent="change" />
        </>
      )}
      <h2>{words.dataTitle}</h2>
      <p>{words.dataText}</p>
      <p>
        <a className="button button-secondary" href={href(`/assessments/${id}/team/people/${person}/data`)} download>
          {words.export}
        </a>
      </p>
      <form method="post">
        <p>{words.eraseText}</p>
        <button className="button button-danger" name="intent" value="erase">
          {words.erase}
        </button>
      </form>
    </div>
  );
}
