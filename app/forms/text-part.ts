import { cleanText, freeText } from "../core/assessment/text";
import type { Messages } from "../i18n/index";
import { fieldPart, type Part } from "./part";

/**
 * A text of at most `limit` characters; who types more is told how much too long it is.
 * @param usual what stands there where nothing is kept.
 */
export function textPart(name: string, label: string, limit: number, { saving }: Messages, usual = ""): Part {
  return fieldPart(name, freeText(limit), (typed) => saving.tooLong(label, cleanText(typed).length - limit, limit), { usual });
}
