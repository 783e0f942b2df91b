import { answersTagOf } from "../core/agreement/agreed-answers";
import { disagreementIn } from "../core/agreement/spread";
import type { Team } from "../core/agreement/team";
import type { Answer, Answers } from "../core/assessment/answer";
import { modelOf, type Content, type QuestionnaireContent } from "../core/content";
import { ownValue, valueUnder } from "../core/entry-of";
import type { Track } from "../core/vocabulary";
import { spokenJoinCode, stageOf, stageTag, tallyOf, type WorkshopState } from "../core/workshop/workshop";
import type { Locale } from "../i18n/index";
import { findItem } from "../core/questionnaire/questionnaire";
import { answerWords, choiceOf } from "./team";

type About = { track: Track; modelVersion: string };

/** A question of a workshop with what can be chosen. `choices`: values of the form and their labels. */
export type WorkshopQuestion = ReturnType<typeof questionOf>;

function questionOf(item: string, questionnaire: QuestionnaireContent, { messages, language }: Locale) {
  const { form } = messages;
  const { question, help, anchors } = valueUnder(questionnaire.text[language].items, item);
  const allowsNotApplicable = findItem(questionnaire, item)?.allowsNotApplicable ?? false;
  const levels = anchors.map((anchor, level) => ({ value: String(level), name: `${level} ${form.levels[level] ?? ""}`, text: anchor }));
  const others = [
    { value: "dk", name: form.dontKnow, text: "" },
    ...(allowsNotApplicable ? [{ value: "na", name: form.notApplicable, text: "" }] : []),
  ];
  return { id: item, question, help, anchors, allowsNotApplicable, choices: [...levels, ...others] };
}

/** A bar for each choice. `count` votes of `votes`. */
export type TallyView = ReturnType<typeof tallyView>;

function tallyView(votes: Answer[], { choices, anchors }: WorkshopQuestion, { messages }: Locale) {
  const { room } = messages.workshop;
  const tally = tallyOf(votes, anchors.length);
  const countOf = (value: string) =>
    value === "dk" ? tally.dontKnow : value === "na" ? tally.notApplicable : (tally.levels[Number(value)] ?? 0);
  const given = tally.levels.reduce((sum, count) => sum + count, 0);
  const apart = disagreementIn(tally);
  const near = given < 2 ? null : tally.spread === 0 ? room.same : room.near;
  return {
    votes: tally.votes,
    isApart: apart !== null,
    said: tally.votes === 0 ? room.none : apart === "levels" ? room.spread(tally.spread) : apart ? room.against : near,
    rows: choices.map(({ value, name, text }) => ({ value, name, text, count: countOf(value), said: room.votes(countOf(value)) })),
  };
}

type Seen = {
  workshop: WorkshopState & { code: string | null };
  own: Answers;
  team: Team;
  /** Of questions whose votes are shown, by item. */
  votes: Map<string, Answer[]>;
};

/** What the screen of the room shows. Of votes that are not shown yet it gets none. */
export function roomView(about: About, { workshop, own, team, votes }: Seen, content: Content, locale: Locale) {
  const questionnaire = modelOf(content, about);
  const stage = stageOf(workshop);
  const question = "item" in stage ? questionOf(stage.item, questionnaire, locale) : null;
  const recordedOf = (item: string) => ownValue(team.recorded, item);
  const short = (item: string) => valueUnder(questionnaire.text[locale.language].items, item).short;
  const { room } = locale.messages.workshop;
  const recorded = question && recordedOf(question.id);
  const isEnd = stage.name === "summary" || stage.name === "over";
  return {
    stage: stage.name,
    number: "number" in stage ? stage.number : null,
    of: workshop.items.length,
    tag: stageTag(workshop),
    code: workshop.code && !workshop.isOver ? { path: workshop.code, spoken: spokenJoinCode(workshop.code) } : null,
    question,
    tally: question && stage.name === "shown" ? tallyView(votes.get(question.id) ?? [], question, locale) : null,
    agreed:
      recorded && stage.name === "shown" ? { said: room.agreed(answerWords(recorded.answer, locale)), reason: recorded.reason } : null,
    shared: question &&
      stage.name === "shown" && {
        ...{ id: question.id, question: question.question, anchors: question.anchors, seen: answersTagOf(own, team, question.id) },
        allowsNotApplicable: question.allowsNotApplicable,
        recorded: recorded && { choice: choiceOf(recorded.answer), reason: recorded.reason },
      },
    summary: isEnd
      ? workshop.items.map((item) => {
          const kept = recordedOf(item);
          const open = workshop.shown.includes(item) ? room.shownOpen : room.notShown;
          return { item, name: short(item), isAgreed: kept !== undefined, said: kept ? answerWords(kept.answer, locale) : open };
        })
      : [],
  };
}

type SeenByPhone = { workshop: WorkshopState | null; own: Answer | null; votes: Map<string, Answer[]> };

/** What a phone shows: the question, how its owner has voted, and everybody's votes once they are shown. */
export function phoneView(about: About, { workshop, own, votes }: SeenByPhone, content: Content, locale: Locale) {
  const stage = workshop ? stageOf(workshop) : { name: "over" as const };
  const question = "item" in stage ? questionOf(stage.item, modelOf(content, about), locale) : null;
  return {
    stage: stage.name,
    number: "number" in stage ? stage.number : null,
    of: workshop?.items.length ?? 0,
    question,
    own: own && { choice: choiceOf(own), said: answerWords(own, locale) },
    tally: question && stage.name === "shown" ? tallyView(votes.get(question.id) ?? [], question, locale) : null,
  };
}
