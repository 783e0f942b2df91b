import type { Answer } from "../core/assessment/answer";
import { checkOf, checkOfShown } from "../core/assessment/check";
import type { Check } from "../core/assessment/check-schema";
import type { Locale } from "../i18n/index";

/** What was said of an answer, in words; `isOpen` where somebody has to do something about it. */
export type CheckView = { state: Check["state"]; note: string | null; text: string; isOpen: boolean };

/** What a second person says of an answer; null where nobody has. */
export const checkText = (answer: Answer | undefined, locale: Locale): CheckView | null => saidText(checkOf(answer), locale);

/** The same of the answer that counts, beside one that somebody has given: null where theirs is another. */
export const checkBeside = (counted: Answer | undefined, shown: Answer | undefined, locale: Locale): CheckView | null =>
  saidText(checkOfShown(counted, shown), locale);

function saidText(check: Check | null, { messages, date }: Locale): CheckView | null {
  if (!check) return null;
  const { state, note = null, by } = check;
  const text = [messages.checking.said[state](date(check.date), by), note].filter(Boolean).join(" ");
  return { state, note, text, isOpen: state !== "confirmed" };
}

/** The same in a few words, without who it was; null where nobody has. */
export function checkMark(answer: Answer | undefined, { messages, date }: Locale): string | null {
  const check = checkOf(answer);
  return check && messages.checking.marks[check.state](date(check.date));
}
