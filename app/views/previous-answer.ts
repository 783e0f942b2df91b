import { isNotApplicable } from "../core/assessment/answer";
import type { PreviousAnswer } from "../core/assessment/model-versions";
import type { Content } from "../core/content";
import { ownValue } from "../core/entry-of";
import type { Track } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import { anchorText } from "./anchor-text";

/** What was answered to an earlier question, in the words of that question where it was published. */
export function previousAnswerText(
  { modelVersion, item, answer }: PreviousAnswer,
  track: Track,
  { models }: Pick<Content, "models">,
  locale: Locale,
): string {
  const { language, messages } = locale;
  const { previous } = messages.keeping;
  const asked = ownValue(models[track], modelVersion)?.text[language].items[item];
  if ("level" in answer)
    return previous.answer(modelVersion, previous.level(answer.level, anchorText(asked?.anchors ?? [], answer.level, locale)));
  return previous.answer(modelVersion, isNotApplicable(answer) ? messages.form.notApplicable : messages.form.dontKnow);
}
