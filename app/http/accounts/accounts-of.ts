import type { Language } from "../../core/vocabulary";
import { linksOf } from "./links";
import type { OpenAccounts } from "./open-accounts";
import { ownAccount, type Grants } from "./own-account";
import { signInOf } from "./sign-in";
import type { Visit } from "./visit";

/** Accounts as one request may use them. */
export type Accounts = ReturnType<typeof accountsOf>;

export function accountsOf(open: OpenAccounts, visit: Visit, grants: Grants) {
  const links = linksOf(open, visit);
  return {
    takesPasswords: open.passwords !== null,
    signIn: signInOf(open, visit),
    links,
    /** Sends an invitation to a Mappe. @returns whether mails are sent here at all. */
    async mailInvitation(address: string, language: Language, key: string): Promise<boolean> {
      if (!open.mails.isSetUp) return false;
      await visit.count("account-mail");
      open.mails.invitation(address, language, key);
      return true;
    },
    /** null: nobody is signed in. */
    own: visit.signedIn && ownAccount(open, visit, visit.signedIn, grants, links),
  };
}
