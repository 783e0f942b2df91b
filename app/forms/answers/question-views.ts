import type { Answers } from "../../core/assessment/answer";
import { filesAt } from "../../core/assessment/files-of";
import type { WholeAssessment } from "../../core/assessment/whole-assessment";
import { modelOf, type Content } from "../../core/content";
import { ownValue } from "../../core/entry-of";
import { isPresumed } from "../../core/score/scored-items";
import { askedItems, itemsOf, type ItemSources } from "../../core/questionnaire/questionnaire";
import type { DimensionId, Language } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { citeFinding, citeLaw } from "../../views/citations";
import { checkBeside } from "../../views/check-words";
import { evidenceFileView } from "../../views/evidence";
import { previousAnswerText } from "../../views/previous-answer";
import type { RoundHint } from "../../views/round-hints";
import type { QuestionView, SourceLine } from "./question";

/** The questions of one dimension, or of all, as the form shows them, numbered through the whole assessment. */
export function questionViews(
  content: Content,
  assessment: Pick<WholeAssessment, "track" | "depth" | "modelVersion" | "aiUse" | "answers" | "previous"> & {
    id?: string;
    /** The answers that count, where several have answered: what a second person says is about them. */
    counted?: Answers;
  },
  dimensionId: DimensionId | null,
  locale: Locale,
  hints: ReadonlyMap<string, RoundHint> = new Map(),
  lastChanges: ReadonlyMap<string, QuestionView["lastChange"]> = new Map(),
): QuestionView[] {
  const { track, depth } = assessment;
  const questionnaire = modelOf(content, assessment);
  const text = questionnaire.text[locale.language];
  const asked = itemsOf(questionnaire, depth);
  const here = questionnaire.dimensions
    .filter(({ id }) => dimensionId === null || id === dimensionId)
    .flatMap((dimension) => askedItems(dimension, depth));
  return here.map((item) => {
    const { id } = item;
    const previous = ownValue(assessment.previous, id);
    const words = text.items[id];
    const grounds = questionnaire.sources[id];
    if (!words || !grounds) throw new Error(`The ${track} questionnaire has no words or sources for "${id}"`);
    return {
      id,
      number: asked.findIndex((other) => other.id === id) + 1,
      question: words.question,
      presumed: isPresumed(item, assessment),
      presupposesUse: item.presupposesUse,
      previous: previous ? previousAnswerText(previous, track, content, locale) : null,
      round: hints.get(id) ?? null,
      help: words.help ?? null,
      anchors: words.anchors,
      notApplicable: words.notApplicable ?? null,
      evidence:
        assessment.id === undefined
          ? null
          : {
              files: filesAt(assessment, id).map((file) => evidenceFileView(file, locale)),
              filesHref: `/assessments/${assessment.id}/files`,
              href: locale.href(`/assessments/${assessment.id}/evidence/${id}`),
            },
      check: checkBeside((assessment.counted ?? assessment.answers)[id], assessment.answers[id], locale),
      lastChange: lastChanges.get(id) ?? null,
      sources: sourcesOf(grounds, content, locale),
    };
  });
}

type Grounds = ItemSources[string];
const kept = new WeakMap<Grounds, Partial<Record<Language, SourceLine[]>>>();

/** What a question rests on; made once, as long as the content stays the same. */
function sourcesOf(grounds: Grounds, content: Content, locale: Locale): SourceLine[] {
  const made = kept.get(grounds) ?? {};
  kept.set(grounds, made);
  return (made[locale.language] ??= [
    ...grounds.findings.map((finding) => citeFinding(finding, content, locale)),
    ...grounds.law.map((law) => citeLaw(law, content, locale)),
  ]);
}
