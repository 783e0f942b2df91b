import { passwordFault, type PasswordFault } from "../../core/accounts/password-rule";
import type { LinkPurpose } from "../../core/accounts/account";
import type { Language } from "../../core/vocabulary";
import type { StoredLink } from "../../../db/account-links";
import { hashOf, isKey, newEditKey, secretTag } from "../access/keys";
import { commonPasswords } from "./common-passwords";
import type { OpenAccounts } from "./open-accounts";
import { beginSession, type Visit } from "./visit";

/** What became of a link: `over`: it works no more; `taken`: another account has the address. */
export type LinkResult =
  | { kind: "signed-in"; cookies: string[] }
  | { kind: "password-set" | "address-changed" | "over" | "taken" }
  | { kind: "fault"; fault: PasswordFault };

const ofAccounts: LinkPurpose[] = ["sign-up", "reset", "address"];

/** Links that prove that an address is somebody's own, for one request. */
export function linksOf(open: OpenAccounts, visit: Visit) {
  const { stores, mails, mailsTo, secret, log } = open;
  const { accounts, accountLinks, accountSessions } = stores;
  const { now } = visit;

  async function mail(kind: "sign-up" | "taken" | "reset" | "address", link: StoredLink, language: Language): Promise<void> {
    const key = newEditKey();
    await accountLinks.make(hashOf(key), link, now);
    mails.link(kind, link.address, language, key);
  }

  /** Nobody is flooded with mails, and nobody sees that they are not. */
  async function mayMail(address: string): Promise<boolean> {
    return mailsTo.consume(secretTag(secret, "address", address)).then(
      () => true,
      (refused: unknown) => {
        if (refused instanceof Error) throw refused;
        return false;
      },
    );
  }

  /** Goes on after the answer, which is the same and as fast whatever there is to do. */
  function afterwards(work: () => Promise<void>): void {
    void work().catch((error: unknown) => log.error({ error: error instanceof Error ? error.name : "unknown" }, "a link was not made"));
  }

  async function asked(kind: "sign-up" | "reset", address: string, language: Language): Promise<void> {
    if (!(await mayMail(address))) return;
    const account = await accounts.findByAddress(address);
    if (account) await mail(kind === "sign-up" ? "taken" : "reset", { accountId: account.id, purpose: "reset", address }, account.language);
    else if (kind === "sign-up") await mail("sign-up", { accountId: null, purpose: "sign-up", address }, language);
  }

  const find = (key: string): Promise<StoredLink | null> =>
    isKey(key) ? accountLinks.find(hashOf(key), now).then((link) => (link && ofAccounts.includes(link.purpose) ? link : null)) : Promise.resolve(null); // prettier-ignore

  return {
    find,

    /** Sends whoever has the address a link that makes an account, or says that there is one. */
    async askToSignUp(address: string, language: Language): Promise<void> {
      await visit.count("account-mail");
      afterwards(() => asked("sign-up", address, language));
    },

    /** Sends whoever has the address a link that sets a password; where there is no account, nothing. */
    async askToReset(address: string, language: Language): Promise<void> {
      await visit.count("account-mail");
      afterwards(() => asked("reset", address, language));
    },

    /** Sends the new address a link; where it has an account, that account's owner is told. */
    async askToChange(accountId: string, address: string, language: Language): Promise<void> {
      await visit.count("account-mail");
      afterwards(async () => {
        if (!(await mayMail(address))) return;
        const taken = await accounts.findByAddress(address);
        if (taken) await mail("taken", { accountId: taken.id, purpose: "reset", address }, taken.language);
        else await mail("address", { accountId, purpose: "address", address }, language);
      });
    },

    passwordFault: (password: string, address: string): Promise<PasswordFault | null> => faultOf(password, address),

    /** Uses a link up that sets a password, for a new account or for one whose password is forgotten. */
    async setPassword(key: string, password: string, language: Language): Promise<LinkResult> {
      const { passwords } = open;
      const seen = await find(key);
      if (!passwords || !seen || seen.purpose === "address") return { kind: "over" };
      const fault = await faultOf(password, seen.address);
      if (fault) return { kind: "fault", fault };
      const hash = await visit.outside(passwords.hash(password));
      const link = await accountLinks.use(hashOf(key), now);
      if (!link) return { kind: "over" };
      if (link.accountId === null) {
        const id = await accounts.create(link.address, language, hash, now);
        return id === null ? { kind: "taken" } : { kind: "signed-in", cookies: await beginSession(open, visit, id) };
      }
      await accounts.setPassword(link.accountId, hash);
      // Whoever knew the old password, or holds another link, is out.
      await accountSessions.endAll(link.accountId);
      await accountLinks.removeAll(link.accountId);
      await accounts.devices.forgetAll(link.accountId);
      // Whoever has read the mail is the owner: from here strangers lock them out no more.
      const { browser } = visit;
      if (browser.device) await accounts.devices.keep(link.accountId, browser.device.hash, now);
      const account = await accounts.find(link.accountId);
      if (account) mails.changed("password", account.address, account.language);
      return { kind: "password-set" };
    },

    /** Uses a link up that gives an account another address. */
    async changeAddress(key: string): Promise<LinkResult> {
      if ((await find(key))?.purpose !== "address") return { kind: "over" };
      const link = await accountLinks.use(hashOf(key), now);
      const account = link?.accountId == null ? null : await accounts.find(link.accountId);
      if (!link || !account) return { kind: "over" };
      if (!(await accounts.changeAddress(account.id, link.address))) return { kind: "taken" };
      mails.changed("address", account.address, account.language);
      return { kind: "address-changed" };
    },
  };

  async function faultOf(password: string, address: string): Promise<PasswordFault | null> {
    const common = await commonPasswords();
    return passwordFault(password, (word) => common.has(word), [address, "KI-Pegel", "KIPegel"]);
  }
}
