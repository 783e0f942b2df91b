import { modelOf, type Content } from "../../core/content";
import { byQuestionnaire } from "../../core/mappe/by-questionnaire";
import type { MembersStanding, ToldQuestion } from "../../core/mappe/members-standing";
import { isDistrict } from "../../core/funding/find-funding";
import type { ShownCount } from "../../core/mappe/shown-count";
import type { RingRule } from "../../core/ring/ring";
import type { Locale } from "../../i18n/index";

/** What the chapters of the report on all are written from. `ring`: the rule of the Mappe's ring, where somebody has joined it. */
export type MembersInput = { standing: MembersStanding; mappeName: string; ring: RingRule | null; content: Content; locale: Locale };

/** A count in words. */
export const countText = ({ kind, count, of }: ShownCount, { messages }: Locale): string => messages.membersReport.counts[kind](count, of);

/** The words of a question: its topic, its name in a table, and what is missing where nobody has it. */
export function wordsOf({ track, modelVersion, dimension, item }: ToldQuestion, { content, locale }: MembersInput) {
  const text = modelOf(content, { track, modelVersion }).text[locale.language];
  const { short, question, missing } = text.items[item] ?? { short: item, question: item };
  return { short, question, missing: missing ?? short, topic: text.dimensions[dimension]?.short ?? dimension };
}

/** Whether questions of several questionnaires are told, which then have to be told apart. */
export const isMixed = ({ standing }: MembersInput): boolean => byQuestionnaire(standing.questions).length > 1;

export const titleOf = ({ mappeName, locale }: Pick<MembersInput, "mappeName" | "locale">): string =>
  isDistrict(mappeName) ? locale.messages.membersReport.district : locale.messages.membersReport.members;
