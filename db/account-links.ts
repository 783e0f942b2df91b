import { z } from "zod";
import { linkLifetimes, linkPurposes, type LinkPurpose } from "../app/core/accounts/account";
import { truncateWal, type Database } from "./connection";

const rowSchema = z.object({
  account_id: z.string().nullable(),
  purpose: z.enum(linkPurposes),
  address: z.string(),
  expires_at: z.string(),
});

/** What a link is for, and whose: of nobody yet where it is to make an account. */
export type StoredLink = { accountId: string | null; purpose: LinkPurpose; address: string };

/** Links that work once and not for long; each is known by the hash of the key in it. */
export function accountLinkStore(database: Database) {
  const links = () => database("account_links");
  const live = (query: Database, keyHash: string, now: Date) =>
    query("account_links").where({ key_hash: keyHash }).where("expires_at", ">", now.toISOString()).first<unknown>();
  return {
    async make(keyHash: string, { accountId, purpose, address }: StoredLink, now: Date): Promise<void> {
      const expires = new Date(now.getTime() + linkLifetimes[purpose]).toISOString();
      await links().insert({ key_hash: keyHash, account_id: accountId, purpose, address, expires_at: expires });
    },

    /** Looking at a link does not use it up. */
    async find(keyHash: string, now: Date): Promise<StoredLink | null> {
      const row: unknown = await live(database, keyHash, now);
      return row ? toLink(row) : null;
    },

    /** @returns what the link was for, to one caller only, and never again. */
    use: (keyHash: string, now: Date): Promise<StoredLink | null> =>
      database.transaction(async (transaction) => {
        const row: unknown = await live(transaction, keyHash, now);
        const isMine = (await transaction("account_links").where({ key_hash: keyHash }).delete()) > 0;
        return row && isMine ? toLink(row) : null;
      }),

    /** None of these links works any more. */
    async removeAll(accountId: string): Promise<void> {
      await links().where({ account_id: accountId }).delete();
    },

    async removeExpired(now: Date): Promise<void> {
      if ((await links().where("expires_at", "<=", now.toISOString()).delete<number>()) > 0) await truncateWal(database);
    },
  };
}

function toLink(row: unknown): StoredLink {
  const { account_id, purpose, address } = rowSchema.parse(row);
  return { accountId: account_id, purpose, address };
}
