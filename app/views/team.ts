import { agreedAnswers, answersTagOf, answersTo } from "../core/agreement/agreed-answers";
import { agreementOf } from "../core/agreement/agreement";
import { disagreementIn, distanceOf } from "../core/agreement/spread";
import { respondentsOf, type Person, type Team } from "../core/agreement/team";
import { isAnswered, type Answer, type Answers } from "../core/assessment/answer";
import type { Assessment } from "../core/assessment/assessment";
import { seedOf } from "../core/certainty/seed";
import type { QuestionnaireContent } from "../core/content";
import { ownValue, valueUnder } from "../core/entry-of";
import { askedItems, itemsOf } from "../core/questionnaire/questionnaire";
import { scoredItems } from "../core/score/scored-items";
import type { Locale } from "../i18n/index";
import { checkText } from "./check-words";

type Numbered = Person & { number: number };
/** A team whose people can be called, though a name is kept no longer. */
export type NumberedTeam = Omit<Team, "people"> & { people: Numbered[] };
type Asking = Pick<Assessment, "depth"> & { questionnaire: QuestionnaireContent };

/** As people call them; whose name is kept no longer is called by their number. */
export const personName = ({ name, number }: Pick<Numbered, "name" | "number">, { messages }: Locale): string =>
  name || messages.team.unnamed(number);

/** Somebody who was asked, for the list of topics: their questions, and who, how far and until when in words. */
export type TeamLine = { items: string[]; text: string };

export const teamLines = (people: Numbered[], today: string, locale: Locale): TeamLine[] =>
  people.map((person) => ({
    items: person.items,
    text: [personName(person, locale), stateText(person, today, locale)].join("\u00a0– "),
  }));

/** How far somebody is, and until when they were asked to answer. */
export function stateText({ state, until }: Pick<Person, "state" | "until">, today: string, { messages, date }: Locale): string {
  const { team } = messages;
  const isWaiting = state === "invited" || state === "answering";
  const due = until && isWaiting ? [until < today ? team.overdue(date(until)) : team.until(date(until))] : [];
  return [team.states[state], ...due].join(", ");
}

/** The same for whoever answers. */
export function partStateText({ state, until }: Pick<Person, "state" | "until">, today: string, { messages, date }: Locale): string {
  const { part } = messages.team;
  if (state === "done" || state === "asks") return part.handedBack;
  if (until === null) return part.open;
  return until < today ? part.overdue(date(until)) : part.due(date(until));
}

/** That others have answered a question, too; null where nobody has. */
export function othersHint(people: Person[], item: string, { messages }: Locale): string | null {
  const count = people.filter(({ answers }) => isAnswered(ownValue(answers, item))).length;
  return count > 0 ? messages.team.others(count) : null;
}

/** What somebody was given, in words: whole topics, and single questions by their numbers. */
export function givenText(items: string[], { questionnaire, depth }: Asking, { messages, list, language }: Locale): string {
  const text = questionnaire.text[language].dimensions;
  let number = 0;
  const parts = questionnaire.dimensions.flatMap((dimension) => {
    const asked = askedItems(dimension, depth).map(({ id }) => ({ id, number: (number += 1) }));
    const given = asked.filter(({ id }) => items.includes(id));
    const { name } = valueUnder(text, dimension.id);
    if (given.length === 0) return [];
    if (given.length === asked.length) return [messages.team.wholeTopic(name)];
    return [messages.team.partOfTopic(name, list(given.map((item) => String(item.number))))];
  });
  return parts.join("; ");
}

/** How many of their questions somebody has answered. */
export const answeredOf = ({ items, answers }: Pick<Person, "items" | "answers">): number =>
  items.filter((item) => isAnswered(ownValue(answers, item))).length;

/** An answer in a few words. */
export function answerWords(answer: Answer, { messages }: Locale): string {
  const { answers: words } = messages.team;
  if ("level" in answer) return words.level(answer.level, messages.form.levels[answer.level] ?? "");
  if (!("answer" in answer)) return words.noted;
  return answer.answer === "dk" ? words.dontKnow : words.notApplicable(answer.reason);
}

