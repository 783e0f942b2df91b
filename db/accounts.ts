import { z } from "zod";
import { languageSchema, type Language } from "../app/core/vocabulary";
import type { ProvidedIdentity } from "../app/core/accounts/provider-rule";
import { truncateWal, type Database } from "./connection";
import { countRows } from "./count-rows";
import { newId } from "./new-id";

const rowSchema = z.object({
  id: z.string(),
  address: z.string(),
  language: languageSchema,
  password_hash: z.string().nullable(),
  totp_sealed: z.string().nullable(),
  totp_step: z.number().nullable(),
  created_at: z.string(),
  used_at: z.string(),
});
const identitySchema = z.object({ issuer: z.string(), subject: z.string(), linked_at: z.string() });

/** Times are ISO 8601 in UTC. */
export type StoredAccount = {
  id: string;
  address: string;
  language: Language;
  passwordHash: string | null;
  /** `step`: of the last code that was taken; null: the secret waits for a first code, and nothing asks for one yet. */
  totp: { sealed: string; step: number | null } | null;
  createdAt: string;
  usedAt: string;
};

/** People who sign in, what proves who they are at the provider, and from which browsers they came. */
export function accountStore(database: Database) {
  const account = (id: string) => database("accounts").where({ id });
  const identities = () => database("account_identities");

  async function find(those: Partial<Record<"id" | "address", string>>): Promise<StoredAccount | null> {
    const row: unknown = await database("accounts").where(those).first();
    return row ? toAccount(row) : null;
  }

  return {
    find: (id: string) => find({ id }),
    findByAddress: (address: string) => find({ address }),

    /** @returns null where the address has an account already. */
    async create(address: string, language: Language, passwordHash: string | null, now: Date): Promise<string | null> {
      const [id, time] = [newId(), now.toISOString()];
      const row = { id, address, language, password_hash: passwordHash, created_at: time, used_at: time };
      const made: unknown[] = await database("accounts").insert(row).onConflict("address").ignore().returning("id");
      return made.length > 0 ? id : null;
    },

    async setPassword(id: string, hash: string): Promise<void> {
      await account(id).update({ password_hash: hash });
    },

    /** @returns false where another account has the address. */
    changeAddress: (id: string, address: string): Promise<boolean> =>
      database.transaction(async (transaction) => {
        if (await transaction("accounts").where({ address }).whereNot({ id }).first()) return false;
        await transaction("accounts").where({ id }).update({ address });
        return true;
      }),

    /** Notes that somebody was here, which puts off that the account goes for want of use. */
    async use(id: string, now: Date): Promise<void> {
      await account(id).update({ used_at: now.toISOString(), warned_at: null });
    },

    /** With sessions, links and factors; what its keys open is for its caller to see to. */
    async remove(id: string): Promise<void> {
      await account(id).delete();
      await truncateWal(database);
    },

    devices: {
      async keep(accountId: string, device: string, now: Date): Promise<void> {
        const row = { account_id: accountId, device_hash: device, kept_at: now.toISOString() };
        await database("account_devices").insert(row).onConflict(["account_id", "device_hash"]).merge();
      },
      async knows(accountId: string, device: string): Promise<boolean> {
        return (await database("account_devices").where({ account_id: accountId, device_hash: device }).first()) !== undefined;
      },
      count: (accountId: string): Promise<number> => countRows(database("account_devices").where({ account_id: accountId })),
      async forgetAll(accountId: string): Promise<void> {
        await database("account_devices").where({ account_id: accountId }).delete();
      },
    },

    identities: {
      async find({ issuer, subject }: ProvidedIdentity): Promise<string | null> {
        const row = await identities().where({ issuer, subject }).first<{ account_id: string } | undefined>("account_id");
        return row?.account_id ?? null;
      },
      async link(accountId: string, { issuer, subject }: ProvidedIdentity, now: Date): Promise<void> {
        await identities().insert({ account_id: accountId, issuer, subject, linked_at: now.toISOString() }).onConflict(["issuer", "subject"]).ignore(); // prettier-ignore
      },
      async list(accountId: string): Promise<{ issuer: string; subject: string; linkedAt: string }[]> {
        const rows: unknown[] = await identities().where({ account_id: accountId }).orderBy("linked_at");
        return rows.map((row) => {
          const { issuer, subject, linked_at } = identitySchema.parse(row);
          return { issuer, subject, linkedAt: linked_at };
        });
      },
    },

    /** Those that nobody has used since `date`, of whom no mail has said yet that they go. */
    async findIdle(date: Date, limit: number): Promise<StoredAccount[]> {
      const rows: unknown[] = await database("accounts").where("used_at", "<", date.toISOString()).whereNull("warned_at").orderBy("id").limit(limit); // prettier-ignore
      return rows.map(toAccount);
    },
    async noteWarned(id: string, now: Date): Promise<void> {
      await account(id).update({ warned_at: now.toISOString() });
    },
    /** Those that nobody has used since `usedBefore`, and that were told so before `warnedBefore`; null: without being told. */
    async findEnded(usedBefore: Date, warnedBefore: Date | null): Promise<string[]> {
      const idle = database("accounts").where("used_at", "<", usedBefore.toISOString());
      if (warnedBefore !== null) void idle.where("warned_at", "<", warnedBefore.toISOString());
      return idle.pluck<string[]>("id");
    },
  };
}

function toAccount(row: unknown): StoredAccount {
  const { password_hash, totp_sealed, totp_step, created_at, used_at, ...same } = rowSchema.parse(row);
  const totp = totp_sealed === null ? null : { sealed: totp_sealed, step: totp_step };
  return { ...same, passwordHash: password_hash, totp, createdAt: created_at, usedAt: used_at };
}
