import { findContradictions } from "../core/assessment/contradictions";
import { isAnswered, isUnknown } from "../core/assessment/answer";
import { standingsOf } from "../core/assessment/standing";
import type { WholeAssessment } from "../core/assessment/whole-assessment";
import type { QuestionnaireContent } from "../core/content";
import { valueUnder } from "../core/entry-of";
import { askedItems } from "../core/questionnaire/questionnaire";
import { scoreOf } from "../core/score/score";
import { isPresumed } from "../core/score/scored-items";
import type { Locale } from "../i18n/index";
import { checkText } from "./check-words";
import { valueText } from "./overview";
import type { TeamLine } from "./team";

/** One thing to do: where, how far it is (null: nothing is left to do), and what exactly is open. */
export type Task = {
  end: string;
  title: string;
  about: string | null;
  open: string | null;
  state: string;
  /** Who was asked. */ people?: string | null;
};

/** What stands around the answers: who was asked, what they do not agree on, facts to tell, and which round this is. */
type Around = {
  lines: TeamLine[];
  toTalkAbout: number;
  toClarify?: number;
  /** Number of the round whose facts nobody has checked since. */ factsFrom?: number | null;
  rounds?: string[];
};

type Assessment = Pick<WholeAssessment, "depth" | "aiUse" | "answers" | "organisation" | "track">;

/** What an assessment asks of people, in the order in which they do it, and what is left of it. */
export function tasksView(
  questionnaire: QuestionnaireContent,
  assessment: Assessment,
  hasPlan: boolean,
  locale: Locale,
  { toClarify = 0, factsFrom = null, rounds = [], ...team }: Around = { lines: [], toTalkAbout: 0 },
) {
  const { messages, list } = locale;
  const { tasks: words } = messages.screen;
  const { facts } = messages.result.duties;
  const { depth, answers } = assessment;
  const text = questionnaire.text[locale.language];
  let number = 0;
  const topics = questionnaire.dimensions.map((dimension) => {
    const { id } = dimension;
    const items = askedItems(dimension, depth).map((item) => {
      const answer = answers[item.id];
      return {
        id: item.id,
        number: (number += 1),
        isUnknown: isUnknown(answer),
        isOpen: !isAnswered(answer) && !isPresumed(item, assessment),
      };
    });
    return { id, items };
  });
  const items = topics.flatMap((topic) => topic.items);
  const [open, unknown] = [items.filter(({ isOpen }) => isOpen), items.filter(({ isUnknown }) => isUnknown)];
  const asked = items.filter(({ id }) => checkText(answers[id], locale)?.isOpen).length;
  const contradictions = findContradictions(questionnaire, assessment.aiUse, standingsOf(questionnaire, assessment));
  const named = (some: typeof items) =>
    locale.names(
      some.slice(0, told).map(({ id, number: own }) => `${valueUnder(text.items, id).short}\u00a0[${own}]`),
      true,
    );
  const score = scoreOf(questionnaire, assessment);
  const { land, sizeClass } = assessment.organisation;
  const missing = [land, sizeClass].filter((one) => one === undefined).length;
  const waiting = [
    ...(team.toTalkAbout > 0 ? [toDo("team/answers", messages.team.toAnswers, words.answersOpen(team.toTalkAbout))] : []),
    ...(unknown.length > 0 ? [toDo("check", words.clarify, words.answersOpen(unknown.length), named(unknown))] : []),
    ...(contradictions.length > 0 ? [toDo("check#contradictions", words.contradictions, words.answersOpen(contradictions.length))] : []),
    ...(factsFrom !== null ? [toDo("facts", facts.toCheck, facts.ofRound(factsFrom))] : []),
    ...(factsFrom === null && open.length === 0 && toClarify > 0 ? [toDo("facts", facts.task, words.answersOpen(toClarify))] : []),
    ...(asked > 0 ? [toDo("checking", messages.checking.task, messages.checking.taskState(asked))] : []),
  ];
  const always = [
    row("check", messages.assessment.toCheck, waiting.length === 0 ? words.nothingToClarify : null),
    row("checking", messages.checking.link),
  ];
  return {
    title: titleOf(open.length, unknown.length, items.length, locale),
    value: valueText(score, locale),
    hasValue: score.overall.lower !== null && open.length < items.length,
    prepare: [
      {
        ...{ end: "profile", title: messages.assessment.profileTitle, about: null },
        ...(missing > 0 ? { open: words.profileMissing, state: words.begun } : { open: null, state: words.done }),
      },
      row("team", messages.team.link, null, messages.team.linkState(team.lines.length)),
    ],
    topics: topics.map(({ id, items: own }): Task => {
      const isLeft = own.filter(({ isOpen }) => isOpen);
      const isAsked = own.filter(({ isUnknown }) => isUnknown);
      const numbers = (some: typeof own) => list(some.map((item) => String(item.number)));
      const open = [
        ...(isLeft.length > 0 ? [words.open(numbers(isLeft))] : []),
        ...(isAsked.length > 0 ? [words.unknown(numbers(isAsked))] : []),
      ];
      const { name, about } = valueUnder(text.dimensions, id);
      return {
        ...{ end: id, title: name, about },
        people:
          list(team.lines.filter(({ items: theirs }) => own.some((item) => theirs.includes(item.id))).map(({ text }) => text)) || null,
        open: open.length > 0 ? open.join("; ") : null,
        state: stateOf(own.length, isLeft.length, isAsked.length, locale),
      };
    }),
    left: open.length,
    clarify: [...waiting, ...always.filter(({ end }) => waiting.every((task) => task.end !== end))],
    decide: [
      row("report", words.read),
      row("plan", words.plan, null, hasPlan ? words.planKept : words.planSuggested),
      row("report/documents", words.documents),
      row("rounds", messages.rounds.link, rounds.join(" ")),
      row("changes", messages.changes.link, messages.changes.linkHint),
    ],
  };
}

/** What can be done at any time, with nothing left open. */
const row = (end: string, title: string, about: string | null = null, state = ""): Task => ({ end, title, about, open: null, state });

/** What waits to be done; what exactly stands on its page. */
const toDo = (end: string, title: string, state: string, about: string | null = null): Task => ({
  ...row(end, title, about, state),
  open: "",
});

function stateOf(all: number, open: number, unknown: number, { messages }: Locale): string {
  const { tasks: words } = messages.screen;
  if (open === all) return words.notBegun;
  if (open > 0) return words.partly(all - open, all);
  return unknown > 0 ? words.informationOpen(unknown) : words.done;
}

/** More than these are too many to name. */
const told = 4;

function titleOf(open: number, unknown: number, all: number, { messages }: Locale): string {
  const { tasks: words } = messages.screen;
  if (open === all) return words.titleNotBegun(all);
  if (open > 0) return words.titleOpen(open);
  return unknown > 0 ? words.titleUnknown(unknown) : words.titleDone;
}
