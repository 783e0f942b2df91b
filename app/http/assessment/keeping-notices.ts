import type { AppLoadContext } from "@remix-run/node";
import type { Team } from "../../core/agreement/team";
import { isAnswered, type Answers } from "../../core/assessment/answer";
import { checkOf } from "../../core/assessment/check";
import { convertAnswers, sameItems, type Answered, type Converted } from "../../core/assessment/model-versions";
import { expiresOn, isExpiring } from "../../core/assessment/retention";
import { modelOf, type Content } from "../../core/content";
import { dayOf } from "../../core/day";
import { ownValue } from "../../core/entry-of";
import type { Track } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import type { Editable } from "../access/assessment-access";

type Context = Pick<AppLoadContext, "content" | "environment" | "today">;

/** Answers as they are under the questionnaire of today. */
export function convertToToday(given: Answered, track: Track, { questionnaires, models }: Content): Converted {
  return convertAnswers(given, questionnaires[track].modelVersion, models[track]);
}

/** What goes when everybody's answers become those of the assessment: of the people, and the checks that no longer hold. */
function lostWith({ answers }: Answered, converted: Converted, team: Pick<Team, "people" | "recorded">) {
  const checks = (of: Answers) => Object.values(of).filter((answer) => checkOf(answer) !== null).length;
  return {
    people: team.people.filter(({ answers: own }) => Object.keys(own).length > 0).length,
    recorded: Object.keys(team.recorded).length,
    checks: checks(answers) - checks(converted.answers),
  };
}

/** What the page of an assessment says of its being kept: that it will go, and how it stands to today's questionnaire. */
/** @param assessment with the answers that count. */
export function keepingNotices(
  assessment: Editable,
  team: Pick<Team, "people" | "recorded">,
  search: URLSearchParams,
  locale: Locale,
  { content, environment, today }: Context,
) {
  const { messages, date, language } = locale;
  const { expiry } = messages.keeping;
  const { RETENTION_MONTHS: months, TIME_ZONE } = environment;
  const expires = expiresOn(dayOf(new Date(assessment.updatedAt), TIME_ZONE), months);
  const questionnaire = modelOf(content, assessment);
  // What means the same as in the round before stands at its question; only what has become sharper is listed here.
  const isSharper = (id: string) => {
    const previous = ownValue(assessment.previous, id);
    return previous !== undefined && !sameItems(previous.modelVersion, assessment.modelVersion, content.models[assessment.track]).has(id);
  };
  const waiting = questionnaire.dimensions.flatMap(({ id: dimension, items }) =>
    items
      .filter(({ id }) => isSharper(id))
      .map(({ id }) => ({ id, dimension, question: questionnaire.text[language].items[id]?.question ?? id })),
  );
  return {
    kept: isExpiring(expires, today) ? null : messages.keeping.kept(date(expires), months),
    expiry: isExpiring(expires, today) ? expiry.text(date(expires), months) : null,
    opened: openedText(search, locale),
    older: olderNotice(assessment, team, content, locale),
    waiting,
  };
}

function olderNotice(assessment: Editable, team: Pick<Team, "people" | "recorded">, content: Content, { messages, language }: Locale) {
  const { older, opened } = messages.keeping;
  const today = content.questionnaires[assessment.track].modelVersion;
  if (assessment.modelVersion === today) return null;
  const converted = convertToToday(assessment, assessment.track, content);
  const { carried, review, dropped } = countsOf(converted);
  const lost = lostWith(assessment, converted, team);
  const { items } = modelOf(content, assessment).text[language];
  return {
    text: older.text(assessment.modelVersion, today),
    then: [opened.carried(carried), ...(review > 0 ? [opened.review(review)] : [])],
    dropped: dropped.map((id) => items[id]?.question ?? id),
    lost: [
      ...(lost.people > 0 ? [older.people(lost.people)] : []),
      ...(lost.recorded > 0 ? [older.recorded(lost.recorded)] : []),
      ...(lost.checks > 0 ? [older.checks(lost.checks)] : []),
    ],
    saveFile: `/assessments/${assessment.id}/ki-pegel.json`,
    convert: older.convert(today),
  };
}

function countsOf({ answers, previous, dropped }: Converted) {
  return { carried: Object.values(answers).filter(isAnswered).length, review: Object.keys(previous).length, dropped };
}

/** What became of a file of an earlier questionnaire, for the address of the page that says so. */
export function openedSearch(writtenUnder: string, converted: Converted): string {
  const { carried, review, dropped } = countsOf(converted);
  const counts = { carried: String(carried), review: String(review), dropped: String(dropped.length) };
  return writtenUnder === converted.modelVersion
    ? ""
    : `?${String(new URLSearchParams({ opened: writtenUnder, today: converted.modelVersion, ...counts }))}`;
}

function openedText(search: URLSearchParams, { messages }: Locale): string[] | null {
  const { opened } = messages.keeping;
  const versions = [search.get("opened"), search.get("today")];
  const [from, to] = versions.map((version) => (/^\d+\.\d+\.\d+$/.test(version ?? "") ? version : null));
  const count = (name: string) => Math.min(1000, Number(/^\d{1,4}$/.exec(search.get(name) ?? "")?.[0] ?? 0));
  if (!from || !to) return null;
  const rest = (["review", "dropped"] as const).flatMap((what) => (count(what) > 0 ? [opened[what](count(what))] : []));
  return [opened.text(from, to), opened.carried(count("carried")), ...rest];
}
