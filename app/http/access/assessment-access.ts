import { agreedAnswers } from "../../core/agreement/agreed-answers";
import { noTeam, type Team } from "../../core/agreement/team";
import type { Answered } from "../../core/assessment/model-versions";
import { allNameless, type Answer } from "../../core/assessment/answer";
import type { FieldChange } from "../../core/assessment/merge-fields";
import { nothingAdded, type ClosedRound, type WholeAssessment } from "../../core/assessment/whole-assessment";
import type { Moment } from "../../core/day";
import type { Check } from "../../core/assessment/check-schema";
import type { EvidenceFile } from "../../core/assessment/evidence-file";
import { filesAt, findFile, isFileNamed } from "../../core/assessment/files-of";
import type { Actor } from "../../core/changes/change";
import type { KeptPlan } from "../../core/plan/kept-plan";
import { fileChange } from "../../core/changes/changes-of";
import { byAssessment, type AuditActor } from "../../core/mappe/audit";
import type { PlanLimits } from "../../core/plan/settings";
import type { Language } from "../../core/vocabulary";
import type { Stores } from "../../../db/index";
import type { AnswerChange } from "../../../db/answers";
import type { PersonWish } from "../../../db/people";
import type { KeyRight } from "../../../db/assessment-keys";
import type { StoredAssessment } from "../../../db/stored-assessment";
import type { WorkshopWish } from "../../../db/workshops";
import { addEvidence, type EvidenceLimits, type GivenEvidence } from "../assessment/add-evidence";
import { checkKeyOf, hashOf, newEditKey, readKeyOf } from "./keys";
import { membershipsOf } from "./mappe-memberships";

/** An assessment this visitor may read, with what belongs to it. */
export type Readable = StoredAssessment & { may: KeyRight } & ReturnType<typeof reading>;
/**
 * An assessment this visitor may change, with all the changes there are. `keys` is null for whoever comes through a Mappe that has
 * no link to it: they may answer, and neither hand it on nor delete it.
 */
export type Editable = Readable & ReturnType<typeof editing>;

/** An assessment whose answers this visitor checks, with what they can say of them. */
export type Checkable = Readable & ReturnType<typeof checking>;

/** The repositories of what an assessment consists of. */
export type AssessmentStores = Pick<
  Stores,
  | "assessments"
  | "answers"
  | "changes"
  | "checks"
  | "evidenceFiles"
  | "people"
  | "plans"
  | "authorTexts"
  | "brands"
  | "rounds"
  | "mappen"
  | "mappeBrands"
  | "batches"
  | "batchFiles"
  | "mappeAudit"
  | "webhooks"
  | "mappeInvitations"
  | "rings"
  | "portfolios"
  | "workshops"
>;

export function reading(
  { assessments, evidenceFiles, people, plans, authorTexts, brands, rounds }: AssessmentStores,
  assessment: StoredAssessment,
  right: KeyRight,
) {
  const { id } = assessment;
  /** Who has answered and checked what is for those who work with it; whoever reads gets what counts. */
  const forReader = (whole: WholeAssessment): WholeAssessment => ({
    ...whole,
    answers: allNameless(agreedAnswers(whole.answers, whole.team)),
    team: noTeam,
    rounds: {
      ...whole.rounds,
      closed: whole.rounds.closed.map(({ state, ...round }) => ({
        ...{ ...round, state: { ...state, answers: allNameless(agreedAnswers(state.answers, state.team)), team: noTeam } },
      })),
    },
  });
  return {
    /** A file that proves an answer of today or of a closed round; null where none is called so, or its bytes are not here. */
    async evidenceFile(sha256: string): Promise<{ file: EvidenceFile; bytes: Uint8Array } | null> {
      const file = findFile({ ...assessment, rounds: await rounds.find(id) }, sha256);
      const bytes = file && (await evidenceFiles.read(id, file.sha256));
      return file && bytes && { file, bytes };
    },
    /** The checksums of files whose bytes are here. */
    evidenceHere: async (): Promise<ReadonlySet<string>> => new Set(await evidenceFiles.list(id)),
    team: (): Promise<Team> => people.find(id),
    /** The answers that count, where several have answered. */
    agreed: async () => agreedAnswers(assessment.answers, await people.find(id)),
    plan: () => plans.find(id),
    authorText: () => authorTexts.find(id),
    brand: () => brands.find(id),
    rounds: () => rounds.find(id),
    /** Everything that is kept of it, for a save file; what has been removed meanwhile is as it was. */
    whole: async (): Promise<WholeAssessment> => {
      const whole = (await assessments.findWhole(id)) ?? { ...nothingAdded, ...assessment };
      return right === "edit" ? whole : forReader(whole);
    },
  };
}

