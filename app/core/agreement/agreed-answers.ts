import { isAnswered, isNotApplicable, saidIn, versionTag, type Answer, type Answers } from "../assessment/answer";
import { checkedTag } from "../assessment/check";
import { fingerprint } from "../assessment/fingerprint";
import { textLimits } from "../assessment/text";
import { ownValue } from "../entry-of";
import { respondentsOf, type Respondent, type Team } from "./team";

/**
 * The answers that count (method, section 8): what the owner has recorded, otherwise the lower median of the levels given. With
 * nobody but whoever works with the assessment itself these are their own, untouched.
 */
export function agreedAnswers(own: Answers, team: Team): Answers {
  if (team.people.length === 0 && Object.keys(team.recorded).length === 0) return own;
  const respondents = [{ name: null, answers: own }, ...team.people.map(({ name, answers }) => ({ name, answers }))];
  const items = new Set([...respondents.flatMap(({ answers }) => Object.keys(answers)), ...Object.keys(team.recorded)]);
  return Object.fromEntries(
    [...items].sort().flatMap((item): [string, Answer][] => {
      const given = respondents.flatMap(({ answers }) => answerTo(answers, item));
      const recorded = ownValue(team.recorded, item);
      const answer = recorded ? withRemarks(recorded.answer, given) : provisionalAnswer(given);
      return answer ? [[item, answer]] : [];
    }),
  );
}

const answerTo = (answers: Answers, item: string): Answer[] => {
  const answer = ownValue(answers, item);
  return answer ? [answer] : [];
};

/** What everybody has answered to an item. */
export const answersTo = (respondents: Respondent[], item: string) =>
  respondents.flatMap(({ name, answers }) => answerTo(answers, item).map((answer) => ({ name, answer })));

/** The levels given to an item, in the order of the people. */
export const levelsTo = (respondents: Respondent[], item: string): number[] =>
  answersTo(respondents, item).flatMap(({ answer }) => ("level" in answer ? [answer.level] : []));

/** Tells whether anybody has answered otherwise since. */
export const answersTagOf = (own: Answers, team: Pick<Team, "people">, item: string): string =>
  fingerprint(answersTo(respondentsOf(own, team), item).map(({ answer }) => versionTag(answer)).join(" ")); // prettier-ignore

/** Position ⌊(n + 1)/2⌋ of the sorted levels; undefined of none. */
export const lowerMedian = <Level extends number>(levels: Level[]): Level | undefined =>
  levels.toSorted((a, b) => a - b)[Math.floor((levels.length + 1) / 2) - 1];

/** What counts until somebody records what was agreed; null where nobody has said anything. */
function provisionalAnswer(given: Answer[]): Answer | null {
  const [first, ...others] = given;
  if (!first || others.length === 0) return first ?? null;
  const level = lowerMedian(given.flatMap((answer) => ("level" in answer ? [answer.level] : [])));
  if (level !== undefined) return withRemarks({ level }, given);
  const said = given.filter(isAnswered);
  const notApplicable = said.filter(isNotApplicable);
  const [reason] = notApplicable;
  if (reason && notApplicable.length === said.length) return withRemarks(saidIn(reason), given);
  return withRemarks(said.length > 0 ? { answer: "dk" } : {}, given);
}

/**
 * The answer with everybody's notes, and with the evidence and files of those at or above its level: what somebody says who sees less than
 * was agreed proves nothing of it. What does not fit is left out as a whole. What a second person has said holds as long as it is about
 * this level and this evidence, see `checkPlace`.
 */
function withRemarks(answer: Answer, given: Answer[]): Answer {
  const proves = (one: Answer) => !("level" in answer) || ("level" in one && one.level >= answer.level);
  const note = joined([answer.note, ...given.map((one) => one.note)], textLimits.note);
  const evidence = joined([answer.evidence, ...given.filter(proves).map((one) => one.evidence)], textLimits.evidence);
  const date = given.flatMap((one) => one.date ?? []).sort().at(-1); // prettier-ignore
  const by = given.length === 1 ? given[0]?.by : undefined;
  const files = given.filter(proves).find((one) => one.files)?.files;
  const { note: _note, evidence: _evidence, files: _files, check: _check, ...said } = answer;
  const counted = {
    ...said,
    ...(date && { date }),
    ...(by && { by }),
    ...(note && { note }),
    ...(evidence && { evidence }),
    ...(files && { files }),
  };
  const check = checkIn([answer, ...given.filter((one) => hasLevelOf(one, answer))], counted);
  return check ? { ...counted, check } : counted;
}

const hasLevelOf = (one: Answer, other: Answer): boolean => "level" in one && "level" in other && one.level === other.level;

/** The first of these checks that holds for the answer that counts. What was said before anybody else had answered holds for its level. */
function checkIn(answers: Answer[], counted: Answer): Answer["check"] {
  const holds = ({ check }: Answer) => check && (check.about === undefined || check.about === checkedTag(counted));
  const found = answers.find(holds)?.check;
  if (!found) return undefined;
  const { about: _about, ...check } = found;
  return check;
}

/** With whose answer something is kept: with the one that was recorded, with the assessment's own, or with a person's, by their place. */
export type CheckPlace = "recorded" | "own" | number;

/**
 * Where what a second person says of the answer that counts is kept: with what was recorded, otherwise with the first answer of the
 * level that counts, so that it goes with whoever gave it. null where nothing has a level.
 */
export function checkPlace(own: Answers, team: Pick<Team, "people" | "recorded">, item: string, counted: Answer): CheckPlace | null {
  if (Object.hasOwn(team.recorded, item)) return "recorded";
  const places: [CheckPlace, Answers][] = [["own", own], ...team.people.map(({ answers }, place): [number, Answers] => [place, answers])];
  return places.find(([, answers]) => answerTo(answers, item).some((one) => hasLevelOf(one, counted)))?.[0] ?? null;
}

function joined(texts: (string | undefined)[], limit: number): string {
  const different = [...new Set(texts.filter((text) => text !== undefined && text !== ""))];
  return different.reduce<string>((all, text = "") => {
    const more = all ? `${all}\n${text}` : text;
    return more.length <= limit ? more : all;
  }, "");
}
