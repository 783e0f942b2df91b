import type { Moment } from "../../core/day";
import type { AuditedAs } from "../../core/mappe/audit";
import type { Stores } from "../../../db/index";
import type { CreationResult, ListPosition } from "../../../db/api-assessments";
import type { ApiScope, StoredApiKey } from "../../../db/api-keys";
import type { NewAssessment } from "../../../db/stored-assessment";
import { openAuditTold } from "../mappe/audit-told";
import { apiMappeAccessOf } from "./api-mappe-access";
import { editing, reading, type AssessmentStores, type Editable, type Readable } from "./assessment-access";
import { tellOf } from "./mappe-access";
import { editKeyFor, hashOf, isApiKey, keyedTag, keyHashesOf } from "./keys";
import { newId } from "../../../db/new-id";

/** The door of `access.ts` for a program: what it gets at are the assessments and Mappen that its key has made, with what is shared with these, and nothing else. */
export type ApiAccessGrant = ReturnType<typeof apiAccessGrantOf>;

/** A program that is let in, before it is known what it wants. `keyId` names the key, not its holder. */
export type Program = { keyId: string; wants(audited: AuditedAs): ApiAccessGrant };

type Parts = AssessmentStores & Pick<Stores, "apiKeys" | "apiAssessments" | "apiMappen">;

/** @returns null where the key is unknown, expired or revoked; the three are told apart nowhere. */
export async function findProgram(key: string, stores: Parts, moment: Moment): Promise<Program | null> {
  const { today } = moment;
  const stored = isApiKey(key) ? await stores.apiKeys.findByHash(hashOf(key)) : null;
  if (!stored || stored.revokedAt !== null || (stored.expiresOn !== null && stored.expiresOn < today)) return null;
  if (stored.lastUsedOn !== today) await stores.apiKeys.markUsed(stored.id, today);
  return { keyId: stored.id, wants: (audited) => apiAccessGrantOf(key, stored, stores, moment, audited) };
}

function apiAccessGrantOf(key: string, stored: StoredApiKey, stores: Parts, moment: Moment, audited: AuditedAs) {
  const { now } = moment;
  const { id: keyId, scopes, linkSalt } = stored;
  const audit = openAuditTold();
  const mappen = apiMappeAccessOf(key, stored, stores, moment, audited, audit);

  const byProgram = { by: "program", id: keyId } as const;

  /** One that the key has made, else one that is in a Mappe of the key. */
  async function find(id: string) {
    const isOwn = await stores.apiAssessments.belongsTo(keyId, id);
    const grant = isOwn ? null : await mappen.grantFor(id);
    const assessment = isOwn || grant ? await stores.assessments.find(id) : null;
    if (!assessment) return null;
    if (!grant) return { assessment, may: "edit" as const, key: editKeyFor(key, linkSalt, id), by: "api" as const, through: byProgram };
    await tellOf(stores, grant, id, audited, moment, audit);
    return { assessment, ...grant, by: "mappe" as const, through: byProgram };
  }

  async function edit(id: string): Promise<Editable | null> {
    const found = await find(id);
    if (found?.may !== "edit") return null;
    const { assessment, by, through } = found;
    return {
      ...assessment,
      may: "edit",
      ...reading(stores, assessment, "edit"),
      ...editing(stores, assessment, found.key, moment, by, through),
    };
  }

  return {
    may: (scope: ApiScope): boolean => scopes.includes(scope),
    mappen,
    /** See the same of a browser's access. */
    given: audit.given,
    async read(id: string): Promise<Readable | null> {
      const found = await find(id);
      return found && { ...found.assessment, may: found.may, ...reading(stores, found.assessment, found.may) };
    },
    edit,
    /** The keys in its links. @returns null where people have made a new link for editing since, which only they know. */
    async keys(assessment: Editable): Promise<NonNullable<Editable["keys"]> | null> {
      const { keys } = assessment;
      return keys && (await stores.assessments.findByKeyHash(hashOf(keys.edit)))?.id === assessment.id ? keys : null;
    },
    list: (after: ListPosition | null, limit: number) => stores.apiAssessments.list(keyId, after, limit),

    /** Keeps a new assessment; with an Idempotency-Key only once for it and the same body, within a day. */
    create(assessment: NewAssessment, body: Uint8Array, idempotencyKey: string | null): Promise<CreationResult> {
      const id = newId();
      const keys = keyHashesOf(editKeyFor(key, linkSalt, id));
      const creation =
        idempotencyKey === null
          ? null
          : { idempotencyHash: keyedTag(key, "idempotency key", idempotencyKey), bodyHash: keyedTag(key, "body", body) };
      return stores.apiAssessments.create(keyId, { id, assessment, keys, creation }, now);
    },
  };
}
