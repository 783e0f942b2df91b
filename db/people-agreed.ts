import { answersTagOf } from "../app/core/agreement/agreed-answers";
import { recordedSchema } from "../app/core/agreement/team";
import type { Answer } from "../app/core/assessment/answer";
import type { Actor } from "../app/core/changes/change";
import { answerValue } from "../app/core/changes/changes-of";
import type { Moment } from "../app/core/day";
import { readAnswers } from "./answers";
import type { WatchedChange } from "./change-assessment";
import { readStoredTeam } from "./team";

/** The part of the store of people that is about what they have agreed on. */
export function peopleAgreed(changeThis: WatchedChange) {
  return {
    /**
     * Keeps what was agreed on an item.
     * @param seen see `answersTagOf`: where somebody has answered otherwise since, nothing is written.
     * @returns whether it was written; null where the assessment has been removed meanwhile.
     */
    record: (
      assessmentId: string,
      item: string,
      agreed: { answer: Answer; reason: string; seen: string },
      { now, today }: Moment,
      by?: Actor,
    ) =>
      changeThis(
        assessmentId,
        now,
        async (transaction) => {
          const [own, team] = [await readAnswers(transaction, assessmentId), await readStoredTeam(transaction, assessmentId)];
          const about = answersTagOf(own, team, item);
          if (about !== agreed.seen) return { changes: [], result: false };
          const recorded = recordedSchema.parse({ answer: { ...agreed.answer, date: today }, reason: agreed.reason, about });
          const row = { assessment_id: assessmentId, item_id: item, recorded: JSON.stringify(recorded) };
          await transaction("recorded_answers").insert(row).onConflict(["assessment_id", "item_id"]).merge();
          const before = team.recorded[item]?.answer ?? null;
          return { changes: [{ what: "agreed", of: item, from: answerValue(before), to: answerValue(recorded.answer) }], result: true };
        },
        by,
      ),

    /** The item counts again as people have answered it. */
    withdrawRecorded: (assessmentId: string, item: string, now: Date, by?: Actor) =>
      changeThis(
        assessmentId,
        now,
        async (transaction) => {
          const before = (await readStoredTeam(transaction, assessmentId)).recorded[item];
          const isDone = (await transaction("recorded_answers").where({ assessment_id: assessmentId, item_id: item }).delete()) > 0;
          const from = before ? answerValue(before.answer) : null;
          return { changes: isDone ? [{ what: "agreed", of: item, from, to: null }] : [], result: isDone };
        },
        by,
      ),
  };
}
