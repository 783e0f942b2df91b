import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { ShownLink } from "../components/layout/shown-link";
import { isColleague } from "../core/agreement/team";
import { modelOf } from "../core/content";
import { noPerson, readPerson, toPersonFields, type PersonErrors } from "../forms/team/person-fields";
import { PersonForm } from "../forms/team/person-form";
import { noAddress, readMailAddress } from "../forms/mail/mail-address";
import { textOf } from "../forms/text-of";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { givableTopics, shownLink, teamLinesOf } from "../http/assessment/team-page";
import { answeredOf, personName } from "../views/team";

export const meta = pageTitle(({ messages }) => messages.team.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const [{ people, showNames }, workshop] = [await assessment.people(), await assessment.workshop()];
  const search = new URL(args.request.url).searchParams;
  return {
    id: assessment.id,
    people: teamLinesOf(assessment, people.filter(isColleague), locale, args.context),
    participants: people
      .filter((person) => !isColleague(person))
      .map((person) => ({
        id: person.id,
        name: personName(person, locale),
        answered: locale.messages.team.answered(answeredOf(person), person.items.length),
      })),
    hasWorkshop: workshop !== null && !workshop.isOver,
    topics: givableTopics(assessment, args.context, locale),
    showNames,
    mayHandOn: assessment.keys !== null,
    sendsMail: args.context.mails.isSetUp,
    done: search.has("erased") ? ("erased" as const) : search.has("saved") ? ("saved" as const) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const { href, messages } = locale;
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  if (intent === "show-names") {
    await assessment.showNames(form.has("showNames"));
    return redirect(href(`/assessments/${assessment.id}/team?saved`), { status: 303 });
  }
  if (intent !== "invite") throw refusal("bad-request");
  const asking = { questionnaire: modelOf(args.context.content, assessment), depth: assessment.depth };
  const { mails, today } = args.context;
  const read = readPerson(form, asking, messages.team, today);
  const mail = mails.isSetUp ? readMailAddress(form, "address", false, messages.mails) : noAddress;
  const refused = (errors: PersonErrors) => {
    const fields = "errors" in read ? read.fields : toPersonFields(read.wish, asking);
    const wrong = { ...mail, error: errors.address ?? null };
    return data({ errors, fields, mail: wrong, shown: null }, { status: 422 });
  };
  if ("errors" in read || mail.error !== null)
    return refused({ ...("errors" in read && read.errors), ...(mail.error !== null && { address: mail.error }) });
  if (mail.address !== "" && !(await mails.admit(mail.address))) return refused({ address: messages.mails.errors.tooMany });
  const invited = await assessment.invite(read.wish);
  if (invited === null) throw refusal("no-access");
  if (invited === "too-many") return refused({ name: messages.team.invite.tooMany });
  const shown = await shownLink(assessment, read.wish, { key: invited.key, address: mail.address }, locale, args.context);
  return data({ errors: {}, fields: noPerson, mail: noAddress, shown });
}

export default function Team() {
  const { id, people, participants, hasWorkshop, topics, showNames, mayHandOn, sendsMail, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { team, workshop } = messages;
  const path = (page: string) => href(`/assessments/${id}${page}`);
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={path("")}>{messages.report.back}</a>
      </p>
      <h1>{team.title}</h1>
      <p className="lead">{team.lead}</p>
      {done && (
        <p className="alert alert-success" role="status">
          {done === "erased" ? team.personPage.erased : team.personPage.saved}
        </p>
      )}
      {sent?.shown && <ShownLink shown={sent.shown} />}
      <h2>{team.people}</h2>
      {people.length === 0 ? <p>{team.none}</p> : <People people={people} path={path} />}
      {participants.length > 0 && (
        <details>
          <summary>{workshop.participants(participants.length)}</summary>
          <ul>
            {participants.map(({ id: person, name, answered }) => (
              <li key={person}>
                <a href={path(`/team/people/${person}`)} aria-label={team.openOf(name)}>
                  {name}
                </a>{" "}
                <span className="hint">{answered}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {people.length + participants.length > 0 && (
        <p className="form-actions">
          <a className="button button-secondary" href={path("/team/answers")}>
            {team.toAnswers}
          </a>
        </p>
      )}
      <h2>{workshop.title}</h2>
      <p>{hasWorkshop ? workshop.isOpen : workshop.linkText}</p>
      <p className="form-actions">
        <a className="button button-secondary" href={path("/team/workshop")}>
          {workshop.link}
        </a>
      </p>
      <h2 id="invite">{team.invite.title}</h2>
      {mayHandOn && !sendsMail && <p className="hint">{messages.mails.notSetUp}</p>}
      {mayHandOn ? (
        <PersonForm
          topics={topics}
          fields={sent?.fields ?? noPerson}
          errors={sent?.errors ?? {}}
          submit={team.invite.submit}
          intent="invite"
          mail={sendsMail ? (sent?.mail ?? noAddress) : null}
        />
      ) : (
        <p>{team.ownerInvites}</p>
      )}
      <h2>{team.names.title}</h2>
      <form method="post" className="form">
        <p>{team.names.text}</p>
        <label className="choice">
          <input type="checkbox" name="showNames" defaultChecked={showNames} autoComplete="off" /> <span>{team.names.label}</span>
        </label>
        <p className="form-actions">
          <button className="button button-secondary" name="intent" value="show-names">
            {team.names.save}
          </button>
        </p>
      </form>
    </div>
  );
}

type Line = ReturnType<typeof teamLinesOf>[number];

function People({ people, path }: { people: Line[]; path: (page: string) => string }) {
  const { team } = useLocale().messages;
  return (
    <ul className="tasks">
      {people.map(({ id, name, state, given, answered, ask, noLink }) => (
        <li key={id}>
          <div>
            <a href={path(`/team/people/${id}`)} aria-label={team.openOf(name)}>
              {name}
            </a>
            <span className="hint">{given}</span>
            {ask && <span className="hint">{ask}</span>}
            {noLink && <span className="hint">{noLink}</span>}
          </div>
          <div className="task-state">
            <span className="hint">{state}</span>
            <span className="hint">{answered}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
