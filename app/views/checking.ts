import { agreedAnswers, answersTo, checkPlace } from "../core/agreement/agreed-answers";
import { respondentsOf } from "../core/agreement/team";
import type { Answer, Answers } from "../core/assessment/answer";
import { checkTag, needsCheck } from "../core/assessment/check";
import type { Assessment } from "../core/assessment/assessment";
import { modelOf, type Content } from "../core/content";
import { askedItems } from "../core/questionnaire/questionnaire";
import type { DimensionId } from "../core/vocabulary";
import type { Locale } from "../i18n/index";
import { checkText, type CheckView } from "./check-words";
import { personName, type NumberedTeam } from "./team";
import { evidenceFileView, type EvidenceFileView } from "./evidence";
import { anchorText } from "./anchor-text";

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
  /** Whether several have answered it or something was recorded, so that it stands among what they have answered. */
  isShared: boolean;
  /** Who has answered it so, for whoever works with the assessment; empty where it is their own answer, or was recorded. */
  givenBy: string | null;
};

/** Its own answers, and those of the others. */
export type CheckedAssessment = Pick<Assessment, "track" | "depth" | "modelVersion" | "answers"> & { team: NumberedTeam };

/** Every answer that counts and claims something is in use, in the order of the questions. */
export function checkingView({ team, ...assessment }: CheckedAssessment, content: Content, locale: Locale) {
  const { checking } = locale.messages;
  const counted = agreedAnswers(assessment.answers, team);
  const model = modelOf(content, assessment);
  const words = model.text[locale.language].items;
  const asked = model.dimensions.flatMap((one) => askedItems(one, assessment.depth).map(({ id }) => ({ id, dimension: one.id })));
  const answers = asked.flatMap(({ id, dimension }, index): CheckedAnswer[] => {
    const answer = counted[id];
    if (!answer || !("level" in answer) || !needsCheck(answer)) return [];
    return [
      {
        ...{ id, dimension, number: index + 1, question: words[id]?.question ?? id },
        level: checking.level(answer.level, anchorText(words[id]?.anchors ?? [], answer.level, locale)),
        evidence: answer.evidence ?? null,
        files: (answer.files ?? []).map((file) => evidenceFileView(file, locale)),
        note: answer.note ?? null,
        check: checkText(answer, locale),
        seen: checkTag(answer),
        ...whose(id, answer, assessment.answers, team, locale),
      },
    ];
  });
  const count = (isMeant: (check: CheckView | null) => boolean) => answers.filter(({ check }) => isMeant(check)).length;
  const last = Object.values(counted)
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

function whose(id: string, answer: Answer, own: Answers, team: NumberedTeam, locale: Locale) {
  const place = checkPlace(own, team, id, answer);
  const person = typeof place === "number" ? team.people[place] : undefined;
  const answered = answersTo(respondentsOf(own, team), id).length;
  return { isShared: answered >= 2 || place === "recorded", givenBy: person ? personName(person, locale) : null };
}
