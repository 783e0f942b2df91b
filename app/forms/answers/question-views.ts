import { versionTag, type Answers } from "../../core/assessment/answer";
import type { Content } from "../../core/content";
import { askedItems } from "../../core/questionnaire/questionnaire";
import type { Depth, DimensionId, Track } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { citeFinding, citeLaw } from "../../views/citations";
import { toFields } from "./answer-fields";
import type { QuestionView } from "./question";

/** The questions of one dimension as the form shows them, numbered through the whole assessment. */
export function questionViews(
  content: Content,
  { track, depth, answers }: { track: Track; depth: Depth; answers: Answers },
  dimensionId: DimensionId,
  locale: Locale,
): QuestionView[] {
  const questionnaire = content.questionnaires[track];
  const text = questionnaire.text[locale.language];
  const asked = questionnaire.dimensions.flatMap((dimension) => askedItems(dimension, depth));
  const here = questionnaire.dimensions.filter(({ id }) => id === dimensionId).flatMap((dimension) => askedItems(dimension, depth));
  return here.map(({ id }) => {
    const words = text.items[id];
    const grounds = questionnaire.sources[id];
    if (!words || !grounds) throw new Error(`The ${track} questionnaire has no words or sources for "${id}"`);
    const answer = answers[id] ?? null;
    return {
      id,
      number: asked.findIndex((item) => item.id === id) + 1,
      question: words.question,
      help: words.help ?? null,
      anchors: words.anchors,
      notApplicable: words.notApplicable ?? null,
      sources: [
        ...grounds.findings.map((finding) => citeFinding(finding, content, locale)),
        ...grounds.law.map((law) => citeLaw(law, content, locale)),
      ],
      fields: toFields(answer),
      seen: versionTag(answer),
      errors: {},
      conflict: null,
    };
  });
}
