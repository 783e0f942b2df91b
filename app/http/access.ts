import type { Assessment } from "../core/assessment/assessment";
import type { Cohort, Contribution } from "../core/benchmark/peers";
import type { AuthorText } from "../core/assessment/author-text";
import type { RoadmapSettings, RoadmapStep } from "../core/plan/settings";
import type { Stores } from "../../db/index";
import type { CreationResult, ListPosition } from "../../db/api-assessments";
import type { ApiScope } from "../../db/api-keys";
import { newAssessmentId, type AnswerChange, type StoredAssessment } from "../../db/assessments";
import { editKeyFor, hashOf, isApiKey, isKey, keyedTag, newEditKey, readKeyOf } from "./keys";

export type Right = "read" | "edit";

/** An assessment this visitor may read, with what belongs to it. */
export type Readable = StoredAssessment & { may: Right } & ReturnType<typeof reading>;
/** An assessment this visitor may change, with all the changes there are. */
export type Editable = Readable & ReturnType<typeof editing>;

const cookiePrefix = "ki-pegel-";

/**
 * The one place that decides who gets at an assessment. Routes know no store of assessments, only a visitor: a
 * route that forgets to ask gets nothing.
 */
export type AccessGrant = ReturnType<typeof accessGrantOf>;

export function accessGrantOf(
  cookieHeader: string | undefined,
  stores: Pick<Stores, "assessments" | "peers" | "roadmaps" | "reportWords">,
  now: Date,
  cookie: { secure: boolean; maxAgeSeconds: number },
) {
  const store = stores.assessments;
  const keys = readKeyCookies(cookieHeader);
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${cookie.secure ? "; Secure" : ""}`;
  const remember = (id: string, key: string) => `${cookiePrefix}${id}=${key}${attributes}; Max-Age=${cookie.maxAgeSeconds}`;

  async function find(id: string): Promise<{ assessment: Readable; key: string } | null> {
    const key = keys.get(id);
    const found = key ? await store.findByKeyHash(hashOf(key)) : null;
    if (!key || found?.id !== id) return null;
    const assessment = await store.find(id);
    return assessment && { assessment: { ...assessment, may: found.may, ...reading(stores, assessment) }, key };
  }

  return {
    /**
     * @returns the assessment, or null where there is none or this visitor holds no key to it. The two are told
     * apart nowhere, so that ids cannot be probed.
     */
    read: async (id: string): Promise<Readable | null> => (await find(id))?.assessment ?? null,

    /** The same for whoever may change it; a reader's key opens nothing here. */
    async edit(id: string): Promise<Editable | null> {
      const found = await find(id);
      if (found?.assessment.may !== "edit") return null;
      return { ...found.assessment, ...editing(stores, found.assessment, found.key, now, `${cookiePrefix}${id}=${attributes}; Max-Age=0`) };
    },

    /** Keeps a new assessment. @returns its id and the cookie that opens it. */
    async create(assessment: Assessment): Promise<{ id: string; cookie: string }> {
      const key = newEditKey();
      const id = await store.create(assessment, { edit: hashOf(key), read: hashOf(readKeyOf(key, 1)) }, now);
      return { id, cookie: remember(id, key) };
    },

    /** Takes a key from a link. @returns where it leads and the cookie that holds it from now on, or null. */
    async accept(key: string): Promise<{ id: string; may: Right; cookie: string } | null> {
      const found = isKey(key) ? await store.findByKeyHash(hashOf(key)) : null;
      if (!found) return null;
      // Opening the reading link of one's own assessment must not take the right to edit away.
      const held = await find(found.id);
      const kept = held?.assessment.may === "edit" ? held.key : key;
      return { id: found.id, may: kept === key ? found.may : "edit", cookie: remember(found.id, kept) };
    },
  };
}

/** The same door for a program: what it gets at are the assessments that its key has made, and nothing else. */
export type ApiAccessGrant = NonNullable<Awaited<ReturnType<typeof apiAccessGrantOf>>>;

/** @returns null where the key is unknown, expired or revoked; the three are told apart nowhere. */
export async function apiAccessGrantOf(
  key: string,
  stores: Pick<Stores, "apiKeys" | "apiAssessments" | "assessments" | "peers" | "roadmaps" | "reportWords">,
  now: Date,
) {
  const today = now.toISOString().slice(0, 10);
  const stored = isApiKey(key) ? await stores.apiKeys.findByHash(hashOf(key)) : null;
  if (!stored || stored.revokedAt !== null || (stored.expiresOn !== null && stored.expiresOn < today)) return null;
  if (stored.lastUsedOn !== today) await stores.apiKeys.markUsed(stored.id, today);
  const { id: keyId, scopes, linkSalt } = stored;

  async function edit(id: string): Promise<Editable | null> {
    const assessment = (await stores.apiAssessments.belongsTo(keyId, id)) ? await stores.assessments.find(id) : null;
    const noCookie = "";
    return (
      assessment && {
        ...assessment,
        may: "edit",
        ...reading(stores, assessment),
        ...editing(stores, assessment, editKeyFor(key, linkSalt, id), now, noCookie),
      }
    );
  }

  return {
    /** Names the key, not its holder. */
    keyId,
    may: (scope: ApiScope): boolean => scopes.includes(scope),
    read: (id: string): Promise<Readable | null> => edit(id),
    edit,
    list: (after: ListPosition | null, limit: number) => stores.apiAssessments.list(keyId, after, limit),

    /** Keeps a new assessment; with an Idempotency-Key only once for it and the same body, within a day. */
    create(assessment: Assessment, body: Uint8Array, idempotencyKey: string | null): Promise<CreationResult> {
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

function reading({ peers, roadmaps, reportWords }: Pick<Stores, "peers" | "roadmaps" | "reportWords">, { id }: StoredAssessment) {
  return {
    /** What this assessment has contributed to the peers; null where it has not. */
    contribution: () => peers.contributionOf(id),
    /** What is published of a cohort and those around it, with this assessment's own values in it. */
    publishedPeers: (cohort: Cohort) => peers.read(cohort, id),
    roadmap: () => roadmaps.find(id),
    reportWords: () => reportWords.find(id),
  };
}

function editing(
  { assessments: store, peers, roadmaps, reportWords }: Pick<Stores, "assessments" | "peers" | "roadmaps" | "reportWords">,
  assessment: StoredAssessment,
  key: string,
  now: Date,
  forget: string,
) {
  const { id, readKeyVersion } = assessment;
  return {
    keys: { edit: key, read: readKeyOf(key, readKeyVersion) },
    saveAnswers: (changes: AnswerChange[]) => store.saveAnswers(id, changes, now),
    /** All of them, or none where one meets a conflict. */
    saveAnswersTogether: (changes: AnswerChange[]) => store.saveAnswers(id, changes, now, true),
    updateProfile: (profile: Pick<Assessment, "depth" | "organisation">) => store.updateProfile(id, profile, now),
    /** Makes a new link for readers; the old one opens nothing from now on. */
    renewReadKey: () => store.renewReadKey(id, hashOf(readKeyOf(key, readKeyVersion + 1)), readKeyVersion + 1),
    joinPeers: (contribution: Contribution) => peers.join(id, contribution, now),
    leavePeers: () => peers.leave(id),
    saveRoadmapSettings: (settings: RoadmapSettings) => roadmaps.saveSettings(id, settings, now),
    saveRoadmapStep: (initiative: string, step: RoadmapStep) => roadmaps.saveStep(id, initiative, step, now),
    /** null removes them. */
    saveReportWords: (words: AuthorText | null) => reportWords.save(id, words, now),
    /** Deletes everything. @returns the cookie that forgets the key. */
    async remove(): Promise<string> {
      await store.remove(id);
      return forget;
    },
  };
}

function readKeyCookies(header: string | undefined): Map<string, string> {
  const keys = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const [name = "", value = ""] = pair.trim().split("=", 2);
    if (name.startsWith(cookiePrefix) && isKey(value)) keys.set(name.slice(cookiePrefix.length), value);
  }
  return keys;
}
