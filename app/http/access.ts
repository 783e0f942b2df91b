import { agreedAnswers } from "../core/agreement/agreed-answers";
import { noTeam, type Team } from "../core/agreement/team";
import type { Answered } from "../core/assessment/model-versions";
import type { Answer } from "../core/assessment/answer";
import type { FieldChange } from "../core/assessment/merge-fields";
import { nothingAdded, type ClosedRound, type WholeAssessment } from "../core/assessment/whole-assessment";
import type { Moment } from "../core/day";
import type { Check } from "../core/assessment/check-schema";
import type { EvidenceFile } from "../core/assessment/evidence-file";
import { filesAt, findFile, isFileNamed } from "../core/assessment/files-of";
import type { Actor } from "../core/history/change";
import type { KeptPlan } from "../core/plan/kept-plan";
import { fileChange } from "../core/history/changes-of";
import type { PlanLimits } from "../core/plan/settings";
import type { Language } from "../core/vocabulary";
import type { Stores } from "../../db/index";
import type { AnswerChange } from "../../db/answers";
import type { PersonWish } from "../../db/people";
import type { CreationResult, ListPosition } from "../../db/api-assessments";
import type { ApiScope } from "../../db/api-keys";
import { newAssessmentId, type AssessmentLine, type KeyRight, type NewAssessment, type StoredAssessment } from "../../db/assessments";
import { addEvidence, type EvidenceLimits, type GivenEvidence } from "./add-evidence";
import type { Browser } from "./device-cookie";
import { checkKeyOf, editKeyFor, hashOf, isApiKey, isKey, keyedTag, newEditKey, readKeyOf } from "./keys";
import { mappeAccessOf, membershipsOf } from "./mappe-access";

export type Right = KeyRight;

/** An assessment this visitor may read, with what belongs to it. */
export type Readable = StoredAssessment & { may: Right } & ReturnType<typeof reading>;
/**
 * An assessment this visitor may change, with all the changes there are. `keys` is null for whoever comes through a Mappe that has
 * no link to it: they may answer, and neither hand it on nor delete it.
 */
export type Editable = Readable & ReturnType<typeof editing>;

/** The same for a program, which holds the key of whatever it has made. */
export type ApiEditable = Editable & { keys: NonNullable<Editable["keys"]> };
/** An assessment whose answers this visitor checks, with what they can say of them. */
export type Checkable = Readable & ReturnType<typeof checking>;

/** The repositories of what an assessment consists of. */
type Parts = Pick<
  Stores,
  | "assessments"
  | "answers"
  | "changes"
  | "evidenceFiles"
  | "people"
  | "plans"
  | "authorTexts"
  | "brands"
  | "rounds"
  | "mappen"
  | "rings"
  | "portfolios"
>;

/**
 * The one place that decides who gets at an assessment. Routes know no store of assessments, only a visitor: a
 * route that forgets to ask gets nothing.
 */
export type AccessGrant = ReturnType<typeof accessGrantOf>;

/** What is told of a browser that has opened something, and asked before a new assessment is kept. */
export type AccessEvents = { opened(deviceHash: string): void; creating(count?: number): Promise<void>; refused(): void };
const noEvents: AccessEvents = { opened: () => undefined, creating: () => Promise.resolve(), refused: () => undefined };

