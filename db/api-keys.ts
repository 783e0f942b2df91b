import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database } from "./connection";
import { jsonColumn } from "./json-column";

/** What a key may be good for. The models are public and need none. */
export const apiScopes = ["score", "assessments:read", "assessments:write", "reports", "mappen:read", "mappen:write"] as const;
export const apiScopeSchema = z.enum(apiScopes);
export type ApiScope = z.infer<typeof apiScopeSchema>;

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  link_salt: z.string(),
  scopes: jsonColumn(z.array(apiScopeSchema)),
  expires_on: z.string().nullable(),
  created_at: z.string(),
  last_used_on: z.string().nullable(),
  revoked_at: z.string().nullable(),
});

/** A key as it is kept, without the key. Days are ISO 8601 in UTC; `expiresOn` is the last day on which it is good. */
export type StoredApiKey = {
  id: string;
  name: string;
  linkSalt: string;
  scopes: ApiScope[];
  expiresOn: string | null;
  createdAt: string;
  lastUsedOn: string | null;
  revokedAt: string | null;
};

export type ApiKeyStore = ReturnType<typeof apiKeyStore>;

export function apiKeyStore(database: Database) {
  const keys = () => database("api_keys");

  return {
    /** @returns the id of the new key. */
    async create(
      { name, scopes, expiresOn }: Pick<StoredApiKey, "name" | "scopes" | "expiresOn">,
      hash: string,
      now: Date,
    ): Promise<string> {
      const id = randomBytes(8).toString("hex");
      await keys().insert({
        id,
        name,
        key_hash: hash,
        link_salt: randomBytes(32).toString("hex"),
        scopes: JSON.stringify(scopes),
        expires_on: expiresOn,
        created_at: now.toISOString(),
      });
      return id;
    },

    /** Whether the key may still be used is for the caller to say. */
    async findByHash(hash: string): Promise<StoredApiKey | null> {
      const row: unknown = await keys().where({ key_hash: hash }).first();
      return row ? fromRow(row) : null;
    },

    /** Oldest first. */
    async list(): Promise<StoredApiKey[]> {
      const rows: unknown[] = await keys().orderBy(["created_at", "id"]);
      return rows.map(fromRow);
    },

    /** @returns whether there is such a key; one that was revoked before keeps its time. */
    async revoke(id: string, now: Date): Promise<boolean> {
      await keys().where({ id }).whereNull("revoked_at").update({ revoked_at: now.toISOString() });
      return (await keys().where({ id }).first("id")) !== undefined;
    },

    /** @param day ISO date. */
    async markUsed(id: string, day: string): Promise<void> {
      await keys().where({ id }).update({ last_used_on: day });
    },
  };
}

function fromRow(row: unknown): StoredApiKey {
  const { link_salt, expires_on, created_at, last_used_on, revoked_at, ...same } = rowSchema.parse(row);
  return {
    ...same,
    linkSalt: link_salt,
    expiresOn: expires_on,
    createdAt: created_at,
    lastUsedOn: last_used_on,
    revokedAt: revoked_at,
  };
}
