import type { Answer } from "../core/assessment/answer";
import { checkOf, checkTag, needsCheck } from "../core/assessment/check";
import type { Check } from "../core/assessment/check-schema";
import type { Assessment } from "../core/assessment/assessment";
import { modelOf, type Content } from "../core/content";
import { askedItems } from "../core/questionnaire/questionnaire";
import type { DimensionId } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import { evidenceFileView, type EvidenceFileView } from "./evidence";

/** What was said of an answer, in words; `isOpen` where somebody has to do something about it. */
export type CheckView = { state: Check["state"]; note: string | null; text: string; isOpen: boolean };

/** An answer as whoever checks sees it. */
export type CheckedAnswer = {
  id: string;
  dimension: DimensionId;
  number: number;
  question: string;
  level: string;
  evidence: string | null;
  files: EvidenceFileView[];
  note: string | null;
  check: CheckView | null;
  /** See `checkTag`. */
  seen: string;
};

/** Every answer that claims something is in use, in the order of the questions. */
export function checkingView(
  assessment: Pick<Assessment, "track" | "depth" | "modelVersion" | "answers">,
  content: Content,
  locale: Locale,
) {
  const { checking } = locale.messages;
  const model = modelOf(content, assessment);
  const words = model.text[locale.language].items;
  const asked = model.dimensions.flatMap((one) => askedItems(one, assessment.depth).map(({ id }) => ({ id, dimension: one.id })));
  const answers = asked.flatMap(({ id, dimension }, index): CheckedAnswer[] => {
    const answer = assessment.answers[id];
    if (!answer || !("level" in answer) || !needsCheck(answer)) return [];
    return [
      {
        ...{ id, dimension, number: index + 1, question: words[id]?.question ?? id },
        level: checking.level(answer.level, words[id]?.anchors[answer.level] ?? ""),
        evidence: answer.evidence ?? null,
        files: (answer.files ?? []).map((file) => evidenceFileView(file, locale)),
        note: answer.note ?? null,
        check: checkText(answer, locale),
        seen: checkTag(answer),
      },
    ];
  });
  const count = (isMeant: (check: CheckView | null) => boolean) => answers.filter(({ check }) => isMeant(check)).length;
  const last = Object.values(assessment.answers)
    .flatMap(({ check }) => (check ? [check] : []))
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .at(-1);
  return {
    answers,
    /** What whoever checked last called themselves. */
    by: last?.by ?? "",
    summary: checking.summary(
      count((check) => check?.state === "confirmed"),
      count((check) => check === null),
      count((check) => check?.isOpen ?? false),
    ),
  };
}

/** What a second person says of an answer; null where nobody has. */
export function checkText(answer: Answer | undefined, { messages, date }: Locale): CheckView | null {
  const check = checkOf(answer);
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