export function accessGrantOf(browser: Browser, stores: Parts & Pick<Stores, "deviceKeys">, moment: Moment, events = noEvents) {
  const { assessments, deviceKeys, people } = stores;
  const { device } = browser;
  const mappen = mappeAccessOf(browser, stores, moment, events);

  /** By a key of one's own, else through a Mappe. */
  async function find(id: string): Promise<{ assessment: Readable; key: string | null; by: Actor } | null> {
    const own = await findOwn(id);
    if (own?.assessment.may === "edit") return { ...own, by: "edit-link" };
    const grant = await mappen.grantFor(id);
    if (!grant || (own && grant.may === "read")) return own && { ...own, by: "edit-link" };
    const assessment = await assessments.find(id);
    return (
      assessment && {
        assessment: { ...assessment, may: grant.may, ...reading(stores, assessment, grant.may) },
        key: grant.key,
        by: "mappe",
      }
    );
  }

  async function findOwn(id: string): Promise<{ assessment: Readable; key: string } | null> {
    const sealed = device && (await deviceKeys.find(device.hash, id));
    const key = sealed ? device.unseal(id, sealed) : null;
    const found = key === null ? null : await assessments.findByKeyHash(hashOf(key));
    if (key === null || found?.id !== id) return null;
    if (device) events.opened(device.hash);
    const assessment = await assessments.find(id);
    return assessment && { assessment: { ...assessment, may: found.may, ...reading(stores, assessment, found.may) }, key };
  }

  /** Keeps a key for this browser. @returns the cookie by which the browser is known from now on. */
  async function remember(assessmentId: string, key: string): Promise<string> {
    const enrolled = browser.enrol();
    const sealed = enrolled.device.seal(assessmentId, key);
    await deviceKeys.keep(enrolled.device.hash, { assessmentId, sealed }, moment.now);
    return enrolled.cookie;
  }

  /** The part whose key this browser holds. */
  async function findPart(personId: string): Promise<{ id: string; assessmentId: string } | null> {
    const sealed = device && (await people.findKey(device.hash, personId));
    const key = sealed ? device.unseal(personId, sealed) : null;
    const found = key === null ? null : await people.findByKeyHash(hashOf(key));
    if (found?.id !== personId) return null;
    if (device) events.opened(device.hash);
    return found;
  }

  return {
    mappen,

    /**
     * @returns the assessment, or null where there is none or this visitor holds no key to it. The two are told
     * apart nowhere, so that ids cannot be probed.
     */
    read: async (id: string): Promise<Readable | null> => (await find(id))?.assessment ?? null,

    /** The same for whoever may change it; a reader's key opens nothing here. */
    async edit(id: string): Promise<Editable | null> {
      const found = await find(id);
      if (found?.assessment.may !== "edit") return null;
      return { ...found.assessment, ...editing(stores, found.assessment, found.key, moment, found.by) };
    },

    /** The same for whoever checks its answers: a second person, so the key for editing opens nothing here. */
    async check(id: string): Promise<Checkable | null> {
      const found = await find(id);
      return found?.assessment.may === "check" ? { ...found.assessment, ...checking(stores, found.assessment, moment) } : null;
    },

    /**
     * The part of somebody who was asked to answer some questions: these, what they have answered, and whose questions they are;
     * nothing else of the assessment. @returns null as `read` does.
     */
    async part(personId: string): Promise<Part | null> {
      const found = await findPart(personId);
      const assessment = found && (await assessments.find(found.assessmentId));
      return assessment && partOf(stores, assessment, personId, moment);
    },

    /** Takes a key from the link of a part. @returns whose it is and the cookie of the browser that holds it from now on, or null. */
    async acceptPart(key: string): Promise<{ id: string; cookie: string } | null> {
      const found = isKey(key) ? await people.findByKeyHash(hashOf(key)) : null;
      if (!found) {
        events.refused();
        return null;
      }
      const enrolled = browser.enrol();
      await people.keepKey(enrolled.device.hash, { personId: found.id, sealed: enrolled.device.seal(found.id, key) }, moment.now);
      return { id: found.id, cookie: enrolled.cookie };
    },

    /** Whether this browser opens anybody's part. */
    holdsParts: async (): Promise<boolean> => device !== null && (await people.holdsKeys(device.hash)),

    /** Keeps a new assessment. @returns its id and the cookie of the browser that opens it. @throws where there were too many. */
    async create(assessment: NewAssessment, by: "edit-link" | "file" = "edit-link"): Promise<{ id: string; cookie: string }> {
      await events.creating();
      const key = newEditKey();
      const keys = { edit: hashOf(key), read: hashOf(readKeyOf(key, 1)) };
      const id = await assessments.create(assessment, keys, moment.now, newAssessmentId(), by);
      return { id, cookie: await remember(id, key) };
    },

    /** Takes a key from a link. @returns where it leads and the cookie of the browser that holds it from now on, or null. */
    async accept(key: string): Promise<{ id: string; may: Right; cookie: string } | null> {
      const found = isKey(key) ? await assessments.findByKeyHash(hashOf(key)) : null;
      if (!found) {
        events.refused();
        return null;
      }
      // Opening the reading link of one's own assessment must not take the right to edit away.
      const held = await findOwn(found.id);
      const isMore = held !== null && rankOf[held.assessment.may] > rankOf[found.may];
      return {
        id: found.id,
        may: isMore ? held.assessment.may : found.may,
        cookie: await remember(found.id, isMore ? held.key : key),
      };
    },

    /**
     * Makes new links for editing and for reading. The old ones open nothing from then on, nor does any other browser that
     * holds a key from them.
     * @returns false where this visitor may not, or somebody else was faster.
     */
    async renewKeys(id: string): Promise<boolean> {
      const found = await find(id);
      if (!device || found?.assessment.may !== "edit" || found.key === null) return false;
      const key = newEditKey();
      const keys = { edit: hashOf(key), read: hashOf(readKeyOf(key, 1)) };
      const sealed = device.seal(id, key);
      if (!(await assessments.renewKeys(id, hashOf(found.key), keys, { device: device.hash, sealed }))) return false;
      // Who came through a Mappe held no key of their own yet.
      await deviceKeys.keep(device.hash, { assessmentId: id, sealed }, moment.now);
      return true;
    },

    /** Takes over the keys that this browser still holds in cookies of before. @returns the cookies to set, and the browser's secret. */
    async takeOver(): Promise<{ cookies: string[]; secret: string }> {
      const { device: enrolled, cookie, secret } = browser.enrol();
      for (const { assessmentId, key } of browser.oldKeys) {
        const found = await assessments.findByKeyHash(hashOf(key));
        const isHeld = (await deviceKeys.find(enrolled.hash, assessmentId)) !== null;
        if (found?.id === assessmentId && !isHeld)
          await deviceKeys.keep(enrolled.hash, { assessmentId, sealed: enrolled.seal(assessmentId, key) }, moment.now);
      }
      return { cookies: [cookie, ...browser.oldKeys.map(({ forget }) => forget)], secret };
    },

    /** What this browser opens, the one changed last first. */
    async list(): Promise<DeviceLine[]> {
      if (!device) return [];
      const kept = await deviceKeys.list(device.hash);
      const sealed = new Map(kept.map((one) => [one.assessmentId, one.sealed]));
      const lines = await assessments.findLines([...sealed.keys()]);
      return lines.flatMap(({ keys, ...line }) => {
        const key = device.unseal(line.id, sealed.get(line.id) ?? "");
        const hash = key === null ? null : hashOf(key);
        const may = hash === null ? undefined : rights.find((right) => keys[right] === hash);
        return may ? [{ ...line, may }] : [];
      });
    },

    /** The answers of listed ones, by id. */
    answersOf: (lines: DeviceLine[]) => assessments.findAnswers(lines.map(({ id }) => id)),

    /** This browser opens the assessment no more by a key of its own; the assessment stays. */
    forget: async (id: string): Promise<void> => void (device && (await deviceKeys.forget(device.hash, id))),

    /** This browser opens nothing any more. @returns the cookie that takes its secret back. */
    async forgetAll(): Promise<string> {
      if (device)
        await Promise.all([
          deviceKeys.forgetAll(device.hash),
          people.forgetKeys(device.hash),
          stores.mappen.devices.forgetAll(device.hash),
        ]);
      return browser.forget;
    },
  };
}

