import type { AppLoadContext } from "@remix-run/node";
import { isColleague } from "../../core/agreement/team";
import { allNameless } from "../../core/assessment/answer";
import { modelOf } from "../../core/content";
import { valueUnder } from "../../core/entry-of";
import { askedItems } from "../../core/questionnaire/questionnaire";
import type { LinkToShow } from "../../components/layout/shown-link";
import type { GivableTopic } from "../../forms/team/person-form";
import type { Locale } from "../../i18n/index";
import { answeredOf, givenText, personName, stateText } from "../../views/team";
import type { Editable } from "../access/assessment-access";
import { refusal } from "../request";

type Context = Pick<AppLoadContext, "content" | "today" | "origin">;
type People = Awaited<ReturnType<Editable["people"]>>["people"];

/** The topics of an assessment with the questions that it asks. */
export function givableTopics(
  assessment: Pick<Editable, "track" | "modelVersion" | "depth">,
  { content }: Context,
  { language }: Locale,
): GivableTopic[] {
  const questionnaire = modelOf(content, assessment);
  const text = questionnaire.text[language];
  let number = 0;
  return questionnaire.dimensions.map((dimension) => ({
    id: dimension.id,
    name: valueUnder(text.dimensions, dimension.id).name,
    items: askedItems(dimension, assessment.depth).map(({ id }) => ({
      id,
      number: (number += 1),
      short: valueUnder(text.items, id).short,
    })),
  }));
}

/** Everybody who was asked, as the owner sees them. */
export function teamLinesOf(assessment: Editable, people: People, locale: Locale, { content, today }: Context) {
  const { team } = locale.messages;
  const asking = { questionnaire: modelOf(content, assessment), depth: assessment.depth };
  return people.map((person) => ({
    id: person.id,
    name: personName(person, locale),
    state: stateText(person, today, locale),
    given: givenText(person.items, asking, locale),
    answered: team.answered(answeredOf(person), person.items.length),
    ask: person.state === "asks" ? (person.ask ? team.asks(person.ask) : team.asksNothing) : null,
    noLink: isColleague(person) && !person.hasLink && person.state !== "revoked" ? team.noLink : null,
  }));
}

/** The person that the address names. @throws a refusal where the assessment has none such. */
export async function personOf(assessment: Editable, id: string | undefined): Promise<People[number]> {
  const { people } = await assessment.people();
  const person = people.find((one) => one.id === id);
  if (!person) throw refusal("not-found");
  return person;
}

type Asked = Pick<People[number], "name" | "items" | "until">;

/** A link that is told once, with the words to hand it on. @param address where it is mailed to; "": nowhere. */
export async function shownLink(
  { organisation }: Pick<Editable, "organisation">,
  { name, items, until }: Asked,
  { key, address }: { key: string; address: string },
  { messages, href, date, language }: Locale,
  { origin, mails }: Context & Pick<AppLoadContext, "mails">,
): Promise<LinkToShow> {
  const path = `/answer/${key}`;
  const message = (organisationName: string | null, url: string) =>
    messages.team.message(organisationName, items.length, until && date(until), url);
  const isSent =
    address !== "" &&
    (await mails.send(address, "invite", { organisationName: organisation.name, language }, (plain, urlOf) => message(plain, urlOf(path))));
  const url = `${origin}${href(path)}`;
  return {
    ...{ name, url, subject: messages.mails.subjects.invite, text: message(organisation.name ?? null, url) },
    mailed: address === "" ? null : { to: address, isSent },
  };
}

/** What reminds somebody of what they have not answered yet; null where there is nothing, or no link of theirs opens it. */
export function nudgeOf({ items, until, hasLink, ...person }: People[number], { messages, date }: Locale) {
  const left = items.length - answeredOf({ ...person, items });
  if (!hasLink || left === 0) return null;
  return (organisation: string | null) => messages.team.nudge(organisation, left, until && date(until));
}

/** Everything that is kept of a person, for them or for the owner to take along. */
export function personData({ kind, name, items, until, state, ask, answers, updatedAt }: People[number]) {
  return {
    format: "ki-pegel/person" as const,
    version: 1 as const,
    ...(kind && { kind }),
    name,
    items,
    until,
    state,
    ask,
    // Whoever has checked one of them is somebody else.
    answers: allNameless(answers),
    updatedAt,
  };
}