/** Those that are derived are so when somebody looks. */
const keysOf = (key: string, { readKeyVersion, checkKeyVersion }: StoredAssessment) => ({
  edit: key,
  get read() {
    return readKeyOf(key, readKeyVersion);
  },
  get check() {
    return checkKeyVersion === null ? null : checkKeyOf(key, checkKeyVersion);
  },
});

/** What a second person can do. */
export function checking({ checks, people }: AssessmentStores, { id }: StoredAssessment, { now, today }: Moment) {
  return {
    people: () => people.find(id),
    /** Says something of an answer that counts. @param seen see `checkTag`. @returns false where it has been answered anew meanwhile. */
    sayOf: (item: string, seen: string, said: Omit<Check, "date">) =>
      checks.say(id, item, seen, { ...said, date: today }, now, "check-link"),
    forgetCheckers: () => checks.forgetNames(id, now),
  };
}

/**
 * Every change there is. What people save field by field resolves to the conflicts: fields that somebody else has changed
 * since the writer saw them, with what stands there now; or to null where the assessment is gone.
 * @param through as whom the Mappen of the assessment know whoever comes.
 */
export function editing(
  stores: AssessmentStores,
  assessment: StoredAssessment,
  key: string | null,
  moment: Moment,
  by: Actor,
  through: AuditActor = byAssessment,
) {
  const { assessments, answers, changes: history, people, plans, authorTexts, brands, rounds } = stores;
  const { id, readKeyVersion } = assessment;
  const { now } = moment;
  return {
    /** Who changed what. */
    history: {
      list: (part: Parameters<typeof history.list>[1]) => history.list(id, part),
      count: (of: string | null) => history.count(id, of),
      lastByItem: () => history.lastByItem(id),
    },
    keys: key === null ? null : keysOf(key, assessment),
    /** Who else sees it. Only whoever holds its link may say so. */
    memberships: key === null ? null : membershipsOf(stores, assessment, moment, through),
    /** Makes a new link for whoever checks; the old one opens nothing from now on. Only for whoever holds the link. */
    async renewCheckKey(): Promise<void> {
      if (key === null) return;
      const version = await assessments.nextCheckKeyVersion(id);
      await assessments.setCheckKey(id, hashOf(checkKeyOf(key, version)), version);
    },
    /** Takes the link for whoever checks back; what they have said stays. Likewise. */
    async withdrawCheckKey(): Promise<void> {
      if (key !== null) await assessments.setCheckKey(id, null, await assessments.nextCheckKeyVersion(id));
    },
    /** Deletes the names of those who have checked; what they said stays. */
    forgetCheckers: () => stores.checks.forgetNames(id, now),
    saveAnswers: (changes: AnswerChange[]) => answers.save(id, changes, moment, false, by),
    /** All of them, or none where one meets a conflict. */
    saveAnswersTogether: (changes: AnswerChange[]) => answers.save(id, changes, moment, true, by),
    saveProfile: (changes: FieldChange[]) => assessments.saveProfile(id, changes, now, by),
    saveWeights: (changes: FieldChange[]) => assessments.saveWeights(id, changes, now, by),
    saveFacts: (changes: FieldChange[]) => assessments.saveFacts(id, changes, now, by),
    checkFacts: () => assessments.checkFacts(id, now, by),
    areFactsChecked: () => history.areFactsChecked(id),
    /** @param otherwise what the form was filled with where nobody had set anything. */
    savePlanLimits: (changes: FieldChange[], otherwise: PlanLimits) => plans.saveLimits(id, changes, otherwise, moment, by),
    /** Keeps a plan as it was solved, with its limits; null: every report solves it anew. */
    keepPlan: (kept: KeptPlan | null) => plans.keep(id, kept, moment, by),
    savePlanSteps: (changes: FieldChange[]) => plans.saveSteps(id, changes, now, by),
    /** @param usual language of the page. */
    saveAuthorText: (changes: FieldChange[], usual: Language) => authorTexts.save(id, changes, usual, now, by),
    saveBrand: (changes: FieldChange[]) => brands.save(id, changes, now, by),
    saveTargets: (changes: FieldChange[]) => rounds.saveTargets(id, changes, now, by),
    /** Keeps everything as it stands as the closed round of that number. */
    closeRound: (number: number, kept: Pick<ClosedRound, "closedOn" | "samePeople" | "contentVersion">) =>
      rounds.close(id, number, kept, now, by),
    /** Begins the round of that number; see `beginRound`. */
    beginRound: (number: number, begin: (whole: WholeAssessment) => Answered) => rounds.begin(id, number, begin, moment, by),
    /** Goes over to another version of the questionnaire; see `convertAnswers`. */
    convert: (convert: (stored: StoredAssessment) => Answered) => assessments.convert(id, convert, now, by),
    /** The team with what is kept of each person. */
    people: () => people.find(id),
    /** Asks somebody to answer a part. @returns the key of their link, told nowhere again, and their id. */
    async invite(wish: PersonWish): Promise<{ id: string; key: string } | "too-many" | null> {
      // Whoever comes through a Mappe without a link hands nothing on.
      if (key === null) return null;
      const link = newEditKey();
      const invited = await people.invite(id, wish, hashOf(link), now, by);
      return invited === null || invited === "too-many" ? invited : { ...invited, key: link };
    },
    changePerson: (person: string, wish: PersonWish) => people.change(id, person, wish, now, by),
    /** @returns the key of their new link; null where there is no such person. */
    async renewPerson(person: string): Promise<string | null> {
      if (key === null) return null;
      const link = newEditKey();
      return (await people.renew(id, person, hashOf(link), now, by)) ? link : null;
    },
    revokePerson: (person: string) => people.revoke(id, person, now, by),
    erasePerson: (person: string) => people.erase(id, person, now, by),
    /** The latest workshop, open or over. */
    workshop: () => stores.workshops.latest(id, moment.today),
    /** Opens one in place of those before. @returns null where one may not. */
    openWorkshop: async (wish: WorkshopWish) => (key === null ? null : stores.workshops.open(id, wish, moment, by)),
    /** @returns the key of whoever moderates it beside those who work with the assessment; null where it is over, or one may not. */
    async inviteModerator(workshop: string): Promise<string | null> {
      if (key === null) return null;
      const link = newEditKey();
      return (await stores.workshops.setModerator(workshop, hashOf(link), moment, by)) === "done" ? link : null;
    },
    showNames: (isShown: boolean) => people.setShowNames(id, isShown, now, by),
    /** Keeps what was agreed on an item; see the store. */
    recordAnswer: (item: string, agreed: { answer: Answer; reason: string; seen: string }) => people.record(id, item, agreed, moment, by),
    withdrawRecorded: (item: string) => people.withdrawRecorded(id, item, now, by),
    /** Begins the time for which it is kept anew. */
    keepOn: () => assessments.keepOn(id, now, by),
    /** Makes a new link for readers; the old one opens nothing from now on. @returns false where one may not. */
    async renewReadKey(): Promise<boolean> {
      if (key !== null) await assessments.renewReadKey(id, hashOf(readKeyOf(key, readKeyVersion + 1)), readKeyVersion + 1);
      return key !== null;
    },
    /** Adds a file to what proves an answer. @returns why not, or null. */
    addEvidence: (item: string, given: GivenEvidence, limits: EvidenceLimits) =>
      addEvidence(stores, assessment, { item, given, limits }, moment, by),
    /** Takes a file away, with its bytes where no other answer names it. A closed round still says what it was called. */
    async removeEvidence(item: string, sha256: string): Promise<void> {
      const strip = (kept: Pick<StoredAssessment, "answers" | "previous">) => {
        const files = filesAt(kept, item);
        const gone = files.find((file) => file.sha256 === sha256);
        return Promise.resolve({ files: files.filter((file) => file !== gone), changes: gone ? [fileChange(item, gone.type, null)] : [] });
      };
      await answers.changeFiles(id, item, strip, now, by);
      const left = await assessments.find(id);
      if (!left || !isFileNamed(left, sha256)) await stores.evidenceFiles.remove(id, sha256);
    },
    /** Deletes everything. @param unchangedSince see the store. @returns false where there is nothing to delete, or one may not. */
    async remove(unchangedSince?: string): Promise<boolean> {
      if (key === null) return false;
      const isRemoved = await assessments.remove(id, unchangedSince, { now, by: through });
      if (isRemoved) await stores.evidenceFiles.removeAll(id);
      return isRemoved;
    },
  };
}