const rights = ["edit", "check", "read"] as const satisfies Right[];
const rankOf: Record<Right, number> = { read: 0, check: 1, edit: 2 };

/** An assessment in the list of those that a browser opens. */
export type DeviceLine = AssessmentLine & { may: Right };

/** The same door for a program: what it gets at are the assessments that its key has made, and nothing else. */
export type ApiAccessGrant = NonNullable<Awaited<ReturnType<typeof apiAccessGrantOf>>>;

/** @returns null where the key is unknown, expired or revoked; the three are told apart nowhere. */
export async function apiAccessGrantOf(key: string, stores: Parts & Pick<Stores, "apiKeys" | "apiAssessments">, moment: Moment) {
  const { now, today } = moment;
  const stored = isApiKey(key) ? await stores.apiKeys.findByHash(hashOf(key)) : null;
  if (!stored || stored.revokedAt !== null || (stored.expiresOn !== null && stored.expiresOn < today)) return null;
  if (stored.lastUsedOn !== today) await stores.apiKeys.markUsed(stored.id, today);
  const { id: keyId, scopes, linkSalt } = stored;

  async function edit(id: string): Promise<ApiEditable | null> {
    const assessment = (await stores.apiAssessments.belongsTo(keyId, id)) ? await stores.assessments.find(id) : null;
    if (!assessment) return null;
    const editKey = editKeyFor(key, linkSalt, id);
    return {
      ...assessment,
      may: "edit",
      ...reading(stores, assessment, "edit"),
      ...editing(stores, assessment, editKey, moment, "api"),
      keys: keysOf(editKey, assessment),
    };
  }

  return {
    /** Names the key, not its holder. */
    keyId,
    may: (scope: ApiScope): boolean => scopes.includes(scope),
    read: (id: string): Promise<Readable | null> => edit(id),
    edit,
    list: (after: ListPosition | null, limit: number) => stores.apiAssessments.list(keyId, after, limit),

    /** Keeps a new assessment; with an Idempotency-Key only once for it and the same body, within a day. */
    create(assessment: NewAssessment, body: Uint8Array, idempotencyKey: string | null): Promise<CreationResult> {
      const id = newAssessmentId();
      const editKey = editKeyFor(key, linkSalt, id);
      const keys = { edit: hashOf(editKey), read: hashOf(readKeyOf(editKey, 1)) };
      const creation =
        idempotencyKey === null
          ? null
          : { idempotencyHash: keyedTag(key, "idempotency key", idempotencyKey), bodyHash: keyedTag(key, "body", body) };
      return stores.apiAssessments.create(keyId, { id, assessment, keys, creation }, now);
    },
  };
}

