import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pageTitle, useLocale } from "../components/layout/locale";
import { OwnData } from "../components/layout/own-data";
import { ShownLink, TextToCopy } from "../components/layout/shown-link";
import { isColleague } from "../core/agreement/team";
import { modelOf } from "../core/content";
import { ErrorSummary } from "../forms/field";
import { noAddress, readMailAddress, type TypedAddress } from "../forms/mail/mail-address";
import { MailField } from "../forms/mail/mail-field";
import { readPerson, toPersonFields } from "../forms/team/person-fields";
import { PersonForm } from "../forms/team/person-form";
import { textOf } from "../forms/text-of";
import { mailToTyped } from "../http/mail/mail-to-typed";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { givableTopics, nudgeOf, personOf, shownLink, teamLinesOf } from "../http/assessment/team-page";
import { personName } from "../views/team";

export const meta = pageTitle<{ name: string }>((_locale, { name }) => name);

const savedSchema = z.enum(["changed", "revoked", "nudged"]);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const person = await personOf(assessment, args.params.person);
  const [line] = teamLinesOf(assessment, [person], locale, args.context);
  const asking = { questionnaire: modelOf(args.context.content, assessment), depth: assessment.depth };
  const nudge = isColleague(person) ? nudgeOf(person, locale) : null;
  return {
    id: assessment.id,
    person: person.id,
    name: personName(person, locale),
    line,
    topics: givableTopics(assessment, args.context, locale),
    fields: toPersonFields(person, asking),
    isParticipant: !isColleague(person),
    isRevoked: person.state === "revoked",
    nudge: nudge && { subject: locale.messages.mails.subjects.nudge, text: nudge(assessment.organisation.name ?? null) },
    mayHandOn: assessment.keys !== null,
    sendsMail: args.context.mails.isSetUp,
    saved: savedSchema.nullable().catch(null).parse(new URL(args.request.url).searchParams.get("saved")),
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
  const { mails, today, content } = args.context;
  const done = (saved: z.infer<typeof savedSchema>) => redirect(`${team}/people/${person.id}?saved=${saved}`, { status: 303 });
  const refused = (at: "nudge" | "renew", mail: TypedAddress) =>
    data({ errors: {}, fields: null, shown: null, mail: { at, ...mail } }, { status: 422 });
  if (intent === "renew") {
    const mail = mails.isSetUp ? readMailAddress(form, "renew-address", false, messages.mails) : noAddress;
    if (mail.error !== null) return refused("renew", mail);
    const { address } = mail;
    if (address !== "" && !(await mails.admit(address))) return refused("renew", { address, error: messages.mails.errors.tooMany });
    const key = await assessment.renewPerson(person.id);
    if (key === null) throw refusal("no-access");
    const named = { ...person, name: personName(person, locale) };
    const shown = await shownLink(assessment, named, { key, address }, locale, args.context);
    return data({ errors: {}, fields: null, shown, mail: null });
  }
  if (intent === "nudge") {
    const nudge = nudgeOf(person, locale);
    if (!nudge) throw refusal("bad-request");
    const about = { kind: "nudge", organisationName: assessment.organisation.name, text: nudge } as const;
    const mail = await mailToTyped(form, "nudge-address", about, locale, args.context);
    return mail === null ? done("nudged") : refused("nudge", mail);
  }
  if (intent === "erase") {
    if (textOf(form, "sure") !== "yes") return redirect(`${team}/people/${person.id}#data`, { status: 303 });
    await assessment.erasePerson(person.id);
    return redirect(`${team}?erased`, { status: 303 });
  }
  if (intent === "revoke") {
    await assessment.revokePerson(person.id);
    return done("revoked");
  }
  if (intent !== "change") throw refusal("bad-request");
  const asking = { questionnaire: modelOf(content, assessment), depth: assessment.depth };
  const read = readPerson(form, asking, messages.team, today, person.until);
  if ("errors" in read) return data({ ...read, shown: null, mail: null }, { status: 422 });
  await assessment.changePerson(person.id, read.wish);
  return done("changed");
}

export default function Person() {
  const { id, person, name, line, topics, fields, isParticipant, isRevoked, nudge, mayHandOn, sendsMail, saved } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { team, mails } = messages;
  const { personPage: words } = team;
  const typed = (at: "nudge" | "renew") => (sent?.mail?.at === at ? sent.mail : null);
  const wrong = (at: "nudge" | "renew") => {
    const error = typed(at)?.error;
    return error ? [{ name: `${at}-address`, text: error }] : [];
  };
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/team`)}>{team.title}</a>
      </p>
      <h1>{words.title(name)}</h1>
      {saved && !sent && (
        <p className="alert alert-success" role="status">
          {{ changed: words.saved, revoked: words.revoked, nudged: words.nudged }[saved]}
        </p>
      )}
      {sent?.shown && <ShownLink shown={sent.shown} />}
      {line && (
        <>
          <p>
            {line.state} · {line.answered}
          </p>
          <p className="hint">{line.given}</p>
          {line.ask && <p>{line.ask}</p>}
        </>
      )}
      {nudge && !sent?.shown && (
        <>
          <h2 id="nudge">{words.nudgeTitle}</h2>
          <TextToCopy label={team.shown.nudge} {...nudge} />
          {sendsMail ? (
            <form method="post" className="form" noValidate autoComplete="off">
              <ErrorSummary errors={wrong("nudge")} />
              <MailField name="nudge-address" typed={typed("nudge")} />
              <p className="form-actions">
                <button className="button button-secondary" name="intent" value="nudge">
                  {words.nudgeSubmit}
                </button>
              </p>
            </form>
          ) : (
            <p className="hint">{mails.notSetUp}</p>
          )}
        </>
      )}
      {!isParticipant && (
        <>
          <h2>{words.change}</h2>
          <PersonForm topics={topics} fields={sent?.fields ?? fields} errors={sent?.errors ?? {}} submit={words.save} intent="change" />
          <h2>{words.linkTitle}</h2>
          {isRevoked && <p>{words.revoked}</p>}
          {mayHandOn ? (
            <form method="post" className="form" noValidate autoComplete="off">
              <ErrorSummary errors={wrong("renew")} />
              <p>{isRevoked ? words.renewRevokedText : words.renewText}</p>
              {sendsMail && <MailField name="renew-address" typed={typed("renew")} optional={messages.start.optional} />}
              <p className="form-actions">
                <button className="button button-secondary" name="intent" value="renew">
                  {words.renew}
                </button>
              </p>
            </form>
          ) : (
            <p>{team.ownerInvites}</p>
          )}
          {!isRevoked && (
            <form method="post">
              <p>{words.revokeText}</p>
              <p className="form-actions">
                <button className="button button-secondary" name="intent" value="revoke">
                  {words.revoke}
                </button>
              </p>
            </form>
          )}
        </>
      )}
      <h2 id="data">{words.dataTitle}</h2>
      <OwnData words={words} href={href(`/assessments/${id}/team/people/${person}/data`)} />
    </div>
  );
}
