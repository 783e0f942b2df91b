import type { Database } from "./connection";
import { countRows } from "./count-rows";

/** The second factor of accounts, and the codes for whoever has lost it. */
export function accountFactorStore(database: Database) {
  const account = (id: string) => database("accounts").where({ id });
  const codes = (accountId: string) => database("account_recovery_codes").where({ account_id: accountId });
  return {
    /** Keeps a secret that nothing asks for until a first code was right; never in place of one that counts. */
    async propose(id: string, sealed: string): Promise<void> {
      await account(id).whereNull("totp_step").update({ totp_sealed: sealed });
    },

    /**
     * Takes the code of a half minute, so that neither it nor an earlier one is taken again.
     * @returns false where somebody else was faster.
     */
    async takeStep(id: string, step: number): Promise<boolean> {
      const isLater = account(id).where((either) => void either.whereNull("totp_step").orWhere("totp_step", "<", step));
      return (await isLater.update({ totp_step: step })) > 0;
    },

    /** Codes in place of those of before. */
    replaceCodes: (id: string, hashes: string[]): Promise<void> =>
      database.transaction(async (transaction) => {
        await transaction("account_recovery_codes").where({ account_id: id }).delete();
        await transaction("account_recovery_codes").insert(hashes.map((hash) => ({ account_id: id, code_hash: hash })));
      }),

    /** @returns whether it was one; it is none from then on. */
    async useCode(id: string, hash: string): Promise<boolean> {
      return (await codes(id).where({ code_hash: hash }).delete()) > 0;
    },

    countCodes: (id: string): Promise<number> => countRows(codes(id)),

    remove: (id: string): Promise<void> =>
      database.transaction(async (transaction) => {
        await transaction("account_recovery_codes").where({ account_id: id }).delete();
        await transaction("accounts").where({ id }).update({ totp_sealed: null, totp_step: null });
      }),
  };
}