/** What somebody sees who answers a part. */
export type Part = NonNullable<Awaited<ReturnType<typeof partOf>>>;

async function partOf({ people }: Pick<Parts, "people">, assessment: StoredAssessment, personId: string, moment: Moment) {
  const { id, track, depth, modelVersion, organisation } = assessment;
  const person = (await people.find(id)).people.find((one) => one.id === personId);
  if (!person) return null;
  return {
    ...{ id: personId, track, depth, modelVersion, organisationName: organisation.name ?? null, person },
    saveAnswers: (changes: AnswerChange[]) => people.saveAnswers(id, personId, changes, moment),
    /** @param ask whom to ask instead. */
    handBack: (state: "done" | "asks", ask: string) => people.handBack(id, personId, state, ask, moment.now),
    /** Deletes everything that is kept of them. */
    erase: () => people.erase(id, personId, moment.now),
  };
}

function reading(
  { assessments, evidenceFiles, people, plans, authorTexts, brands, rounds }: Parts,
  assessment: StoredAssessment,
  right: Right,
) {
  const { id } = assessment;
  /** Who has answered what is for those who work with it; whoever reads gets what counts. */
  const forReader = (whole: WholeAssessment): WholeAssessment => ({
    ...whole,
    answers: agreedAnswers(whole.answers, whole.team),
    team: noTeam,
    rounds: {
      ...whole.rounds,
      closed: whole.rounds.closed.map(({ state, ...round }) => ({
        ...{ ...round, state: { ...state, answers: agreedAnswers(state.answers, state.team), team: noTeam } },
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

const keysOf = (key: string, { readKeyVersion, checkKeyVersion }: StoredAssessment) => ({
  ...{ edit: key, read: readKeyOf(key, readKeyVersion) },
  check: checkKeyVersion === null ? null : checkKeyOf(key, checkKeyVersion),
});
/** What a second person can do. */
function checking({ answers }: Parts, { id }: StoredAssessment, { now, today }: Moment) {
  return {
    /** Says something of an answer. @param seen see `checkTag`. @returns false where it has been answered anew meanwhile. */
    sayOf: (item: string, seen: string, said: Omit<Check, "date">) =>
      answers.check(id, item, seen, { ...said, date: today }, now, "check-link"),
  };
}

/**
 * Every change there is. What people save field by field resolves to the conflicts: fields that somebody else has changed
 * since the writer saw them, with what stands there now; or to null where the assessment is gone.
 */
function editing(stores: Parts, assessment: StoredAssessment, key: string | null, moment: Moment, by: Actor) {
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
    memberships: key === null ? null : membershipsOf(stores, assessment, moment),
    /** Makes a new link for whoever checks; the old one opens nothing from now on. Only for whoever holds the link. */
    async renewCheckKey(): Promise<void> {
      if (key === null) return;
      const version = await assessments.nextCheckKeyVersion(id);
      await assessments.setCheckKey(id, hashOf(checkKeyOf(key, version)), version);
    },
    /** Takes the link for whoever checks back; what they have said stays. */
    withdrawCheckKey: async () => assessments.setCheckKey(id, null, await assessments.nextCheckKeyVersion(id)),
    saveAnswers: (changes: AnswerChange[]) => answers.save(id, changes, moment, false, by),
    /** All of them, or none where one meets a conflict. */
    saveAnswersTogether: (changes: AnswerChange[]) => answers.save(id, changes, moment, true, by),
    saveProfile: (changes: FieldChange[]) => assessments.saveProfile(id, changes, now, by),
    saveWeights: (changes: FieldChange[]) => assessments.saveWeights(id, changes, now, by),
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
      const invited = await people.invite(id, wish, hashOf(link), now);
      return invited === null || invited === "too-many" ? invited : { ...invited, key: link };
    },
    changePerson: (person: string, wish: PersonWish) => people.change(id, person, wish, now),
    /** @returns the key of their new link; null where there is no such person. */
    async renewPerson(person: string): Promise<string | null> {
      if (key === null) return null;
      const link = newEditKey();
      return (await people.renew(id, person, hashOf(link), now)) ? link : null;
    },
    revokePerson: (person: string) => people.revoke(id, person, now),
    erasePerson: (person: string) => people.erase(id, person, now),
    showNames: (isShown: boolean) => people.setShowNames(id, isShown, now),
    /** Keeps what was agreed on an item; see the store. */
    recordAnswer: (item: string, agreed: { answer: Answer; reason: string; seen: string }) => people.record(id, item, agreed, moment),
    withdrawRecorded: (item: string) => people.withdrawRecorded(id, item, now),
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
      const isRemoved = await assessments.remove(id, unchangedSince);
      if (isRemoved) await stores.evidenceFiles.removeAll(id);
      return isRemoved;
    },
  };
}
