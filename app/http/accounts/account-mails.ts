import type { Language } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";
import type { Log } from "../log";
import { publicUrl, type Mail, type Mailer } from "../mail/mailer";

/** What has changed of an account, of which its owner is told by mail. */
export type AccountChange = "password" | "address" | "codes-on" | "codes-off" | "provider" | "deleted";

/** After these the address opens no account: whoever it was not needs those who run the installation. */
const last: readonly AccountChange[] = ["address", "deleted"];

/**
 * Mails to people with an account. Nothing in one comes from whoever has asked for it, but the link. None is waited for: how long one
 * takes would tell whether there is an account.
 * @param mailer null: there are accounts of the provider alone, and no mail. @param origin public address, without a slash at the end.
 */
export function openAccountMails(mailer: Mailer | null, origin: string, log: Log) {
  const linkTo = (language: Language, path: string): string => publicUrl(origin, language, path);
  function send(mail: Omit<Mail, "stopUrl">): void {
    // What a mail server says may name the address: the log says only that it did not work.
    void mailer?.send({ ...mail, stopUrl: null }).catch((error: unknown) => {
      log.error({ code: (error as { code?: unknown }).code ?? "unknown" }, "a mail about an account was not sent");
    });
  }
  const wordsOf = (language: Language) => localeOf(language).messages.accounts.mails;
  return {
    /** A link that works once. `taken`: to an address that has an account, though somebody thought it had none. */
    link(kind: "sign-up" | "taken" | "reset" | "address", to: string, language: Language, key: string): void {
      const { subject, text } = wordsOf(language)[kind];
      send({ to, subject, text: text(linkTo(language, `/account/link/${key}`), origin) });
    },

    changed(change: AccountChange, to: string, language: Language): void {
      const { changed } = wordsOf(language);
      const [what, isLast] = [changed.what[change], last.includes(change)];
      const text = isLast ? changed.lastText(what, linkTo(language, "/imprint")) : changed.text(what, linkTo(language, "/account"));
      send({ to, subject: changed.subject, text });
    },

    /** An invitation to a Mappe. */
    invitation(to: string, language: Language, key: string): void {
      const { subject, text } = wordsOf(language).invitation;
      send({ to, subject, text: text(linkTo(language, `/invitation/${key}`), origin) });
    },

    /** @throws where the mail server does not take it. */
    async idle(to: string, language: Language, days: number): Promise<void> {
      const { subject, text } = wordsOf(language).idle;
      await mailer?.send({ to, subject, text: text(days, linkTo(language, "/account")), stopUrl: null });
    },
    isSetUp: mailer !== null,
  };
}