/** An answer as the forms send it. */
export const choiceOf = (answer: Answer): string => ("level" in answer ? String(answer.level) : "answer" in answer ? answer.answer : "");

/** Everything that several have answered, question by question, and how far they agree. */
export function sharedAnswersView(assessment: Assessment, team: NumberedTeam, questionnaire: QuestionnaireContent, locale: Locale) {
  const named: Team = { ...team, people: team.people.map((person) => ({ ...person, name: personName(person, locale) })) };
  const { answers: own, depth } = assessment;
  const respondents = respondentsOf(own, named);
  const counted = agreedAnswers(own, named);
  const items = scoredItems(questionnaire, { ...assessment, answers: counted });
  const input = { respondents, recorded: Object.keys(team.recorded), showNames: false };
  const agreement = agreementOf(input, items, seedOf(assessment));
  const { messages, points } = locale;
  const who = (place: number) => respondents[place]?.name ?? messages.team.owner;
  const asked = itemsOf(questionnaire, depth);
  const views = asked
    .map((item, index) => ({ item, number: index + 1 }))
    .filter(({ item }) => respondents.filter(({ answers }) => item.id in answers).length >= 2 || item.id in team.recorded)
    .map(({ item, number }) => sharedAnswer(item, number, { own, named, counted, questionnaire }, locale));
  const toTalk = agreement.disagreements.map(({ item }) => item);
  // What applies to nobody's questions any more has no share, and is not talked about first.
  const rank = (id: string) => (toTalk.includes(id) ? toTalk.indexOf(id) : toTalk.length);
  return {
    agreement,
    leniencies: agreement.leniencies.map(({ lower, higher, levels }) =>
      messages.team.agreement.higher(who(higher), points(levels), who(lower)),
    ),
    talk: views.filter(({ id }) => toTalk.includes(id)).sort((a, b) => rank(a.id) - rank(b.id)),
    others: views.filter(({ id }) => !toTalk.includes(id)),
  };
}

export type SharedAnswer = ReturnType<typeof sharedAnswer>;

function sharedAnswer(
  { id, allowsNotApplicable }: { id: string; allowsNotApplicable: boolean },
  number: number,
  { own, named, counted, questionnaire }: { own: Answers; named: Team; counted: Answers; questionnaire: QuestionnaireContent },
  locale: Locale,
) {
  const { messages, date, language } = locale;
  const { answers: words, owner } = messages.team;
  const { question, anchors } = valueUnder(questionnaire.text[language].items, id);
  const given = answersTo(respondentsOf(own, named), id);
  const distance = distanceOf(given.map(({ answer }) => answer));
  const apart = disagreementIn(distance);
  const recorded = ownValue(named.recorded, id);
  const seen = answersTagOf(own, named, id);
  const counts = counted[id];
  return {
    ...{ id, number, question, anchors, allowsNotApplicable, seen },
    flag: apart === "levels" ? words.spread(distance.spread) : apart && words.againstNotApplicable,
    given: given.map(({ name, answer }) => ({
      who: name ?? owner,
      said: answerWords(answer, locale),
      when: answer.date ? date(answer.date) : null,
      remarks: [...(answer.note ? [words.note(answer.note)] : []), ...(answer.evidence ? [words.evidence(answer.evidence)] : [])],
    })),
    standing: recorded
      ? words.recorded(answerWords(recorded.answer, locale), recorded.answer.date ? date(recorded.answer.date) : null)
      : counts
        ? words.provisional(answerWords(counts, locale))
        : null,
    check: checkText(counts, locale),
    recorded: recorded && {
      reason: recorded.reason,
      isStale: recorded.about !== "" && recorded.about !== seen,
      choice: choiceOf(recorded.answer),
    },
  };
}
