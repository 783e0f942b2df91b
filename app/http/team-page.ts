import type { AppLoadContext } from "@remix-run/node";
import { isColleague } from "../core/agreement/team";
import { modelOf } from "../core/content";
import { valueUnder } from "../core/entry-of";
import { askedItems } from "../core/questionnaire/questionnaire";
import type { GivableTopic } from "../forms/team/person-form";
import type { Locale } from "../i18n/index";
import { answeredOf, givenText, personName, stateText } from "../views/team";
import type { Editable } from "./assessment-access";
import { refusal } from "./request";

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

/** A link that is told once, with the words to hand it on. */
export function shownLink(
  assessment: Pick<Editable, "organisation">,
  { name, items, until }: { name: string; items: string[]; until: string | null },
  key: string,
  { messages, href, date }: Locale,
  { origin }: Context,
) {
  const url = `${origin}${href(`/answer/${key}`)}`;
  return { name, url, message: messages.team.message(assessment.organisation.name ?? null, items.length, until && date(until), url) };
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
    answers,
    updatedAt,
  };
}
