import { mergeFields, type FieldChange, type FieldConflict } from "../app/core/assessment/merge-fields";
import type { Answered } from "../app/core/assessment/model-versions";
import { mostRounds, type ClosedRound, type Rounds, type WholeAssessment } from "../app/core/assessment/whole-assessment";
import { agreedAnswers } from "../app/core/agreement/agreed-answers";
import type { Moment } from "../app/core/day";
import { closedRoundSchema, isOpen, snapshotOf } from "../app/core/rounds/round";
import { targetsSchema } from "../app/core/rounds/target";
import { deleteAnswers, insertAnswers } from "./answers";
import type { Actor, NewChange } from "../app/core/changes/change";
import { fieldChanges, wholeChange } from "../app/core/changes/changes-of";
import { watchedChange, watchNothing } from "./change-assessment";
import type { Database } from "./connection";
import { parsed } from "./json-column";
import { rowsOf, source } from "./rows-of";
import { beginTeamAnew } from "./team";
import { enqueueForMappen } from "./webhooks";

/** What became of a wish to close or begin a round: somebody else may have been faster. */
export type RoundOutcome = "done" | "not-so" | "too-many";

type Changed = { changes: NewChange[]; result: RoundOutcome };

const columns = source("assessments of rounds", ["round_begun_on", "targets"], "assessments where id = ?");
const rounds = source("rounds", ["number", "round"], "rounds where assessment_id = ?");

export async function readRounds(database: Database, assessmentId: string): Promise<Rounds> {
  const [[row], closed] = await Promise.all([rowsOf(database, assessmentId, columns), rowsOf(database, assessmentId, rounds)]);
  return {
    closed: closed.sort((a, b) => Number(a.number) - Number(b.number)).map(({ round }) => parsed(closedRoundSchema, round)),
    begunOn: row?.round_begun_on ?? null,
    targets: row ? parsed(targetsSchema, row.targets) : {},
  };
}

/** Writes the rounds of a new assessment, which has its row already. */
export async function insertRounds(transaction: Database, assessmentId: string, { closed, begunOn, targets }: Rounds): Promise<void> {
  const columns = { round_begun_on: begunOn, targets: JSON.stringify(targets) };
  await transaction("assessments").where({ id: assessmentId }).update(columns);
  for (const [index, round] of closed.entries()) await insertRound(transaction, assessmentId, index + 1, round);
}

/** Parsed first, so that equal rounds are equal texts. */
const insertRound = (transaction: Database, assessmentId: string, number: number, round: ClosedRound) =>
  transaction("rounds").insert({ assessment_id: assessmentId, number, round: JSON.stringify(closedRoundSchema.parse(round)) });

/** The one door to rounds. @param readWhole everything that is kept of an assessment, within the transaction that closes it. */
export function roundStore(
  database: Database,
  readWhole: (transaction: Database, assessmentId: string) => Promise<WholeAssessment | null>,
  watch = watchNothing,
) {
  const changeThis = watchedChange(database, watch);
  return {
    find: (assessmentId: string) => readRounds(database, assessmentId),

    /**
     * Keeps the assessment as it stands as a closed round.
     * @param number of the round that is meant to be closed.
     * @returns null where the assessment has been removed meanwhile.
     */
    close: (
      assessmentId: string,
      number: number,
      kept: Pick<ClosedRound, "closedOn" | "samePeople" | "contentVersion">,
      now: Date,
      by?: Actor,
    ): Promise<RoundOutcome | null> => {
      const close = async (transaction: Database): Promise<Changed> => {
        const whole = await readWhole(transaction, assessmentId);
        if (!whole || !isOpen(whole.rounds) || whole.rounds.closed.length + 1 !== number) return { changes: [], result: "not-so" };
        if (number > mostRounds) return { changes: [], result: "too-many" };
        const { targets } = whole.rounds;
        await insertRound(transaction, assessmentId, number, { ...kept, targets, state: snapshotOf(whole) });
        await enqueueForMappen(transaction, "assessment.round-closed", { assessmentId, round: number }, now);
        await transaction("assessments").where({ id: assessmentId }).update({ round_begun_on: null });
        return { changes: [wholeChange("round-closed", null, String(number))], result: "done" };
      };
      return changeThis(assessmentId, now, close, by);
    },

    /**
     * Begins the round after the last closed one.
     * @param begin the answers with which it begins, see `beginRound`.
     * @returns null where the assessment has been removed meanwhile.
     */
    begin: (
      assessmentId: string,
      number: number,
      begin: (whole: WholeAssessment) => Answered,
      { now, today }: Moment,
      by?: Actor,
    ): Promise<RoundOutcome | null> => {
      const beginNext = async (transaction: Database): Promise<Changed> => {
        const whole = await readWhole(transaction, assessmentId);
        if (!whole || isOpen(whole.rounds) || whole.rounds.closed.length + 1 !== number) return { changes: [], result: "not-so" };
        const { modelVersion, answers, previous } = begin({ ...whole, answers: agreedAnswers(whole.answers, whole.team) });
        await deleteAnswers(transaction, assessmentId);
        await beginTeamAnew(transaction, assessmentId);
        await insertAnswers(transaction, assessmentId, { answers, previous }, now);
        await transaction("assessments").where({ id: assessmentId }).update({ model_version: modelVersion, round_begun_on: today });
        return { changes: [wholeChange("round-begun", null, String(number))], result: "done" };
      };
      return changeThis(assessmentId, now, beginNext, by);
    },

    /** @returns the conflicts, or null where the assessment has been removed meanwhile. */
    saveTargets: (assessmentId: string, changes: FieldChange[], now: Date, by?: Actor): Promise<FieldConflict[] | null> => {
      const save = async (transaction: Database) => {
        const { targets: stored } = await readRounds(transaction, assessmentId);
        const { fields, conflicts } = mergeFields(stored, changes);
        const made = fieldChanges("target", stored, fields);
        const targets = JSON.stringify(targetsSchema.parse(fields));
        if (made.length > 0) await transaction("assessments").where({ id: assessmentId }).update({ targets });
        return { changes: made, result: conflicts };
      };
      return changeThis(assessmentId, now, save, by);
    },
  };
}
