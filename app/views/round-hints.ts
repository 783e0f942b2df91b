import { agreedAnswers } from "../core/agreement/agreed-answers";
import { isAnswered, isNotApplicable, saidIn, type Answer, type Level } from "../core/assessment/answer";
import { sameItems } from "../core/assessment/model-versions";
import type { Rounds, WholeAssessment } from "../core/assessment/whole-assessment";
import { modelOf, type Content } from "../core/content";
import { textLimits } from "../core/assessment/text";
import { isOpen } from "../core/rounds/round";
import type { Locale } from "../i18n/index";
import { evidenceText } from "./evidence";
import { untilText } from "./target";
import { anchorText } from "./anchor-text";

/** An answer that a press gives: what was answered before, or what a measure that is done has reached. */
export type OfferedAnswer = { from: string; label: string; text: string | null; answer: Answer };

/** What stands beside a question while a later round is under way. */
export type RoundHint = {
  /** "Runde 1, 12. Mai 2026". */
  round: string;
  answer: string;
  note: string | null;
  evidence: string | null;
  /** Levels over the rounds, "1 → 2"; null after one round. */
  trend: string | null;
  /** What the topic is to reach. */
  target: string | null;
  /** Whether the question means the same as in the last round. */
  isSame: boolean;
  /** Answers that a press gives; none once it is answered. */
  offers: OfferedAnswer[];
};

/** The offer that says "unchanged"; the others are called after their initiative. */
export const unchangedOffer = "previous";

type Input = Pick<WholeAssessment, "track" | "modelVersion" | "answers" | "previous" | "plan"> & { rounds: Rounds };

/** By item, while a round after the first is under way; none otherwise. */
export function roundHints(assessment: Input, content: Content, locale: Locale): ReadonlyMap<string, RoundHint> {
  const { rounds, modelVersion, track } = assessment;
  const last = rounds.closed.at(-1);
  if (!last || !isOpen(rounds)) return new Map();
  const model = modelOf(content, assessment);
  // What counted then, where several had answered: that is what is confirmed, not one's own answer of then.
  const answersIn = rounds.closed.map(({ state }) => ({
    counted: agreedAnswers(state.answers, state.team),
    same: sameItems(state.modelVersion, modelVersion, content.models[track]),
  }));
  const { messages, date } = locale;
  const { question, nameAt } = messages.rounds;
  return new Map(
    model.dimensions.flatMap((dimension) =>
      dimension.items.map(({ id }): [string, RoundHint] => {
        const given = answersIn.map(({ counted, same }) => counted[same.get(id) ?? ""]);
        const before = given.at(-1);
        // A round that asked something else says nothing of this question.
        const told = given.filter((_, index) => answersIn[index]?.same.has(id));
        const target = rounds.targets[dimension.id];
        const isWaiting = !isAnswered(assessment.answers[id]);
        const offered = isWaiting ? offersFor(id, before, assessment, content, locale) : [];
        const isSame = answersIn.at(-1)?.same.has(id) ?? false;
        return [
          id,
          {
            round: nameAt(rounds.closed.length, date(last.closedOn)),
            answer: answerText(before, model.text[locale.language].items[id]?.anchors ?? [], locale),
            note: before?.note ?? null,
            evidence: evidenceText(before, locale),
            trend: told.length > 1 ? told.map((answer) => shortText(answer, locale)).join(" → ") : null,
            target: target ? messages.rounds.targets.said(locale.score(target.value), untilText(target.by, locale)) : null,
            isSame,
            offers: [
              ...offered,
              ...(isWaiting && isSame && before && isAnswered(before) && id in assessment.previous
                ? [{ from: unchangedOffer, label: question.keep, text: null, answer: saidIn(before) }]
                : []),
            ],
          },
        ];
      }),
    ),
  );
}

/** Measures that the plan has marked as done, where they lift the item above what was answered. */
function offersFor(
  item: string,
  before: Answer | undefined,
  { plan, track, modelVersion }: Input,
  content: Content,
  locale: Locale,
): OfferedAnswer[] {
  const { question } = locale.messages.rounds;
  const level = before && "level" in before ? before.level : -1;
  const anchors = modelOf(content, { track, modelVersion }).text[locale.language].items[item]?.anchors ?? [];
  return content.initiatives.flatMap((initiative) => {
    const step = plan.steps[initiative.id];
    const lift = initiative.lifts.find((one) => one.item === item);
    if (step?.status !== "done" || !lift || lift.level <= level || !initiative.tracks.includes(track)) return [];
    const title = locale.translate(initiative.title);
    const evidence = [question.doneEvidence(title), step.note].filter(Boolean).join(". ").slice(0, textLimits.evidence);
    return [
      {
        from: initiative.id,
        label: question.take(lift.level),
        text: [question.offer(title), anchorText(anchors, lift.level, locale)].filter(Boolean).join(" "),
        answer: { level: lift.level as Level, evidence },
      },
    ];
  });
}

function answerText(answer: Answer | undefined, anchors: readonly string[], locale: Locale): string {
  const { messages } = locale;
  if (answer && "level" in answer) return messages.keeping.previous.level(answer.level, anchorText(anchors, answer.level, locale));
  if (answer && "answer" in answer)
    return answer.answer === "dk" ? messages.form.dontKnow : [messages.form.notApplicable, answer.reason].filter(Boolean).join(": ");
  return messages.rounds.question.none;
}

function shortText(answer: Answer | undefined, { messages }: Locale): string {
  const { standings } = messages.rounds.history;
  if (answer && "level" in answer) return String(answer.level);
  return isNotApplicable(answer) ? standings.na : standings.open;
}
